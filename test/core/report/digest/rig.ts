import type { GateSettings } from '../../../../nodes/core/gate';
import type { StandingAlert } from '../../../../nodes/core/report/digest/alertFigures';
import type { DigestSource } from '../../../../nodes/core/report/digest/digestFigures';
import type { DigestRow } from '../../../../nodes/core/report/digest/digestRow';
import type { LoggedAlert, LoggedScore, LoggedText } from '../../../../nodes/core/report/rows';
import type { MessageState } from '../../../../nodes/core/log/states';
import { alerted, at, DAY, gate, START } from '../fixtures';

/** A week that begins on a Monday, four weeks after anything in these tests. */
export const WEEK = { since: START, until: new Date(START.getTime() + 7 * DAY) };

export interface Logged {
	scores?: readonly LoggedScore[];
	alerts?: readonly LoggedAlert[];
	standing?: readonly StandingAlert[];
	rows?: readonly DigestRow[];
	states?: Partial<Record<MessageState, number>>;
	tickets?: number;
	reviewBefore?: number;
	texts?: readonly LoggedText[];
	/** The rules behind the hash "abc". */
	settings?: GateSettings;
}

/** A log that holds these, handed out as the real one does: by time, in pages of two. */
export function logOf({
	scores = [],
	alerts = [],
	standing = [],
	rows = [],
	states = {},
	tickets = 0,
	reviewBefore = 0,
	texts = [],
	settings = gate,
}: Logged): DigestSource {
	async function* pages<T>(all: readonly T[]): AsyncGenerator<T[]> {
		for (let start = 0; start < all.length; start += 2) {
			yield await Promise.resolve(all.slice(start, start + 2));
		}
	}
	const within = <T>(all: readonly T[], time: (one: T) => Date, since: Date, until: Date) =>
		all
			.filter((one) => time(one) >= since && time(one) < until)
			.sort((a, b) => time(a).getTime() - time(b).getTime());
	return {
		loggedScores: ({ since, until }) =>
			pages(within(scores, ({ receivedAt }) => receivedAt, since, until)),
		firstLiveAt: async () =>
			await Promise.resolve(
				within(
					scores.filter(({ isBackfill }) => !isBackfill),
					({ receivedAt }) => receivedAt,
					new Date(0),
					WEEK.until,
				)[0]?.receivedAt,
			),
		loggedAlerts: ({ since, until }) =>
			pages(within(alerts, ({ openedAt }) => openedAt, since, until)),
		standingAlerts: () => pages(standing),
		unsettledMessages: () => pages(rows),
		messageCounts: async () => await Promise.resolve({ states, tickets, reviewBefore }),
		loggedTexts: async (ids) => await Promise.resolve(texts.filter(({ id }) => ids.includes(id))),
		gateConfig: async (hash) => await Promise.resolve(hash === 'abc' ? settings : undefined),
	};
}

/** An alert of Globex that nobody has answered, sent at that time. */
export function standingAt(sentAt: Date, over: Partial<StandingAlert> = {}): StandingAlert {
	return { ...alerted({ openedAt: sentAt, deliveredAt: sentAt }), state: 'open', sentAt, ...over };
}

let count = 0;
/** A message that waits in Review since the middle of the week, unless told otherwise. */
export function rowOf(over: Partial<DigestRow> = {}): DigestRow {
	count += 1;
	return {
		ticketKey: `zendesk:acme:${count}`,
		state: 'unattached',
		attempts: 1,
		receivedAt: at(3).toISOString(),
		subject: `Subject ${count}`,
		accountName: 'Acme Corp',
		url: `https://acme.zendesk.example/agent/tickets/${count}`,
		...over,
	};
}

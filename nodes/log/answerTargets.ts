import type { Account } from '../core/item/types';
import type { MessageState } from '../core/log/states';
import { messageIn } from './alertMessage';
import { standingOf } from './alertStanding';
import type { AnswerTarget } from './alertLog';
import { readToken } from './answerTokens';
import type { Query, SqlRow } from './database';
import { dateIn, numberIn, textIn, truthIn, withoutAbsent } from './rows';
import { accountOfRow } from './storedAccount';

/** What a link opens, as it stands at this moment. */

const MESSAGE = `
	select id, ticket_key, state, subject, requester_email, url, score, severity, topic, account, is_test,
		reviewed_at, reviewed_because
	from @messages`;
const NEWEST_OF_ALERT = `${MESSAGE} where alert_id = $1 order by received_at desc, id desc limit 1`;

export async function readAnswerTarget(
	query: Query,
	token: string,
	now: Date,
): Promise<AnswerTarget | undefined> {
	const row = await readToken(query, token);
	return row && (await targetOf(query, row, now));
}

/** What the row of a token is about; absent when that has left the log. */
export async function targetOf(
	query: Query,
	token: SqlRow,
	now: Date,
): Promise<AnswerTarget | undefined> {
	const expiresAt = dateIn(token, 'expires_at') ?? new Date(0);
	const person = textIn(token, 'person');
	const common = { person, expiresAt, isExpired: expiresAt <= now };
	const alertId = textIn(token, 'alert_id');
	if (alertId === undefined) {
		const [message] = await query(`${MESSAGE} where id = $1`, [textIn(token, 'message_row') ?? '']);
		return message && withoutAbsent({ ...common, ...reviewOf(message) });
	}
	const [alert] = await query(
		`select a.*, (select max(m.score) from @messages m where m.alert_id = a.id) as highest
		from @alerts a where a.id = $1`,
		[alertId],
	);
	if (alert === undefined) return undefined;
	const [newest] = await query(NEWEST_OF_ALERT, [alertId]);
	return withoutAbsent({ ...common, ...alertOf(alert, newest) });
}

type About = Omit<AnswerTarget, 'person' | 'expiresAt' | 'isExpired'>;

function alertOf(alert: SqlRow, newest: SqlRow | undefined): About {
	const isIncident = textIn(alert, 'incident_topic') !== undefined;
	const account = newest && accountOfRow(newest);
	return {
		...(newest && factsOf(newest)),
		alertId: textIn(alert, 'id'),
		isTest: truthIn(alert, 'is_test'),
		standing: standingOf(alert),
		message: messageIn(alert),
		isIncident,
		// An incident has many.
		account: isIncident ? undefined : matchedOf(account),
		candidates: isIncident ? [] : (account?.candidates ?? []),
		topic: textIn(alert, 'topic'),
		score: numberIn(alert, 'highest') ?? numberIn(alert, 'score'),
		severity: textIn(alert, 'severity'),
	};
}

function reviewOf(message: SqlRow): About {
	const account = accountOfRow(message);
	return {
		...factsOf(message),
		messageRow: textIn(message, 'id'),
		isTest: truthIn(message, 'is_test'),
		reviewedBecause: reviewedBecause(message),
		isIncident: false,
		account: matchedOf(account),
		candidates: account?.candidates ?? [],
		topic: textIn(message, 'topic'),
		score: numberIn(message, 'score'),
		severity: textIn(message, 'severity'),
	};
}

const factsOf = (message: SqlRow) => ({
	ticketKey: textIn(message, 'ticket_key'),
	subject: textIn(message, 'subject'),
	ticketUrl: textIn(message, 'url'),
	requesterEmail: textIn(message, 'requester_email'),
});

const matchedOf = (account: Account | undefined) =>
	account?.status === 'matched' ? account : undefined;

const WENT_ON: Partial<Record<MessageState, string>> = {
	received: 'It is being looked at once more',
	alerting: 'It went on as an alert',
	alerted: 'It went on as an alert',
	updated: 'It was added to an open alert',
	monitored: 'It was looked at once more and asks for nothing',
};

/** What has become of a message in Review; absent while it waits. */
export function reviewedBecause(message: SqlRow): string | undefined {
	const state = (textIn(message, 'state') ?? 'unattached') as MessageState;
	if (state === 'unattached' && numberIn(message, 'reviewed_at') === undefined) return undefined;
	return textIn(message, 'reviewed_because') ?? WENT_ON[state] ?? 'It is in Review no more';
}

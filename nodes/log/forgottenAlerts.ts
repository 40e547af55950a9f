import { comparableEmail } from '../core/account/email';
import { quoted } from '../core/text/shown';
import { storableJson } from '../core/values/storable';
import { messageIn } from './alertMessage';
import { closeAlert, holdAlert } from './alertStanding';
import type { Query, SqlRow } from './database';
import { contentOfAlert } from './decidedContent';
import { hasLine, keepMessageTrue, lineUp, withdraw } from './deliveryLine';
import { FORGOTTEN, type TheirMessage } from './forgottenMessages';
import { pagesOf } from './maskAddress';
import { numberIn, objectIn, textIn } from './rows';

/** What alerts and what is to be sent hold of a person who is to be forgotten. */

export interface Forgetting {
	/** In comparable form. */
	address: string;
	messages: readonly TheirMessage[];
	now: Date;
	/** Called with the table and the key of each row that changes. */
	changed: (table: string, key: string) => void;
}

export interface ForgottenAlerts {
	/** Deliveries that nobody gets any more. */
	withdrawn: number;
	/** Alerts that ended, since nobody had been told of them. */
	closed: number;
	/** Messages in Slack that tell of them. */
	slackMessages: Array<{ channel: string; ts: string }>;
}

/** The alerts of these messages, held until the transaction ends, in one order everywhere. */
export async function holdAlerts(
	query: Query,
	messages: readonly TheirMessage[],
): Promise<SqlRow[]> {
	const ids = new Set(messages.flatMap(({ alertId }) => alertId ?? []));
	const held: SqlRow[] = [];
	for (const id of [...ids].sort()) {
		const alert = await holdAlert(query, id);
		if (alert !== undefined) held.push(alert);
	}
	return held;
}

/**
 * Takes their words out of alerts and of what is to be sent. Their messages must be cleared before. An alert that was
 * told stays as it stands: what still follows it is written from what is left of it. What was to tell of their message
 * alone is taken back, and an alert of which nobody was told ends.
 */
export async function clearAlerts(
	query: Query,
	held: readonly SqlRow[],
	forgetting: Forgetting,
): Promise<ForgottenAlerts> {
	const { changed, now } = forgetting;
	const isTheirs = contentReader(forgetting);
	for await (const row of rowsWithContent(query, ALERTS, 'id, content')) {
		const id = textIn(row, 'id') ?? '';
		if (!isTheirs(objectIn(row, 'content'))) continue;
		await query('update @alerts set content = null where id = $1', [id]);
		changed('alerts', id);
	}
	const withdrawn = await clearDeliveries(query, forgetting, isTheirs);
	let closed = 0;
	for (const alert of held) {
		const id = textIn(alert, 'id') ?? '';
		if (!(await isUntold(query, alert, forgetting))) continue;
		await closeAlert(query, id, { because: FORGOTTEN }, now);
		changed('alerts', id);
		closed += 1;
	}
	const slackMessages = held.flatMap((alert) => messageIn(alert) ?? []);
	return { withdrawn, closed, slackMessages };
}

/** Nobody heard of it, nothing is to be sent of it, and it holds nobody else's message. */
async function isUntold(query: Query, alert: SqlRow, { messages }: Forgetting): Promise<boolean> {
	const id = textIn(alert, 'id') ?? '';
	if (textIn(alert, 'state') === 'closed') return false;
	if (numberIn(alert, 'delivered_at') !== undefined || (await hasLine(query, id))) return false;
	return !(await hasOthers(query, id, messages));
}

async function hasOthers(
	query: Query,
	alertId: string,
	messages: readonly TheirMessage[],
): Promise<boolean> {
	const others = await query(
		'select 1 as found from @messages where alert_id = $1 and id not in {list $2} limit 1',
		[alertId, storableJson(messages.map(({ id }) => id))],
	);
	return others.length > 0;
}

type IsTheirs = (content: Record<string, unknown> | undefined) => boolean;

/** Tells whether a message is written from something they wrote. */
function contentReader({ address, messages }: Forgetting): IsTheirs {
	const names = new Set(messages.map(({ ticketKey, messageId }) => `${ticketKey} ${messageId}`));
	return (content) => {
		const ticket = (content?.ticket ?? {}) as Record<string, unknown>;
		const requester = (ticket.requester ?? {}) as Record<string, unknown>;
		if (comparableEmail(requester.email) === address) return true;
		return names.has(`${String(ticket.key)} ${String(ticket.messageId)}`);
	};
}

const ALERTS = { table: 'alerts', key: ['id'] };
/** In the order they are sent. */
const DELIVERIES = { table: 'deliveries', key: ['seq'], isNumbered: true };
const PENDING = 'id, alert_id, kind, message_row, origin, content, due_at';

/** A page at a time: the contents of a quarter's alerts never stand in memory together. */
async function* rowsWithContent(
	query: Query,
	table: typeof ALERTS & { isNumbered?: boolean },
	columns: string,
): AsyncGenerator<SqlRow> {
	const [first = ''] = table.key;
	for await (const { condition, values } of pagesOf(query, table)) {
		yield* await query(
			`select ${columns} from @${table.table} where ${condition} and content is not null order by ${first}`,
			values,
		);
	}
}

async function clearDeliveries(
	query: Query,
	forgetting: Forgetting,
	isTheirs: IsTheirs,
): Promise<number> {
	const { messages, changed, now } = forgetting;
	const ids = new Set(messages.map(({ id }) => id));
	const lines = new Set<string>();
	let withdrawn = 0;
	for await (const row of rowsWithContent(query, DELIVERIES, PENDING)) {
		const id = textIn(row, 'id') ?? '';
		const content = objectIn(row, 'content') ?? {};
		const isOfTheirs = ids.has(textIn(row, 'message_row') ?? '') || isTheirs(content);
		const left = isOfTheirs
			? await leftOfDelivery(query, row, forgetting)
			: withoutEntries(content, forgetting);
		if (left === content) continue;
		changed('deliveries', id);
		if (left !== undefined) {
			await query('update @deliveries set content = $2 where id = $1', [id, storableJson(left)]);
			continue;
		}
		if (numberIn(row, 'due_at') === undefined) {
			// It was sent: only what it listed is kept.
			await query('update @deliveries set content = null where id = $1', [id]);
			continue;
		}
		withdrawn += 1;
		await withdraw(query, 'id = $1', [id]);
		const alertId = textIn(row, 'alert_id');
		if (alertId !== undefined) lines.add(alertId);
	}
	for (const alertId of [...lines].sort()) {
		await lineUp(query, alertId);
		await keepMessageTrue(query, alertId, now);
	}
	return withdrawn;
}

/** What of theirs is sent all the same, without their words; absent where nothing is. */
async function leftOfDelivery(
	query: Query,
	row: SqlRow,
	{ messages }: Forgetting,
): Promise<Record<string, unknown> | undefined> {
	const alertId = textIn(row, 'alert_id');
	if (alertId === undefined || numberIn(row, 'due_at') === undefined) return undefined;
	const isFollowing = textIn(row, 'origin') !== undefined;
	const [alert] = await query('select id, content, incident_topic from @alerts where id = $1', [
		alertId,
	]);
	if (alert === undefined) return undefined;
	// What several accounts tell of at once is told in one message for all of them.
	const isShared =
		textIn(alert, 'incident_topic') !== undefined && (await hasOthers(query, alertId, messages));
	if (!isFollowing && !isShared) return undefined;
	const left = await contentOfAlert(query, alert);
	const { news } = objectIn(row, 'content') ?? {};
	return left && { ...left, ...(news !== undefined && { news }) };
}

/** A message that lists many tickets, without those of theirs; the very same where it lists none. */
function withoutEntries(
	content: Record<string, unknown>,
	forgetting: Forgetting,
): Record<string, unknown> | undefined {
	if (Array.isArray(content.review)) return withoutReviews(content, content.review, forgetting);
	const digest = content.digest as { sections?: unknown } | undefined;
	if (!Array.isArray(digest?.sections)) return content;
	const isTheirs = entryReader(forgetting);
	let isChanged = false;
	const sections = digest.sections.map((section: unknown) => {
		const { entries } = (section ?? {}) as { entries?: unknown };
		if (!Array.isArray(entries)) return section;
		const left = entries.filter((entry) => !isTheirs(entry));
		if (left.length === entries.length) return section;
		isChanged = true;
		return { ...(section as object), entries: left };
	});
	return isChanged ? { ...content, digest: { ...digest, sections } } : content;
}

function withoutReviews(
	content: Record<string, unknown>,
	review: readonly unknown[],
	{ messages }: Forgetting,
): Record<string, unknown> | undefined {
	const ids = new Set(messages.map(({ id }) => id));
	const left = review.filter(
		(entry) => !ids.has(String((entry as { messageRow?: unknown } | null)?.messageRow)),
	);
	if (left.length === review.length) return content;
	return left.length === 0 && !(Number(content.more) > 0)
		? undefined
		: { ...content, review: left };
}

/** Tells whether a line of a digest is about a ticket of theirs: by its link, or by its quoted subject. */
function entryReader({ messages }: Forgetting): (entry: unknown) => boolean {
	const urls = new Set(messages.flatMap(({ url }) => url ?? []));
	const subjects = [...new Set(messages.flatMap(({ subject }) => quoted(subject, 100) ?? []))];
	return (entry) => {
		const { text, url } = (entry ?? {}) as { text?: unknown; url?: unknown };
		if (typeof url === 'string' && urls.has(url)) return true;
		return typeof text === 'string' && subjects.some((subject) => text.includes(subject));
	};
}

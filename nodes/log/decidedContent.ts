import type { KnownSentiment, Severity } from '../core/item/types';
import type { Query, SqlRow } from './database';
import type { Decision } from './message';
import { listIn, numberIn, objectIn, textIn, withoutAbsent } from './rows';
import { accountOfRow } from './storedAccount';

/** What a message about a ticket is written from. The ticket's body stays behind: an alert quotes, it does not forward. */
export function decidedContent({ ticket, sentiment, account, gate }: Decision) {
	return { ticket: { ...ticket, body: undefined }, sentiment, account, gate };
}

const NEWEST = `
	select ticket_key, helpdesk, instance, ticket_id, url, score, topic, account, severity, reason, rules, is_test
	from @messages where alert_id = $1 order by received_at desc, id desc limit 1`;

/**
 * What an alert was last sent with; where its texts have left the log, what is left of its newest message. Absent
 * when that has left the log, too.
 */
export async function contentOfAlert(
	query: Query,
	alert: SqlRow,
): Promise<Record<string, unknown> | undefined> {
	const content = objectIn(alert, 'content');
	if (content !== undefined) return content;
	const [row] = await query(NEWEST, [textIn(alert, 'id') ?? '']);
	return row && leftOf(row);
}

function leftOf(row: SqlRow): Record<string, unknown> {
	const score = numberIn(row, 'score');
	const sentiment: KnownSentiment | undefined =
		score === undefined
			? undefined
			: { score, topic: textIn(row, 'topic') ?? '', signals: [], flags: [] };
	return withoutAbsent({
		ticket: withoutAbsent({
			key: textIn(row, 'ticket_key'),
			helpdesk: textIn(row, 'helpdesk'),
			instance: textIn(row, 'instance'),
			id: textIn(row, 'ticket_id'),
			url: textIn(row, 'url'),
			isTest: row.is_test === 1 || undefined,
		}),
		sentiment,
		account: accountOfRow(row),
		gate: {
			route: 'alert',
			severity: (textIn(row, 'severity') ?? 'medium') as Severity,
			rules: listIn(row, 'rules'),
			reason: textIn(row, 'reason') ?? '',
			missing: [],
			counterfactual: '',
			history: {},
			config: '',
		},
	});
}

import type { OpenAlert } from '../core/item/types';
import { accountAlertKey } from '../core/log/alertPolicy';
import { storableJson } from '../core/values/storable';
import type { TopicAccount } from './alertLog';
import type { Query } from './database';
import { dateIn, isoIn, numberIn, storedKey, storedText, textIn, withoutAbsent } from './rows';

/** What the gate asks of alerts and topics. */

const MOST_TOPIC = 500;

export async function openAlerts(
	query: Query,
	accountIds: readonly string[],
): Promise<Map<string, OpenAlert>> {
	if (accountIds.length === 0) return new Map();
	const ids = new Map(accountIds.map((id) => [storedKey(accountAlertKey(id)), id]));
	const rows = await query(
		`select account_key, state, opened_at, snoozed_until, score from @alerts
		where account_key in {list $1} and state <> 'closed' and is_test = 0`,
		[storableJson([...ids.keys()])],
	);
	return new Map(
		rows.flatMap((row): Array<[string, OpenAlert]> => {
			const id = ids.get(textIn(row, 'account_key') ?? '');
			if (id === undefined) return [];
			const state = (textIn(row, 'state') ?? 'open') as OpenAlert['state'];
			const open: OpenAlert = {
				state,
				openedAt: isoIn(row, 'opened_at') ?? '',
				score: numberIn(row, 'score'),
				snoozedUntil: isoIn(row, 'snoozed_until'),
			};
			return [[id, withoutAbsent(open)]];
		}),
	);
}

export async function topicAccounts(
	query: Query,
	topics: readonly string[],
	since: Date,
	minimumScore: number,
): Promise<TopicAccount[]> {
	const names = topics.flatMap((topic) => storedText(topic, MOST_TOPIC) ?? []);
	if (names.length === 0) return [];
	const rows = await query(
		`with names(name) as {list $1}
		select topic, account_id, max(received_at) as at from @messages
		where lower(topic) in (select lower(name) from names) and received_at >= $2 and score >= $3 and account_id is not null
			and is_test = 0 and backfill = 0
		group by topic, account_id order by at desc, topic, account_id`,
		[storableJson([...new Set(names)]), since.getTime(), minimumScore],
	);
	return rows.map((row) => ({
		topic: textIn(row, 'topic') ?? '',
		accountId: textIn(row, 'account_id') ?? '',
		at: dateIn(row, 'at') ?? since,
	}));
}

import { FRUSTRATED_FROM } from '../core/score/labels';
import { closeAlert, holdAlert } from './alertStanding';
import type { Database } from './database';
import { keepMessageTrue } from './deliveryLine';
import { textIn } from './rows';

/** Alerts of one look: the next comes within minutes. */
const MOST_AT_ONCE = 200;

const SOLVED_REASON = 'The helpdesk solved the ticket and the customer was not unhappy since';

/** Where nobody says when a message was written, it was when it came in. */
const writtenAt = (message: string) => `coalesce(${message}.created_at, ${message}.received_at)`;

/** A ticket is rated once it is solved, and the rating itself is an update of it: only what comes after it can tell of better. */
const ENDS_IN_BAD_RATING = `
	exists (
		select 1 from @messages r
		where r.alert_id = a.id and r.event = 'csat' and r.score >= ${FRUSTRATED_FROM}
			and not exists (
				select 1 from @messages n where n.alert_id = a.id and ${writtenAt('n')} > ${writtenAt('r')}
			)
	)`;

/**
 * Every ticket of the alert is solved, as far as the helpdesk was asked: what is not known closes nothing.
 * What its customer wrote since, or has written and nobody has scored yet, may tell otherwise.
 */
const IS_SOLVED = `
	a.state <> 'closed' and a.delivered_at is not null
	and exists (select 1 from @messages m where m.alert_id = a.id)
	and not ${ENDS_IN_BAD_RATING}
	and not exists (
		select 1 from @messages m left join @tickets t on t.ticket_key = m.ticket_key
		where m.alert_id = a.id and (
			t.status is null or t.status not in ('solved', 'closed') or t.updated_at is null
			or exists (
				select 1 from @messages x
				where (x.ticket_key = m.ticket_key or x.account_id = a.account_id)
					and x.backfill = 0 and x.is_test = a.is_test
					and ((x.score >= ${FRUSTRATED_FROM} and ${writtenAt('x')} > t.updated_at) or x.state = 'received')
			)
		)
	)`;

/** Ends the alerts whose tickets are solved, each in a transaction of its own. */
export async function closeSolved(database: Database, now: Date): Promise<number> {
	const found = await database.query(
		`select a.id from @alerts a where ${IS_SOLVED} order by a.id limit ${MOST_AT_ONCE}`,
	);
	let closed = 0;
	for (const row of found) {
		const id = textIn(row, 'id') ?? '';
		const isClosed = await database.transaction(async (query) => {
			await holdAlert(query, id);
			// Asked again: a message may just have joined it.
			const [still] = await query(`select a.id from @alerts a where a.id = $1 and ${IS_SOLVED}`, [
				id,
			]);
			if (still === undefined) return false;
			await closeAlert(query, id, { because: SOLVED_REASON }, now);
			await keepMessageTrue(query, id, now);
			return true;
		});
		if (isClosed) closed += 1;
	}
	return closed;
}

import { randomUUID } from 'node:crypto';

import { storableJson } from '../core/values/storable';
import type { Query, SqlRow } from './database';
import type { DeliveryAnswer } from './delivery';
import { paceOf } from './paces';
import { stored, textIn } from './rows';

/**
 * A post of Review in Slack says what has become of each message it lists, and offers no answer that was given. It
 * lists what it listed first for as long as the log has that; an email or a card of Teams cannot be changed.
 */

const POSTS = `
	select id, message_channel from @deliveries
	where kind = 'review' and origin is null and message_ts is not null and content is not null
		and id in (select delivery_id from @tokens where message_row in {list $1})`;

/** Slack has taken an edit by then, or it will come again. */
const EDIT_TAKES_MS = 30_000;

const EDITS_OF_POST = `
	select 1 from @deliveries edit
	where edit.origin = 'reviewEdit' and edit.message_channel = post.message_channel
		and edit.message_ts = post.message_ts and edit.due_at is not null`;

/** One edit that waits shows all there is to show; one on its way is not to overtake it. */
const QUEUE_EDIT = `
	insert into @deliveries (
		id, once_key, kind, state, due_at, tried_since, pace_key, content, created_at, origin, message_channel, message_ts
	)
	select
		$1, $2, 'review', 'due', case when exists (${EDITS_OF_POST}) then cast($6 as bigint) else $3 end, $3, $4, post.content, $3,
		'reviewEdit', post.message_channel, post.message_ts
	from @deliveries post
	where post.id = $5 and not exists (${EDITS_OF_POST} and edit.lease_token is null)`;

const ANSWERED_MEANWHILE = `
	select id from @messages where id in {list $1} and (state <> 'unattached' or reviewed_at is not null)`;

/**
 * Remembers a post that was just delivered, and has it edited where something of it was answered meanwhile.
 * @param row the delivery, as it was before
 * @param messageRows what it lists
 */
export async function keepPost(
	query: Query,
	row: SqlRow,
	messageRows: readonly string[],
	{ message }: DeliveryAnswer,
	now: Date,
): Promise<void> {
	if (message === undefined || textIn(row, 'origin') !== undefined) return;
	await query(
		'update @deliveries set message_channel = $2, message_ts = $3, content = $4 where id = $1',
		[textIn(row, 'id') ?? '', message.channel, message.ts, stored(textIn(row, 'content'))],
	);
	const answered = await query(ANSWERED_MEANWHILE, [storableJson(messageRows)]);
	await keepPostsTrue(
		query,
		answered.flatMap((one) => textIn(one, 'id') ?? []),
		now,
	);
}

/** Queues an edit of each post that lists one of these messages. */
export async function keepPostsTrue(
	query: Query,
	messageRows: readonly string[],
	now: Date,
): Promise<void> {
	const posts = await query(POSTS, [storableJson(messageRows)]);
	for (const post of posts) {
		const id = randomUUID();
		const conversation = textIn(post, 'message_channel');
		await query(QUEUE_EDIT, [
			id,
			`reviewEdit:${id}`,
			now.getTime(),
			stored(await paceOf(query, { kind: 'review', step: 'owner', conversation })),
			textIn(post, 'id') ?? '',
			now.getTime() + EDIT_TAKES_MS,
		]);
	}
}

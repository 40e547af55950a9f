import { stepOf } from '../core/log/deliveryPolicy';
import {
	namesOf,
	PACE_MS,
	paced,
	paceKeyOf,
	placeOf,
	placesToldBy,
	type Heading,
	type SentTo,
} from '../core/log/pace';
import { readDigestOwner } from '../core/item/deliveryReaders';
import type { DeliveryKind } from '../core/item/types';
import { storableJson } from '../core/values/storable';
import { joinedMessage } from './alertMessage';
import type { Query, SqlRow } from './database';
import { dateIn, objectIn, storedKey, textIn } from './rows';
import { accountIn } from './storedAccount';

/**
 * One message at a time goes to each place. Where a delivery goes is settled only when it is written, so the pace is
 * taken on what is known when it is handed out, and what Record Delivery tells is remembered for the next.
 */

/**
 * Where a delivery is going, as far as its row and its alert's tell.
 * @param row with `kind`, `content` and `message_channel`
 * @param tries of its ladder, the one that is asked about included
 */
export function headingOf(row: SqlRow, tries: number, alert: SqlRow | undefined): Heading {
	const content = objectIn(row, 'content');
	const account = accountIn(content) ?? accountIn(alert && objectIn(alert, 'content'));
	const kind = (textIn(row, 'kind') ?? 'alert') as DeliveryKind;
	return {
		kind,
		step: stepOf(tries),
		owner: account?.owner ?? readDigestOwner(content ?? {}),
		isHandedOn: alert !== undefined && dateIn(alert, 'handed_on_at') !== undefined,
		conversation: alert ? joinedMessage(alert, kind)?.channel : textIn(row, 'message_channel'),
	};
}

/** What a delivery shares its pace with; absent where it needs none. */
export async function paceOf(query: Query, heading: Heading): Promise<string | undefined> {
	const key = paceKeyOf(heading, await knownPlaces(query, namesOf(heading)));
	return key === undefined ? undefined : storedKey(key);
}

/** Whether a message may go there now; if so, the next one has to wait. */
export async function takePace(query: Query, key: string, now: Date): Promise<boolean> {
	const taken = await query(
		`insert into @paces as pace (key, next_at) values ($1, $2)
		on conflict (key) do update set next_at = excluded.next_at where pace.next_at <= $3 returning key`,
		[key, now.getTime() + PACE_MS, now.getTime()],
	);
	return taken.length > 0;
}

/** Nothing more goes there before then, e.g. since the channel asked for it. */
async function holdPace(query: Query, key: string, until: number): Promise<void> {
	await query(
		`insert into @paces as pace (key, next_at) values ($1, $2)
		on conflict (key) do update set next_at = excluded.next_at where pace.next_at < excluded.next_at`,
		[storedKey(key), until],
	);
}

/**
 * Remembers where a delivery went. Where nobody had expected that, its pace is taken now.
 * @param row with `pace_key`
 */
export async function rememberPlace(
	query: Query,
	heading: Heading,
	sent: SentTo,
	row: SqlRow,
	now: Date,
): Promise<void> {
	for (const [name, place] of placesToldBy(heading, sent)) {
		await query(
			`insert into @places as known (name, place) values ($1, $2)
			on conflict (name) do update set place = excluded.place where known.place <> excluded.place`,
			[storedKey(name), storedKey(place)],
		);
	}
	const place = placeOf(sent);
	const key = place === undefined ? undefined : paced(place);
	if (key !== undefined && storedKey(key) !== textIn(row, 'pace_key')) {
		await holdPace(query, key, now.getTime() + PACE_MS);
	}
}

/**
 * Lets a place rest that asked for it: the one that the message went to, else the one that it was expected to go to.
 * @param row with `pace_key`
 */
export async function restPlace(
	query: Query,
	sent: SentTo,
	row: SqlRow,
	until: number,
): Promise<void> {
	const place = placeOf(sent);
	const known = place === undefined ? undefined : (await knownPlaces(query, [place])).get(place);
	const isElsewhere = sent.channel === 'email' || sent.channel === 'teams';
	const expected = isElsewhere ? undefined : textIn(row, 'pace_key');
	const asked = known ?? place;
	for (const key of new Set([expected, asked && paced(asked)])) {
		if (key !== undefined) await holdPace(query, key, until);
	}
}

async function knownPlaces(query: Query, names: readonly string[]): Promise<Map<string, string>> {
	const rows = await query('select name, place from @places where name in {list $1}', [
		storableJson(names.map(storedKey)),
	]);
	const byKey = new Map(rows.map((row) => [textIn(row, 'name'), textIn(row, 'place')]));
	return new Map(
		names.flatMap((name) => {
			const place = byKey.get(storedKey(name));
			return place === undefined ? [] : [[name, place]];
		}),
	);
}

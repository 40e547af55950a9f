import { createHash, randomBytes } from 'node:crypto';

import type { Query, SqlRow } from './database';
import { stored, storedKey, storedText, textIn } from './rows';

/** What links to answers hold: whoever has one may answer, and only its hash is kept. */

/** As many bytes as nobody guesses; 32 letters. */
const TOKEN_BYTES = 24;
/** An alert of a month ago is over, and so are the links in its message. */
const TOKEN_DAYS = 30;
const DAY_MS = 86_400_000;
const MOST_NAME = 200;
const MOST_ADDRESS = 2000;

/** What a link is about, and which attempt of which delivery it went out with. */
export interface TokenOf {
	alertId?: string;
	messageRow?: string;
	deliveryId: string;
	attempt: number;
}

/** Makes a token; the links of earlier attempts stay valid, since their message may have arrived. */
export async function makeToken(query: Query, about: TokenOf, now: Date): Promise<string> {
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	await query(
		`insert into @tokens (hash, alert_id, message_row, delivery_id, attempt, expires_at)
		values ($1, $2, $3, $4, $5, $6)`,
		[
			hashOf(token),
			stored(about.alertId),
			stored(about.messageRow),
			about.deliveryId,
			about.attempt,
			now.getTime() + TOKEN_DAYS * DAY_MS,
		],
	);
	return token;
}

/** The row behind a token, also when its time is over; absent for one that is none of ours. */
export async function readToken(query: Query, token: string): Promise<SqlRow | undefined> {
	const [row] = await query('select * from @tokens where hash = $1', [hashOf(token)]);
	return row;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Notes whom an attempt went to: who answers by its links is that person. */
export async function bindTokens(
	query: Query,
	deliveryId: string,
	attempt: number,
	person: string | undefined,
): Promise<void> {
	if (person === undefined) return;
	await query(
		`update @tokens set person = $3 where delivery_id = $1 and attempt = $2 and person is null`,
		[deliveryId, attempt, storedText(person, MOST_NAME)],
	);
}

export async function saveResponseAddress(
	query: Query,
	source: string,
	address: string,
	now: Date,
): Promise<void> {
	await query(
		`insert into @response_addresses (source, address, saved_at) values ($1, $2, $3)
		on conflict (source) do update set address = excluded.address, saved_at = excluded.saved_at`,
		[storedKey(source), storedText(address, MOST_ADDRESS), now.getTime()],
	);
}

export async function forgetResponseAddress(query: Query, source: string): Promise<void> {
	await query('delete from @response_addresses where source = $1', [storedKey(source)]);
}

/** Where answers are taken: the newest address, since its trigger was published last. */
export async function responseAddress(query: Query): Promise<string | undefined> {
	const [row] = await query(
		'select address from @response_addresses order by saved_at desc, source limit 1',
	);
	return row && textIn(row, 'address');
}

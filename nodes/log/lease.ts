import { randomUUID } from 'node:crypto';

import { waitAfterVanishing } from '../core/log/inboxPolicy';
import type { Query } from './database';
import { numberIn } from './rows';

/** What a trigger got to work on, for a time; nobody else gets it before that time is over. */
export interface Lease<T> {
	token: string;
	entries: T[];
}

/** A process of its own in every lease, so that it can be told whose they are. */
export const PROCESS_TOKEN = randomUUID();

/** A name for a lease that tells which process holds it. */
export const newLeaseToken = () => `${PROCESS_TOKEN}:${randomUUID()}`;

/** Makes the rows of a lease last longer, in whichever table they are. */
export async function renewLease(query: Query, token: string, until: Date): Promise<void> {
	await query('update @messages set lease_until = $2 where lease_token = $1', [
		token,
		until.getTime(),
	]);
	await query('update @deliveries set lease_until = $2 where lease_token = $1', [
		token,
		until.getTime(),
	]);
	await query('update @notices set due_at = $2 where lease_token = $1', [token, until.getTime()]);
}

/** Who left them has ended, and with it its runs. */
export async function endForeignLeases(query: Query, now: Date): Promise<void> {
	const mine = `${PROCESS_TOKEN}:%`;
	const isForeign = 'lease_token is not null and lease_token not like $1';
	for (const [table, end] of [
		['@messages', 'lease_until'],
		['@notices', 'due_at'],
	] as const) {
		const foreign = await query(`select distinct attempts from ${table} where ${isForeign}`, [
			mine,
		]);
		for (const row of foreign) {
			const attempts = numberIn(row, 'attempts') ?? 1;
			await query(`update ${table} set ${end} = $2 where ${isForeign} and attempts = $3`, [
				mine,
				now.getTime() + waitAfterVanishing(attempts),
				attempts,
			]);
		}
	}
	await query(`update @deliveries set lease_until = $2 where ${isForeign}`, [mine, now.getTime()]);
}

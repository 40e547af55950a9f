import type { EventEmitter } from 'node:events';

import type { Client } from 'pg';

import { NEWS } from './database';

const CHANNEL = 'cs_alerts_news';
const LISTEN_AGAIN_MS = 5000;

/** Tells all processes on the database; the payload is the kind of news. */
export const ANNOUNCE = `select pg_notify('${CHANNEL}', $1)`;

/**
 * Keeps one connection listening once somebody wants news, and connects again when it breaks.
 * @param connect makes a client that is not connected yet
 * @param local gets an event of each news' own name
 */
export function listen(connect: () => Client, local: EventEmitter) {
	let client: Client | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isWanted = false;
	const open = async () => {
		const mine = connect();
		client = mine;
		const again = () => {
			if (client !== mine) return;
			client = undefined;
			mine.end().catch(() => {});
			if (!isWanted) return;
			timer = setTimeout(() => void open(), LISTEN_AGAIN_MS);
			timer.unref();
		};
		mine.on('error', again);
		mine.on('end', again);
		mine.on('notification', ({ payload }) => {
			if (payload !== undefined) local.emit(payload);
		});
		try {
			await mine.connect();
			await mine.query(`listen ${CHANNEL}`);
			// What was announced while nobody listened.
			for (const news of NEWS) local.emit(news);
		} catch {
			again();
		}
	};
	return {
		start: () => {
			if (isWanted) return;
			isWanted = true;
			void open();
		},
		stop: async () => {
			isWanted = false;
			clearTimeout(timer);
			const last = client;
			client = undefined;
			await last?.end().catch(() => {});
		},
	};
}

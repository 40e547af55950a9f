import { randomUUID } from 'node:crypto';

import { reviewLinks } from '../core/log/answerLinks';
import { hasNoPerson } from '../core/score/noPerson/noPersonReason';
import { storableJson } from '../core/values/storable';
import { reviewedBecause } from './answerTargets';
import { makeToken, responseAddress } from './answerTokens';
import type { Query, SqlRow } from './database';
import { LogError } from './errors';
import type { Decision } from './message';
import { isoIn, numberIn, objectIn, stored, textIn, withoutAbsent } from './rows';
import { decidedContent } from './decidedContent';
import { isEdit } from './deliveryLine';
import { paceOf } from './paces';

/** What waits in Review is told in one message for many: whatever came before that message is on its way. */

/** Entries of one message; what is more is only counted. */
const MOST_ENTRIES = 20;
/** What no person wrote is in no hurry. */
const MACHINE_WAIT_MS = 60 * 60_000;
/** One gathers at a time; it stops when it is first handed out. */
const GATHERING = 'review';
/** It can be handed out just when an entry wants to join it. */
const MOST_TRIES = 5;

/** A message that has just ended in Review. */
export interface WaitingReview {
	messageRow: string;
	decision: Decision;
}

interface StoredEntry extends Record<string, unknown> {
	messageRow: string;
	isMachine: boolean;
}

/** Puts messages into the next delivery of the kind `review`, inside a transaction. */
export async function queueReview(
	query: Query,
	waiting: readonly WaitingReview[],
	now: Date,
): Promise<void> {
	if (waiting.length === 0) return;
	const entries = waiting.map(toEntry);
	const isUrgent = entries.some(({ isMachine }) => !isMachine);
	const dueAt = now.getTime() + (isUrgent ? 0 : MACHINE_WAIT_MS);
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		if (await begin(query, entries, dueAt, now)) return;
		if (await join(query, entries, dueAt)) return;
	}
	throw new LogError('What waits in Review is handed out all the time', { isPassing: true });
}

function toEntry({ messageRow, decision }: WaitingReview): StoredEntry {
	const isMachine = hasNoPerson(decision.sentiment?.flags ?? []);
	return { ...decidedContent(decision), messageRow, isMachine };
}

async function begin(
	query: Query,
	entries: readonly StoredEntry[],
	dueAt: number,
	now: Date,
): Promise<boolean> {
	const id = randomUUID();
	const begun = await query(
		`insert into @deliveries (
			id, once_key, kind, state, due_at, tried_since, pace_key, content, created_at, gathering
		) values ($1, $2, 'review', 'due', $3, $3, $4, $5, $6, $7)
		on conflict (gathering) where gathering is not null do nothing returning id`,
		[
			id,
			`review:${id}`,
			dueAt,
			stored(await paceOf(query, { kind: 'review', step: 'owner' })),
			storableJson(gathered(entries, 0)),
			now.getTime(),
			GATHERING,
		],
	);
	return begun.length > 0;
}

async function join(
	query: Query,
	entries: readonly StoredEntry[],
	dueAt: number,
): Promise<boolean> {
	// Held, so that two do not write over each other.
	const [row] = await query(
		`update @deliveries set gathering = gathering where gathering = $1 returning id, content, due_at`,
		[GATHERING],
	);
	if (row === undefined) return false;
	const { review, more } = readStored(row);
	const due = Math.min(dueAt, numberIn(row, 'due_at') ?? dueAt);
	await query('update @deliveries set content = $2, due_at = $3, tried_since = $3 where id = $1', [
		textIn(row, 'id') ?? '',
		storableJson(gathered([...review, ...entries], more)),
		due,
	]);
	return true;
}

/** People's words first, as they came; a message that came back is told once. */
function gathered(entries: readonly StoredEntry[], more: number) {
	const newest = [...new Map(entries.map((entry) => [entry.messageRow, entry])).values()];
	const sorted = [
		...newest.filter(({ isMachine }) => !isMachine),
		...newest.filter(({ isMachine }) => isMachine),
	];
	const left = sorted.slice(0, MOST_ENTRIES);
	return { review: left, more: more + sorted.length - left.length };
}

function readStored(row: SqlRow): { review: StoredEntry[]; more: number } {
	const { review, more } = objectIn(row, 'content') ?? {};
	return {
		review: Array.isArray(review) ? review.filter(isStoredEntry) : [],
		more: typeof more === 'number' ? more : 0,
	};
}

function isStoredEntry(entry: unknown): entry is StoredEntry {
	return typeof (entry as { messageRow?: unknown } | null)?.messageRow === 'string';
}

/** The messages that a delivery of the kind `review` lists. */
export const listedIn = (row: SqlRow) => readStored(row).review.map(({ messageRow }) => messageRow);

const LISTED = `
	select id, state, reviewed_at, reviewed_because, decided_at from @messages where id in {list $1}`;

/**
 * What is told of a delivery of the kind `review` that is being handed out: the entries that still wait, each with
 * links of its own. Absent when nothing of it waits any more. Where it edits what was posted, also what has become of
 * the other entries.
 */
export async function reviewContent(
	query: Query,
	row: SqlRow,
	now: Date,
): Promise<Record<string, unknown> | undefined> {
	const { review, more } = readStored(row);
	const rows = await query(LISTED, [storableJson(listedIn(row))]);
	const messages = new Map(rows.map((one) => [textIn(one, 'id'), one]));
	const reviewedOf = ({ messageRow }: StoredEntry) => reviewed(messages.get(messageRow));
	const isOfEdit = isEdit(row);
	const left = review.filter((entry) => isOfEdit || reviewedOf(entry) === undefined);
	if (left.length === 0 && more === 0) return undefined;
	const address = await responseAddress(query);
	const entries: Array<Record<string, unknown>> = [];
	for (const entry of left) {
		const known = { ...entry, messageRow: undefined, isMachine: undefined };
		const done = reviewedOf(entry);
		if (done !== undefined) {
			entries.push(withoutAbsent({ ...known, links: {}, reviewed: done }));
			continue;
		}
		const about = {
			messageRow: entry.messageRow,
			deliveryId: textIn(row, 'id') ?? '',
			attempt: numberIn(row, 'attempt') ?? 1,
		};
		const links =
			address === undefined ? {} : reviewLinks(address, await makeToken(query, about, now));
		entries.push(withoutAbsent({ ...known, links }));
	}
	return { review: entries, more };
}

/** What has become of a message; absent while it waits. */
function reviewed(message: SqlRow | undefined): { because: string; at?: string } | undefined {
	if (message === undefined) return { because: 'It is no longer kept' };
	const because = reviewedBecause(message);
	if (because === undefined) return undefined;
	return withoutAbsent({
		because,
		at: isoIn(message, 'reviewed_at') ?? isoIn(message, 'decided_at'),
	});
}

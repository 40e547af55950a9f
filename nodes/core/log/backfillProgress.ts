import { formatMoment } from '../values/wordedTime';

const MINUTE_MS = 60_000;
/** A rate over less says nothing yet. */
const LEAST_MS = 10_000;

/** What a backfill has done so far. */
export interface BackfillCounts {
	state: 'running' | 'stopped' | 'done' | 'failed';
	/** Tickets the helpdesk named so far, in all, and those still to be looked at. */
	tickets: number;
	total?: number;
	waiting: number;
	/** Messages found so far, and those decided. */
	messages: number;
	ended: number;
	/** Time it has been running, in milliseconds. */
	runningMs: number;
	startedAt: Date;
}

/** It is finished when its last message is decided, which can be long after its last ticket was looked at. */
export type BackfillStage = 'running' | 'finished' | 'stopped' | 'failed';

export interface BackfillProgress {
	stage: BackfillStage;
	/** Tickets looked at. */
	ticketsDone: number;
	/** Absent before a rate can be told. */
	ticketsPerMinute?: number;
	/** When the last of its messages should be decided; absent while that cannot be told. */
	expectedEnd?: Date;
	/** The same in words. */
	progress: string;
}

/**
 * How far a backfill is. It ends when its last message is decided, and scoring can be slower than
 * looking: the later of both is expected, on what was managed so far.
 * @param timeZone of whoever reads the words
 */
export function backfillProgress(
	counts: BackfillCounts,
	now: Date,
	timeZone: string,
): BackfillProgress {
	const { state, tickets, waiting, messages, ended, runningMs, total } = counts;
	const stage = state !== 'done' ? state : ended < messages ? 'running' : 'finished';
	const ticketsDone = Math.max(0, tickets - waiting);
	const ticketsPerMinute =
		runningMs >= LEAST_MS && ticketsDone > 0
			? Math.round((ticketsDone / runningMs) * MINUTE_MS * 10) / 10
			: undefined;
	const expectedEnd = expectedEndOf(counts, ticketsDone, now);
	const ofTotal =
		total === undefined ? `${ticketsDone} of ${tickets} or more` : `${ticketsDone} of ${total}`;
	const looked = `${state === 'done' ? ticketsDone : ofTotal} tickets looked at`;
	const outlook =
		stage === 'running'
			? [
					ticketsPerMinute !== undefined && `${ticketsPerMinute} tickets a minute`,
					expectedEnd &&
						`done at about ${formatMoment(expectedEnd, now, { locale: 'en-US', timeZone })}`,
				]
			: [];
	return {
		stage,
		ticketsDone,
		...(ticketsPerMinute !== undefined && { ticketsPerMinute }),
		...(expectedEnd !== undefined && { expectedEnd }),
		progress: [looked, `${ended} of ${messages} messages decided`, ...outlook]
			.filter((part) => part !== false && part !== undefined)
			.join(', '),
	};
}

function expectedEndOf(
	{ state, total, messages, ended, runningMs, startedAt }: BackfillCounts,
	ticketsDone: number,
	now: Date,
): Date | undefined {
	const isDeciding = state === 'done' && ended < messages;
	if (state !== 'running' && !isDeciding) return undefined;
	const ticketsInAll = state === 'done' ? ticketsDone : total;
	const spentMs = state === 'running' ? runningMs : now.getTime() - startedAt.getTime();
	if (ticketsInAll === undefined || ticketsDone === 0 || spentMs < LEAST_MS) return undefined;
	const share = Math.max(1, ticketsInAll / ticketsDone);
	const forTickets = spentMs * (share - 1);
	const messagesLeft = messages * share - ended;
	if (messagesLeft > 0 && ended === 0) return undefined;
	const forMessages = messagesLeft > 0 ? (spentMs / ended) * messagesLeft : 0;
	return new Date(now.getTime() + Math.max(forTickets, forMessages));
}

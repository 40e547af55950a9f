import { listOf } from '../values/wording';
import { formatSpan } from '../values/wordedTime';
import { counted, shownCount } from '../report/accountWords';
import { MESSAGE_STATES } from '../log/states';
import type { SetupCheck, SetupFacts } from './types';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
/** A burst, its write-ahead log and a copy for a migration need room; below this nothing is certain. */
const LEAST_FREE = 200 * MIB;
const LITTLE_FREE = GIB;

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

/**
 * Where the log is, whether it can be written, and how full it is.
 * @param writeError why a write was refused, in the log's own words; absent when it went well
 */
export function storageChecks(
	facts: SetupFacts,
	writeError: string | undefined,
	now: Date,
): SetupCheck[] {
	const { kind, place, schemaVersion } = facts;
	const where = `${NAMES[kind]}, ${place}`;
	const storage: SetupCheck =
		writeError === undefined
			? {
					...STORAGE,
					status: 'ok',
					found: `${where}. A trial write went well; its schema is at version ${schemaVersion}, the newest this pack knows.`,
				}
			: {
					...STORAGE,
					status: 'problem',
					found: `${where}. It can be read but not written: ${writeError}.`,
					whatToDo:
						kind === 'sqlite'
							? 'Let the user that runs n8n write this file and its folder, and see that the disk is neither full nor mounted read-only.'
							: 'Give the user in CS_ALERTS_DATABASE_URL the right to write, and see that the address leads to the primary server.',
				};
	return [storage, sizeCheck(facts, now)];
}

/** The log could not be opened at all; everything that would be read from it is not looked at. */
export function unreadableStorage(reason: string): SetupCheck {
	return {
		...STORAGE,
		status: 'problem',
		found: `The log cannot be used: ${reason}.`,
		whatToDo: 'Do what it says, then run this again. Until then no ticket is taken in.',
	};
}

const STORAGE = { id: 'storage', name: 'Log' } as const;
const SIZE = { id: 'size', name: 'Space' } as const;

function sizeCheck(facts: SetupFacts, now: Date): SetupCheck {
	const { bytes, freeBytes, messages, oldestWaitingAt } = facts;
	const total = Object.values(messages).reduce((sum, count) => sum + count, 0);
	const states = MESSAGE_STATES.flatMap((state) => {
		const count = messages[state] ?? 0;
		return count === 0 ? [] : [`${shownCount(count)} ${state}`];
	});
	const parts = [
		`${counted(total, 'message')}${states.length === 0 ? '' : ` (${listOf(states)})`}`,
		bytes === undefined ? '' : `${shownBytes(bytes)} on disk`,
		freeBytes === undefined ? '' : `${shownBytes(freeBytes)} of the disk free`,
	].filter((part) => part !== '');
	const oldest =
		oldestWaitingAt === undefined
			? ''
			: ` The oldest that waits to be decided came ${formatSpan(now.getTime() - oldestWaitingAt.getTime())} ago.`;
	const found = `${parts.join(', ')}.${oldest}`;
	if (freeBytes === undefined || freeBytes >= LITTLE_FREE) return { ...SIZE, status: 'ok', found };
	return {
		...SIZE,
		status: freeBytes < LEAST_FREE ? 'problem' : 'warning',
		found,
		whatToDo:
			'Free space on the disk of n8n’s user folder: when it is full, no ticket can be taken in. Ticket Log’s operation Purge can delete old entries.',
	};
}

/** "512 KB", "3.4 MB", "1.2 GB". */
export function shownBytes(bytes: number): string {
	if (bytes < MIB) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
	const [size, unit] = bytes < GIB ? [MIB, 'MB'] : [GIB, 'GB'];
	return `${(bytes / size).toLocaleString('en-US', { maximumFractionDigits: 1 })} ${unit}`;
}

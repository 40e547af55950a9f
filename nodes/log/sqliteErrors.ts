import { LogError } from './errors';

/** SQLite's result codes (its documentation, "Result and Error Codes"). */
const [BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB] = [
	5, 6, 8, 10, 11, 13, 14, 26,
] as const;
const IOERR_SHMSIZE = IOERR + (19 << 8);

/** The result code with its sub-kind in the upper bits; absent when the error is not SQLite's. */
function fullCodeOf(error: unknown): number | undefined {
	const code = (error as { errcode?: unknown } | undefined)?.errcode;
	return typeof code === 'number' ? code : undefined;
}

function resultCodeOf(error: unknown): number | undefined {
	const code = fullCodeOf(error);
	return code === undefined ? undefined : code & 0xff;
}

/** Whether another connection has the file just now. */
export function isLocked(error: unknown): boolean {
	const code = resultCodeOf(error);
	return code === BUSY || code === LOCKED;
}

/** Whether the file must be opened anew before anything can work again, e.g. since it was replaced. */
export function needsReopening(error: unknown): boolean {
	const code = resultCodeOf(error);
	return [READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB].some((fatal) => fatal === code);
}

/**
 * SQLite's result codes and the file system's, in words a person can act on; never the statement or
 * its values. What is neither, e.g. a mistake in our own code, stays as it is.
 */
export function explainSqlite(cause: unknown, file: string): unknown {
	if (cause instanceof LogError) return cause;
	const system = (cause as NodeJS.ErrnoException | undefined)?.code;
	const full = fullCodeOf(cause);
	const say = (message: string, isPassing = false) =>
		new LogError(message, { isPassing, code: full === undefined ? system : `SQLITE_${full}` });
	const noRoom = () =>
		say(`The disk of the log ${file} is full. Make room; it is tried again by itself`, true);
	const noAccess = (code: string) =>
		say(
			`The log ${file} cannot be written (${code}). Give the user that runs n8n write access to the folder and the file; it is tried again by itself`,
			true,
		);

	switch (resultCodeOf(cause)) {
		case undefined:
			break;
		case BUSY:
		case LOCKED:
			return say(
				`The log ${file} is held by another process. Stop whatever else has it open (a backup, a second n8n); it is tried again by itself`,
				true,
			);
		case READONLY:
		case CANTOPEN:
			return noAccess(`SQLite ${full}`);
		case FULL:
			return noRoom();
		case IOERR:
			if (full === IOERR_SHMSIZE) return noRoom();
			return say(
				`The disk of the log ${file} reports an error (SQLite ${full}). Check the disk, its free space and its mount; it is tried again by itself`,
				true,
			);
		case CORRUPT:
		case NOTADB:
			return say(
				`The log ${file} is damaged or is no SQLite file. Stop n8n, move it away with its -wal and -shm files and restore a backup; where there is none, a new one is made`,
			);
		default:
			return say(`The log ${file} refused a statement (SQLite ${full})`);
	}
	switch (system) {
		case 'ENOSPC':
		case 'EDQUOT':
			return noRoom();
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return noAccess(system);
		case 'ENOTDIR':
		case 'EEXIST':
		case 'EISDIR':
			return say(`The log's place ${file} is taken by something else (${system}). Move that away`);
		case 'ERR_INVALID_STATE':
			return say(`The log ${file} has just been closed. It is opened again by itself`, true);
		default:
			break;
	}
	const isOfSystem = typeof (cause as NodeJS.ErrnoException | undefined)?.syscall === 'string';
	return isOfSystem
		? say(
				`The log ${file} cannot be opened (${system}). Correct N8N_USER_FOLDER or the file system`,
			)
		: cause;
}

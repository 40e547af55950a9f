interface LogErrorOptions {
	isPassing?: boolean;
	code?: string;
}

/**
 * The log cannot do what was asked; the message says why and how to get going again. It keeps the
 * database's code but not its error: that one may quote a customer's words.
 */
export class LogError extends Error {
	/** Whether the same may well work in a moment, e.g. because the database was only locked. */
	readonly isPassing: boolean;
	/** The database's or the system's own code, e.g. "40P01" or "ENOSPC". */
	readonly code?: string;

	constructor(message: string, { isPassing = false, code }: LogErrorOptions = {}) {
		super(message);
		this.name = 'LogError';
		this.isPassing = isPassing;
		this.code = code;
	}
}

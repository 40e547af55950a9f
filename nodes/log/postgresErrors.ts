import { LogError } from './errors';

/** PostgreSQL's own names (its documentation, "PostgreSQL Error Codes"). */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const QUERY_CANCELED = '57014';

function codeOf(error: unknown): string | undefined {
	const code = (error as { code?: unknown } | undefined)?.code;
	return typeof code === 'string' ? code : undefined;
}

/** Whether the same work may well succeed when it is run again at once. */
export function isLostRace(error: unknown): boolean {
	const code = codeOf(error);
	return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/** PostgreSQL's error classes and the network's, in words a person can act on; never the statement or its values. */
export function explainPostgres(cause: unknown, place: string): LogError {
	if (cause instanceof LogError) return cause;
	const code = codeOf(cause) ?? '';
	const say = (message: string, isPassing = true) => new LogError(message, { isPassing, code });
	const capitalPlace = `${place.charAt(0).toUpperCase()}${place.slice(1)}`;
	switch (code) {
		case '28P01':
		case '28000':
			return say(
				`The log could not log in to ${place}. Check the user and the password in CS_ALERTS_DATABASE_URL`,
				false,
			);
		case '3D000':
			return say(
				`There is no such database: ${place}. Create it, or correct CS_ALERTS_DATABASE_URL`,
				false,
			);
		case '42501':
			return say(
				`The log's user may not create or use the schema cs_alerts in ${place}. Grant it CREATE on the database`,
				false,
			);
		case SERIALIZATION_FAILURE:
		case DEADLOCK:
			return say(`The log lost a race for the same rows in ${place}. It is tried again by itself`);
		case '25006':
			return say(
				`${capitalPlace} only allows reading. Point CS_ALERTS_DATABASE_URL to the primary server`,
			);
		case QUERY_CANCELED:
			return say(`${capitalPlace} took too long to answer. It is tried again by itself`);
		case '53100':
			return say(`The disk of ${place} is full. Make room; it is tried again by itself`);
		default:
			break;
	}
	if (code.startsWith('53')) {
		return say(`${capitalPlace} has no free connection or memory. It is tried again by itself`);
	}
	if (/^(?:0A|2|4|54|XX)/.test(code) && code.length === 5) {
		return say(`The log's statement was refused by ${place} (${code})`, false);
	}
	return say(
		`The log could not reach ${place}${code && ` (${code})`}. Start it, or correct CS_ALERTS_DATABASE_URL; it is tried again by itself`,
	);
}

const LIKE = 'Set it like postgres://user:password@host:5432/database';

/**
 * Host, port and database of an address, in words without user and password.
 * @throws LogError when it is no address of a PostgreSQL database; it shows nothing of it
 */
export function placeOf(url: string): string {
	const unreadable = () =>
		new LogError(
			`CS_ALERTS_DATABASE_URL is no address. ${LIKE}, with special characters of the password percent-encoded`,
		);
	let parsed: URL;
	let database: string;
	try {
		parsed = new URL(url);
		database = decodeURIComponent(parsed.pathname.slice(1));
		decodeURIComponent(parsed.password + parsed.username);
	} catch {
		throw unreadable();
	}
	const { protocol, hostname, port, searchParams, search, hash } = parsed;
	if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
		throw new LogError(
			`CS_ALERTS_DATABASE_URL begins with ${protocol}, but the log takes PostgreSQL only. ${LIKE}`,
		);
	}
	// A "/", "?" or "#" in the password ends the host early: what follows would show the password.
	if (hash !== '' || `${database}${search}`.includes('@')) throw unreadable();
	const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
	return `the PostgreSQL database${database && ` "${database}"`} on ${host}${port && `:${port}`}`;
}

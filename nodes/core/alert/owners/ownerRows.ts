import { comparableEmail } from '../../account/email';
import { channelNamed } from '../../account/table/channels';
import type { Owner } from '../../item/types';
import { shown } from '../../text/shown';
import type { TimeOfDayRange, WorkingHours } from '../../values/businessHours';
import { isEmptyCell, readDate, type ValueReading } from '../../values/cells';
import { trimmedTextOf } from '../../values/text';
import { isTimeZone } from '../../values/zonedTime';
import { timeRangeOf, workingHoursOf } from './hoursText';
import { OWNER_COLUMN_LABELS, ownerCell, type OwnerColumn } from './ownerColumns';
import { slackIdOf } from './slackId';

/** One customer-success person as a table of owners knows them. */
export interface OwnerRow extends Owner {
	/** E-mail address, lower case, of whom to tell when they do not answer. */
	manager?: string;
	/** E-mail address, lower case, of who stands in for them. */
	delegate?: string;
	/** ISO dates; both days count, by the clocks of {@link timeZone}. */
	absentFrom?: string;
	absentUntil?: string;
	/** IANA name. */
	timeZone?: string;
	workingHours?: WorkingHours;
	quietHours?: TimeOfDayRange;
}

/** All of them, by what an account's owner is known by. */
export interface OwnerDirectory {
	/** By address, lower case. */
	byEmail: ReadonlyMap<string, OwnerRow>;
	bySlackId: ReadonlyMap<string, OwnerRow>;
}

export const NO_OWNERS: OwnerDirectory = { byEmail: new Map(), bySlackId: new Map() };

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads owners from rows of any table; of two rows about the same person the first counts.
 * @returns the owners, and in plain words every cell and row that could not be understood: such a fact is
 * absent from its owner
 */
export function readOwnerRows(rows: readonly Row[]): {
	owners: OwnerDirectory;
	problems: string[];
} {
	const problems: string[] = [];
	const byEmail = new Map<string, OwnerRow>();
	const bySlackId = new Map<string, OwnerRow>();
	rows.forEach((row, index) => {
		if (Object.values(row).every(isEmptyCell)) return;
		const where = `Owners, row ${index + 1}`;
		const owner = ownerOf(row, (column, problem) => {
			problems.push(`${where}, ${OWNER_COLUMN_LABELS[column]}: ${problem}`);
		});
		const { email, slackId } = owner;
		if (email === undefined && slackId === undefined) {
			problems.push(`${where} has neither an email address nor a Slack ID`);
			return;
		}
		if (email !== undefined && !byEmail.has(email)) byEmail.set(email, owner);
		if (slackId !== undefined && !bySlackId.has(slackId)) bySlackId.set(slackId, owner);
	});
	return { owners: { byEmail, bySlackId }, problems };
}

/** What the table says of an account's owner; absent when it does not have them. */
export function findOwner(
	{ byEmail, bySlackId }: OwnerDirectory,
	{ email, slackId }: Owner,
): OwnerRow | undefined {
	const known = email === undefined ? undefined : byEmail.get(email.trim().toLowerCase());
	return known ?? (slackId === undefined ? undefined : bySlackId.get(slackId));
}

function ownerOf(row: Row, report: (column: OwnerColumn, problem: string) => void): OwnerRow {
	const read = <T>(column: OwnerColumn, reader: (cell: unknown) => ValueReading<T>) => {
		const cell = ownerCell(row, column);
		if (cell === undefined) return undefined;
		const { value, problem } = reader(cell);
		if (problem !== undefined) report(column, problem);
		return value;
	};
	const owner: OwnerRow = {
		email: read('email', emailIn),
		name: read('name', (cell) => ({ value: shown(cell) })),
		slackId: read(
			'slackId',
			textReading(slackIdOf, 'is no Slack member ID. Copy it from the profile, e.g. U024BE7LH'),
		),
		channel: read('channel', textReading(channelNamed, 'is none of slack, email and teams')),
		manager: read('manager', emailIn),
		delegate: read('delegate', emailIn),
		absentFrom: read('absentFrom', readDate),
		absentUntil: read('absentUntil', readDate),
		timeZone: read(
			'timeZone',
			textReading(
				(text) => (isTimeZone(text) ? text : undefined),
				'is no time zone. Use a name such as Europe/Berlin',
			),
		),
		workingHours: read(
			'workingHours',
			textReading(workingHoursOf, 'cannot be understood. Use e.g. Mon-Fri 09:00-17:30'),
		),
		quietHours: read(
			'quietHours',
			textReading(timeRangeOf, 'cannot be understood. Use e.g. 20:00-07:00'),
		),
	};
	const { absentFrom, absentUntil } = owner;
	if (absentFrom !== undefined && absentUntil !== undefined && absentUntil < absentFrom) {
		report(
			'absentUntil',
			`${absentUntil} is before ${absentFrom}, so the person counts as present`,
		);
		return { ...owner, absentFrom: undefined, absentUntil: undefined };
	}
	return owner;
}

function emailIn(cell: unknown): ValueReading<string> {
	const text = trimmedTextOf(cell);
	const value = comparableEmail(text);
	return value === undefined ? { problem: `${named(text)} is no email address` } : { value };
}

function textReading<T>(
	reader: (text: string) => T | undefined,
	complaint: string,
): (cell: unknown) => ValueReading<T> {
	return (cell) => {
		const text = trimmedTextOf(cell);
		const value = text === undefined ? undefined : reader(text);
		return value === undefined ? { problem: `${named(text)} ${complaint}` } : { value };
	};
}

const named = (text: string | undefined) =>
	text === undefined ? 'The value' : `"${shown(text, 60) ?? ''}"`;

import { shown } from '../text/shown';
import { byPlainName, isEmptyCell, readDate, textOfCell } from '../values/cells';
import { timeOf } from '../values/dates';
import { trimmedTextOf } from '../values/text';

/** What became of accounts, as people's tables and CRMs tell it, and answers to the sample of quiet tickets. */

export type OutcomeKind = 'churned' | 'contracted' | 'renewed' | 'expanded';

export interface Outcome {
	accountId: string;
	kind: OutcomeKind;
	/** The moment that was told; of a day alone, its first one in UTC. */
	at: Date;
	/** The latest that it can have been: of a day alone, its last moment in UTC. */
	end: Date;
}

/** Somebody's answer to a quiet ticket of the sample. */
export interface QuietCheck {
	ticketKey: string;
	shouldHaveAlerted: boolean;
}

export interface Outcomes {
	outcomes: Outcome[];
	checks: QuietCheck[];
	/** One sentence for each row that says neither, without its full stop. */
	problems: string[];
}

/** Column names in lower case without anything but letters and digits, best guess first. */
const COLUMNS = {
	accountId: ['accountid', 'customerid', 'companyid', 'account', 'id'],
	ticketKey: ['ticketkey', 'ticket'],
	outcome: ['outcome', 'answer', 'result', 'status'],
	date: ['date', 'outcomedate', 'at', 'closedate', 'churndate', 'closedat'],
} as const;

const KINDS: readonly OutcomeKind[] = ['churned', 'contracted', 'renewed', 'expanded'];
const DAY_MS = 86_400_000;
const KIND_WORDS = 'churned, contracted, renewed or expanded';
const CHECKS: ReadonlyMap<string, boolean> = new Map([
	['missed', true],
	['quiet', false],
]);

/**
 * Reads rows under loose column names: an account's outcome with its date, or a ticket's answer "missed" or "quiet".
 * An empty row says nothing.
 */
export function readOutcomes(rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Outcomes {
	const read: Outcomes = { outcomes: [], checks: [], problems: [] };
	rows.forEach((row, index) => {
		if (Object.values(row).every(isEmptyCell)) return;
		const cells = byPlainName(row);
		// The first column that is there counts, filled in or not: a table's own row numbers are no accounts.
		const cell = (column: keyof typeof COLUMNS) =>
			cells.get(COLUMNS[column].find((name) => cells.has(name)) ?? '');
		const said = textOfCell(cell('outcome'))?.trim().toLowerCase() ?? '';
		const kind = KINDS.find((known) => known === said);
		const [accountId, ticketKey] = [trimmedIn(cell('accountId')), trimmedIn(cell('ticketKey'))];
		const time = timeOfCell(cell('date'));
		const shouldHaveAlerted = CHECKS.get(said);
		if (kind !== undefined && accountId !== undefined && time !== undefined) {
			read.outcomes.push({ accountId, kind, ...time });
		} else if (shouldHaveAlerted !== undefined && ticketKey !== undefined) {
			read.checks.push({ ticketKey, shouldHaveAlerted });
		} else {
			const lack = lackOf(said, { isOutcome: kind !== undefined, accountId, shouldHaveAlerted });
			read.problems.push(`Outcomes, row ${index + 1}: ${lack}`);
		}
	});
	return read;
}

function trimmedIn(cell: unknown): string | undefined {
	return trimmedTextOf(textOfCell(cell));
}

/** From when until when it may have happened; absent where the cell tells no date. */
function timeOfCell(cell: unknown): Pick<Outcome, 'at' | 'end'> | undefined {
	const text = textOfCell(cell)?.trim();
	const isMoment = text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text);
	const time = timeOf(isMoment ? text : readDate(cell).value);
	if (time === undefined) return undefined;
	// Databases and CRMs give a day as its midnight in UTC.
	const isDay = time % DAY_MS === 0;
	return { at: new Date(time), end: new Date(isDay ? time + DAY_MS - 1 : time) };
}

/** Why a row says nothing, with what it takes. */
function lackOf(
	said: string,
	known: { isOutcome: boolean; accountId?: string; shouldHaveAlerted?: boolean },
): string {
	if (known.shouldHaveAlerted !== undefined) return `"${said}" needs the key of its ticket`;
	if (!known.isOutcome) {
		const what = said === '' ? 'there' : `"${shown(said, 40) ?? ''}"`;
		return `${what} is no outcome. Write ${KIND_WORDS}`;
	}
	return known.accountId === undefined
		? 'there is no account_id'
		: 'there is no date that can be read. Write e.g. 2027-03-31';
}

/** By account, earliest first. */
export function byAccount(outcomes: readonly Outcome[]): ReadonlyMap<string, Outcome[]> {
	const found = new Map<string, Outcome[]>();
	for (const outcome of outcomes.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
		found.set(outcome.accountId, [...(found.get(outcome.accountId) ?? []), outcome]);
	}
	return found;
}

export const isLoss = ({ kind }: Outcome) => kind === 'churned' || kind === 'contracted';

/** Whether anything is told of accounts from then on: what happened before says nothing of later alerts. */
export const tellsSince = (outcomes: readonly Outcome[], since: Date): boolean =>
	outcomes.some(({ at }) => at >= since);

import { byPlainName, textOfCell } from '../values/cells';
import { timeOf } from '../values/dates';

/** What became of accounts, as people's tables and CRMs tell it, and answers to the sample of quiet tickets. */

export type OutcomeKind = 'churned' | 'contracted' | 'renewed' | 'expanded';

export interface Outcome {
	accountId: string;
	kind: OutcomeKind;
	at: Date;
}

/** Somebody's answer to a quiet ticket of the sample. */
export interface QuietCheck {
	ticketKey: string;
	shouldHaveAlerted: boolean;
}

export interface Outcomes {
	outcomes: Outcome[];
	checks: QuietCheck[];
	/** Rows that say neither. */
	unreadable: number;
}

/** Column names in lower case without anything but letters and digits, best guess first. */
const COLUMNS = {
	accountId: ['accountid', 'customerid', 'companyid', 'account', 'id'],
	ticketKey: ['ticketkey', 'ticket'],
	outcome: ['outcome', 'answer', 'result', 'status'],
	date: ['date', 'outcomedate', 'at', 'closedate', 'churndate', 'closedat'],
} as const;

const KINDS: readonly OutcomeKind[] = ['churned', 'contracted', 'renewed', 'expanded'];
const CHECKS: Readonly<Record<string, boolean>> = { missed: true, quiet: false };

/** Reads rows under loose column names: an account's outcome with its date, or a ticket's answer "missed" or "quiet". */
export function readOutcomes(rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Outcomes {
	const read: Outcomes = { outcomes: [], checks: [], unreadable: 0 };
	for (const row of rows) {
		const cells = byPlainName(row);
		const cell = (column: keyof typeof COLUMNS) =>
			COLUMNS[column].map((name) => textOfCell(cells.get(name))).find((text) => text !== undefined);
		const said = cell('outcome')?.trim().toLowerCase() ?? '';
		const kind = KINDS.find((known) => known === said);
		const [accountId, ticketKey] = [cell('accountId'), cell('ticketKey')];
		const time = timeOf(cell('date'));
		const shouldHaveAlerted = CHECKS[said];
		if (kind !== undefined && accountId !== undefined && time !== undefined) {
			read.outcomes.push({ accountId, kind, at: new Date(time) });
		} else if (shouldHaveAlerted !== undefined && ticketKey !== undefined) {
			read.checks.push({ ticketKey, shouldHaveAlerted });
		} else {
			read.unreadable += 1;
		}
	}
	return read;
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

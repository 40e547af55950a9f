import { counted } from '../report/accountWords';
import { shown } from '../text/shown';
import { removeSamples } from './samples';
import type { SetupCheck } from './types';

/** What the checks of the tables that people keep have in common. */

type About = Pick<SetupCheck, 'id' | 'name'>;

interface Table {
	/** e.g. "cs_owners". */
	name: string;
	/** What one row of it is, e.g. "owner". */
	noun: string;
	/** Rows of the team's own, and invented ones among them. */
	own: number;
	samples: number;
	/** What is wrong with the rows, one sentence each without its full stop. */
	findings: readonly string[];
	/** Where to mend that. */
	remedy: string;
	/** What else is worth saying, and no reason to worry. */
	remark?: string;
}

/** More findings than this would bury the first ones. */
const MOST_NAMED = 5;

/** Invented rows are counted, not judged; among a team's own they have to go. */
export function tableCheck(about: About, table: Table): SetupCheck {
	const { name, noun, own, samples, findings, remedy, remark = '' } = table;
	if (own === 0 && findings.length === 0) {
		return { ...about, status: 'ok', found: `${counted(samples, 'row')}, all of them samples.` };
	}
	const count = `${counted(own, noun)} of your own${samples > 0 ? `, and ${counted(samples, 'sample')}` : ''}.`;
	const found = joined([count, remark, named(findings)]);
	if (findings.length === 0 && samples === 0) return { ...about, status: 'ok', found };
	const whatToDo = joined([
		findings.length > 0 ? remedy : '',
		samples > 0 ? removeSamples(name) : '',
	]);
	return { ...about, status: 'warning', found, whatToDo };
}

/** The rows could not be read, e.g. since there is no such table. */
export function unreadableTable(about: About, table: string, reason: string): SetupCheck {
	return {
		...about,
		status: 'problem',
		found: `They could not be read: ${shown(reason, 300) ?? ''}.`,
		whatToDo: `Run CS Alerts Setup again: it makes the table ${table} where there is none.`,
	};
}

/** "A. B. C. And 4 more." */
function named(findings: readonly string[]): string {
	const most = findings.slice(0, MOST_NAMED).map((text) => `${shown(text, 300) ?? ''}.`);
	const rest = findings.length - most.length;
	return [...most, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}

const joined = (sentences: readonly string[]) => sentences.filter((one) => one !== '').join(' ');

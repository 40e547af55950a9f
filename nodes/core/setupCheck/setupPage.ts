import { escapeHtml } from '../alert/render/emailFrame';
import { counted } from '../report/accountWords';
import { htmlOf, pageHtml } from '../report/pageFrame';
import { webLink } from '../values/link';
import { listOf } from '../values/wording';
import type { CheckStatus, SetupCheck } from './types';

/** What Check Setup gives out. */
export interface SetupResult {
	/** Whether nothing is broken; warnings and what was skipped leave it so. */
	ok: boolean;
	checks: SetupCheck[];
	html: string;
	text: string;
}

/** In the order in which they are to be read. */
const GROUPS: ReadonlyArray<{ status: CheckStatus; title: string; mark: string; word: string }> = [
	{ status: 'problem', title: 'To mend', mark: '✕', word: 'Problem' },
	{ status: 'warning', title: 'To look at', mark: '!', word: 'Warning' },
	{ status: 'ok', title: 'In order', mark: '✓', word: 'In order' },
	{ status: 'skipped', title: 'Not looked at', mark: '–', word: 'Skipped' },
];

/** Colours of the page's own names have a contrast of 4.5 and more in light and dark. */
const STYLE = [
	'ul.checks{list-style:none;margin:0;padding:0}',
	'.checks li{margin:0 0 14px;padding:0 0 0 34px;position:relative}',
	'.checks li:last-child{margin:0}',
	'.checks h3{font-size:15px;line-height:1.4;margin:0 0 2px}',
	'.checks p{margin:0 0 2px}',
	'.mark{position:absolute;left:0;top:0;width:22px;height:22px;border:2px solid;border-radius:50%;font:700 13px/18px Arial,sans-serif;text-align:center}',
	'.problem .mark{color:var(--mark)}.warning .mark{color:var(--third)}.ok .mark{color:var(--first)}.skipped .mark{color:var(--soft)}',
	'.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
].join('');

/** All checks as an item, a page and a text. The page runs no script and fetches nothing. */
export function setupResult(checks: readonly SetupCheck[], at: string): SetupResult {
	const title = 'CS Alerts: is everything set up?';
	const lead = leadOf(checks, at);
	const groups = GROUPS.map((group) => ({
		...group,
		checks: checks.filter(({ status }) => status === group.status),
	})).filter((group) => group.checks.length > 0);
	const sections = groups.map(
		({ title: heading, checks: ofGroup, ...group }) =>
			`<section><h2>${heading}</h2><ul class="checks">${ofGroup.map((check) => checkHtml(check, group)).join('')}</ul></section>`,
	);
	const lines = groups.flatMap(({ title: heading, checks: ofGroup }) => [
		`\n${heading}`,
		...ofGroup.map(checkText),
	]);
	return {
		ok: !checks.some(({ status }) => status === 'problem'),
		checks: [...checks],
		html: pageHtml({ title, lead, sections, style: STYLE }),
		text: [title, lead, ...lines].join('\n'),
	};
}

function leadOf(checks: readonly SetupCheck[], at: string): string {
	const countOf = (wanted: CheckStatus) => checks.filter(({ status }) => status === wanted).length;
	const [problems, warnings, skipped] = [
		countOf('problem'),
		countOf('warning'),
		countOf('skipped'),
	];
	const wrong = [
		...(problems > 0 ? [counted(problems, 'problem')] : []),
		...(warnings > 0 ? [counted(warnings, 'warning')] : []),
	];
	const verdict = wrong.length === 0 ? 'Everything that was looked at is in order' : listOf(wrong);
	const rest = skipped > 0 ? `; ${shownSkipped(skipped)} not looked at` : '';
	return `${verdict}${rest}. ${at}.`;
}

const shownSkipped = (count: number) =>
	`${counted(count, 'thing')} ${count === 1 ? 'was' : 'were'}`;

function checkHtml(
	{ name, status, found, whatToDo, link }: SetupCheck,
	{ mark, word }: { mark: string; word: string },
): string {
	const url = webLink(link);
	return [
		`<li class="${status}"><h3><span class="mark" aria-hidden="true">${mark}</span><span class="hidden">${word}: </span>${htmlOf(name)}</h3>`,
		`<p>${htmlOf(found)}</p>`,
		whatToDo === undefined ? '' : `<p><strong>What to do:</strong> ${htmlOf(whatToDo)}</p>`,
		url === undefined
			? ''
			: `<p><a href="${escapeHtml(url)}" target="_blank" rel="noreferrer">Open the workflow<span class="hidden"> of ${htmlOf(name)}</span></a></p>`,
		'</li>',
	].join('');
}

function checkText({ name, found, whatToDo, link }: SetupCheck): string {
	return [
		`- ${name}: ${found}`,
		...(whatToDo === undefined ? [] : [`  What to do: ${whatToDo}`]),
		...(link === undefined ? [] : [`  ${link}`]),
	].join('\n');
}

import { quoted, shown } from '../text/shown';
import { shownAddress } from '../text/shownAddress';
import { webLink } from '../values/link';
import type { Answerable } from './answerable';
import { markup, type Html } from './markup';
import { standingLines } from './standingLines';

/** What a link is about, as a list of names and values; what is unknown is left out. */
export function facts(target: Answerable, timeZone: string): Html {
	const { topic, standing } = target;
	const rows: Array<[string, Html | undefined]> = [
		['Account', textRow(accountOf(target))],
		['Score', textRow(scoreOf(target))],
		['Topic', textRow(shown(topic))],
		['Ticket', ticketRow(target)],
		['From', textRow(shownAddress(target.requesterEmail) ?? quoted(target.requesterEmail))],
		['Status', standing && lineRow(standingLines(standing, timeZone))],
	];
	const known = rows.flatMap(([name, value]) =>
		value === undefined
			? []
			: [
					markup`<dt>${name}</dt>
						<dd>${value}</dd>`,
				],
	);
	return known.length === 0 ? markup`` : markup`<dl>${known}</dl>`;
}

function textRow(text: string | undefined): Html | undefined {
	return text === undefined ? undefined : markup`${text}`;
}

function lineRow(lines: readonly string[]): Html {
	return markup`${lines.map((line) => markup`<p>${line}</p>`)}`;
}

function accountOf({ account, isIncident }: Answerable): string | undefined {
	return isIncident ? 'Several at once' : (shown(account?.name) ?? shown(account?.id));
}

/** e.g. "85 of 100, critical". */
function scoreOf({ score, severity }: Answerable): string | undefined {
	const points = score === undefined ? undefined : `${score} of 100`;
	const parts = [points, shown(severity, 40)].filter((part) => part !== undefined);
	return parts.length === 0 ? undefined : parts.join(', ');
}

/** The customer's own words, as a link where the agent's view is known. */
function ticketRow({ subject, ticketKey, ticketUrl }: Answerable): Html | undefined {
	const words = quoted(subject) ?? shown(ticketKey);
	const link = webLink(ticketUrl);
	if (link !== undefined) return markup`<a href="${link}">${words ?? 'Open the ticket'}</a>`;
	return textRow(words);
}

import type { ListMessage, ListSection } from '../alert/listMessage';
import { renderListEmail } from '../alert/render/emailList';
import { renderListSlack } from '../alert/render/slackList';
import { renderPage } from './page';
import type { RenderedReport, Report, ReportSection, ReportTable } from './types';

/** A message names the first rows of each table; the page has all of them. */
const MOST_ROWS = 8;

/** A report with all its forms: as data, for Slack, as an e-mail and as a page. */
export async function renderReport(report: Report): Promise<RenderedReport> {
	const list = listOfReport(report);
	return {
		kind: report.kind,
		title: report.title,
		since: report.since.toISOString(),
		until: report.until.toISOString(),
		figures: report.figures,
		slack: renderListSlack(list, [], { buttons: 'links' }),
		email: renderListEmail(list, []),
		html: await renderPage(report),
	};
}

/** A report as a list, which Slack and mail know how to show. */
export function listOfReport({ title, lead, sections, notes }: Report): ListMessage {
	const noteSection: ListSection = {
		title: 'What these figures do not say',
		entries: notes.map((text) => ({ text })),
		more: 0,
	};
	return {
		title,
		lead,
		sections: [...sections.map(listSection), noteSection].filter(
			({ entries }) => entries.length > 0,
		),
	};
}

function listSection({ title, lines = [], table }: ReportSection): ListSection {
	// What a reader of the page has to open first is too much for a message.
	const isFolded = table?.isFolded === true;
	const rows = isFolded ? [] : (table?.rows.slice(0, MOST_ROWS) ?? []);
	const more = isFolded ? 0 : (table?.rows.length ?? 0) - rows.length + (table?.more ?? 0);
	return {
		title,
		entries: [
			...lines.map((text) => ({ text })),
			...rows.map((row, index) => {
				const url = table?.links?.[index];
				return {
					text: table === undefined ? '' : rowWords(row, table),
					...(url !== undefined && { url }),
				};
			}),
		],
		more,
	};
}

/** "Ana: a working day 5.2, alerts 41"; what is unknown is left out. */
function rowWords(cells: readonly string[], { columns }: ReportTable): string {
	const [first = '', ...others] = cells;
	const words = others.flatMap((cell, index) => {
		const title = columns[index + 1]?.title ?? '';
		return cell === '' ? [] : [`${title.charAt(0).toLowerCase()}${title.slice(1)} ${cell}`];
	});
	return words.length === 0 ? first : `${first}: ${words.join(', ')}`;
}

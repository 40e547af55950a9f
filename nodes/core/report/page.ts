import { escapeHtml } from '../alert/render/emailFrame';
import { webLink } from '../values/link';
import { drawChart } from './charts/draw';
import { htmlOf, pageHtml } from './pageFrame';
import type { Report, ReportSection, ReportTable } from './types';

/** A drawing for a desk, and one for a phone, where the first would be too small to read. */
const WIDTHS = { wide: 780, narrow: 360 } as const;

/** A report as one HTML file with its charts; every text in it is escaped. */
export async function renderPage(report: Report): Promise<string> {
	const sections: string[] = [];
	for (const [index, section] of report.sections.entries()) {
		sections.push(await sectionHtml(section, `chart-${index + 1}`));
	}
	const { title, lead } = report;
	return pageHtml({ title, lead, sections: [...sections, footerHtml(report.notes)] });
}

async function sectionHtml({ title, lines, chart, table }: ReportSection, id: string) {
	const drawings: string[] = [];
	if (chart !== undefined) {
		for (const [name, width] of Object.entries(WIDTHS)) {
			const svg = await drawChart(chart, `${id}-${name}`, width);
			drawings.push(`<figure class="${name}">${svg}</figure>`);
		}
	}
	return [
		`<section><h2>${htmlOf(title)}</h2>`,
		...(lines ?? []).map((line) => `<p>${htmlOf(line)}</p>`),
		...drawings,
		table === undefined ? '' : tableHtml(table, title),
		'</section>',
	].join('');
}

function tableHtml(
	{ columns, rows, more = 0, links = [], isFolded }: ReportTable,
	title: string,
): string {
	if (rows.length === 0) return '<p class="soft">None.</p>';
	const classOf = (place: number) => (columns[place]?.isNumber === true ? ' class="number"' : '');
	const head = columns.map(
		({ title }, place) =>
			`<th scope="col" role="columnheader"${classOf(place)}>${htmlOf(title)}</th>`,
	);
	const body = rows.map((cells, row) => {
		const link = webLink(links[row]);
		const html = cells.map((cell, place) => {
			const open =
				link !== undefined && place === cells.length - 1
					? ` <a href="${escapeHtml(link)}" rel="noreferrer">Open ticket</a>`
					: '';
			const name = htmlOf(columns[place]?.title ?? '');
			return `<td role="cell" data-title="${name}"${classOf(place)}><span>${cell === '' ? '–' : htmlOf(cell)}${open}</span></td>`;
		});
		return `<tr role="row">${html.join('')}</tr>`;
	});
	const rest = more > 0 ? `<p class="soft">and ${more.toLocaleString('en-US')} more</p>` : '';
	// Roles are said, since a table whose rows stand below each other on a phone is none to a browser.
	const inner = `<table role="table"><thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table>`;
	// A table that is wider than a phone is scrolled by keys, too.
	const table = `<div class="table${isWordy(columns) ? ' stacked' : ''}" role="region" tabindex="0" aria-label="${htmlOf(title)}">${inner}</div>${rest}`;
	return isFolded === true ? `<details><summary>As a table</summary>${table}</details>` : table;
}

/** Whether its rows are too wide for a phone: of numbers alone five columns fit, of texts two. */
function isWordy(columns: ReportTable['columns']): boolean {
	return columns.length > 3 && columns.filter(({ isNumber }) => isNumber !== true).length > 1;
}

function footerHtml(notes: readonly string[]): string {
	if (notes.length === 0) return '';
	const items = notes.map((note) => `<li>${htmlOf(note)}</li>`);
	return `<footer><h2>What these figures do not say</h2><ul>${items.join('')}</ul></footer>`;
}

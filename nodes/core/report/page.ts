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
		({ title }, place) => `<th scope="col"${classOf(place)}>${htmlOf(title)}</th>`,
	);
	const body = rows.map((cells, row) => {
		const link = webLink(links[row]);
		const html = cells.map((cell, place) => {
			const open =
				link !== undefined && place === cells.length - 1
					? ` <a href="${escapeHtml(link)}" rel="noreferrer">Open ticket</a>`
					: '';
			return `<td${classOf(place)}>${cell === '' ? '–' : htmlOf(cell)}${open}</td>`;
		});
		return `<tr>${html.join('')}</tr>`;
	});
	const rest = more > 0 ? `<p class="soft">and ${more.toLocaleString('en-US')} more</p>` : '';
	// A table that is wider than a phone is scrolled by keys, too.
	const table = `<div class="table" role="region" tabindex="0" aria-label="${htmlOf(title)}"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>${rest}`;
	return isFolded === true ? `<details><summary>As a table</summary>${table}</details>` : table;
}

function footerHtml(notes: readonly string[]): string {
	if (notes.length === 0) return '';
	const items = notes.map((note) => `<li>${htmlOf(note)}</li>`);
	return `<footer><h2>What these figures do not say</h2><ul>${items.join('')}</ul></footer>`;
}

import { escapeHtml } from '../../alert/render/emailFrame';
import type { ReportChart } from '../types';
import { namedColours } from './colours';
import { heightOf, optionOf } from './options';

/**
 * Draws a chart as inline SVG: no script, no style of its own, nothing it would have to load. Its title and what is
 * to be seen stand in it as words.
 * @param id unique within the page
 * @param width in pixels; it scales down from there
 */
export async function drawChart(chart: ReportChart, id: string, width: number): Promise<string> {
	// A megabyte that only reports need.
	const { init } = await import('echarts');
	const size = { width, height: heightOf(chart) };
	const drawing = init(null, null, { renderer: 'svg', ssr: true, ...size });
	try {
		drawing.setOption(optionOf(chart, size));
		return withWords(cleaned(drawing.renderToSVGString(), id), chart, id);
	} finally {
		// It keeps a timer otherwise.
		drawing.dispose();
	}
}

/** Texts in the drawing are escaped, quotes too, so none of them looks like what is taken out here. */
function cleaned(svg: string, id: string): string {
	const bare = svg
		.replace(/<style\s*><!\[CDATA\[[\s\S]*?\]\]>\s*<\/style>/g, '')
		.replace(/ (?:class|ecmeta_\w+|pointer-events|xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
		.replace(/(id="|url\(#)zr\d+-/g, `$1${id}-`);
	return namedColours(bare);
}

function withWords(svg: string, { title, description }: ReportChart, id: string): string {
	const words = `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-words">${escapeHtml(description)}</desc>`;
	return svg.replace(
		/^<svg ([^>]*)>/,
		(_, attributes: string) =>
			`<svg role="img" aria-labelledby="${id}-title ${id}-words" ${attributes}>${words}`,
	);
}

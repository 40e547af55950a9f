import { escapeHtml, link } from './html.ts';

// Marks the place of finished HTML while the text around it is still being worked on. Both are
// private-use characters, which are taken out of the input first.
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';

const STYLES: Array<[RegExp, string]> = [
	[/(^|[^\p{L}\p{N}*])\*(?=\S)([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])/gu, 'strong'],
	[/(^|[^\p{L}\p{N}_])_(?=\S)([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/gu, 'em'],
	[/(^|[^\p{L}\p{N}~])~(?=\S)([^~\n]*[^~\s])~(?![\p{L}\p{N}~])/gu, 's'],
];

/**
 * Slack's mrkdwn as HTML: bold, italic, strike, code, quotes, links and mentions. Everything else is
 * shown letter for letter. The rules: https://docs.slack.dev/messaging/formatting-message-text
 */
export function mrkdwnToHtml(source: string): string {
	const finished: string[] = [];
	const keep = (html: string) => `${OPEN}${finished.push(html) - 1}${CLOSE}`;
	const text = source
		.replace(/[\u{E000}\u{E001}]/gu, '')
		.replace(/```\n?([^`]+)```/g, (_, code: string) => keep(`<pre>${plain(code)}</pre>`))
		.replace(/`([^`\n]+)`/g, (_, code: string) => keep(`<code>${plain(code)}</code>`))
		.replace(/<([^<>\n]+)>/g, (_, inside: string) => keep(reference(inside)));
	const html = quoteLines(text, (line) => style(plain(line)));
	// Finished HTML can hold no place marks, so one pass puts all of it back.
	return html.replace(
		/\u{E000}(\d+)\u{E001}/gu,
		(_, index: string) => finished[Number(index)] ?? '',
	);
}

function style(html: string): string {
	return STYLES.reduce(
		(styled, [pattern, tag]) => styled.replace(pattern, `$1<${tag}>$2</${tag}>`),
		html,
	);
}

function quoteLines(text: string, render: (line: string) => string): string {
	const parts: Array<{ isQuote: boolean; lines: string[] }> = [];
	for (const line of text.split('\n')) {
		const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line);
		const isQuote = quoted !== null;
		const last = parts.at(-1);
		const part = last?.isQuote === isQuote ? last : { isQuote, lines: [] };
		if (part !== last) parts.push(part);
		part.lines.push(render(quoted?.[1] ?? line));
	}
	return parts
		.map(({ isQuote, lines }) => {
			const html = lines.join('<br>');
			return isQuote ? `<blockquote>${html}</blockquote>` : html;
		})
		.join('');
}

/** What stands between < and >: a link, or a mention of a person, channel, group or time. */
function reference(inside: string): string {
	const bar = inside.indexOf('|');
	const target = bar < 0 ? inside : inside.slice(0, bar);
	const label = bar < 0 ? undefined : inside.slice(bar + 1);
	if (/^[@#!]/.test(target)) return mention(target, label);
	if (!/^(https?:\/\/|mailto:)/i.test(target)) return plain(`<${inside}>`);
	return link(unescape(target), plain(label ?? target.replace(/^mailto:/i, '')));
}

function mention(target: string, label: string | undefined): string {
	if (target.startsWith('!date^')) return plain(label ?? target);
	const name = label ?? target.slice(1);
	const sign = target.startsWith('#') ? '#' : '@';
	const isLoud = /^!(channel|here|everyone)$/.test(target);
	const text = `${sign}${name.replace(/^[@#]/, '')}`;
	return `<span class="mention${isLoud ? ' loud' : ''}">${plain(text)}</span>`;
}

/** Slack's own three escapes undone, then all of HTML's done. */
function plain(text: string): string {
	return escapeHtml(unescape(text));
}

function unescape(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

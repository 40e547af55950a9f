import { Parser } from 'htmlparser2';

/** What a reader of a message can press, and what Slack or a browser would take for markup. */

type Json = Record<string, unknown>;

/** Every text that Slack parses for mentions, links and formatting. */
export function parsedTexts(blocks: unknown): string[] {
	if (Array.isArray(blocks)) return blocks.flatMap(parsedTexts);
	if (typeof blocks !== 'object' || blocks === null) return [];
	const { type, text } = blocks as Json;
	if (type === 'mrkdwn' && typeof text === 'string') return [text];
	return Object.values(blocks).flatMap(parsedTexts);
}

/** Every text of a Slack message, parsed or not. */
export function textsOf(blocks: unknown): string[] {
	if (Array.isArray(blocks)) return blocks.flatMap(textsOf);
	if (typeof blocks !== 'object' || blocks === null) return [];
	const { type, text } = blocks as Json;
	if ((type === 'mrkdwn' || type === 'plain_text') && typeof text === 'string') return [text];
	return Object.values(blocks).flatMap(textsOf);
}

/** The elements of a page in their order, with where links lead. */
export function elementsOf(html: string): string[] {
	const elements: string[] = [];
	const parser = new Parser({
		onopentag: (name, { href }) => elements.push(href === undefined ? name : `${name} ${href}`),
	});
	parser.end(html);
	return elements;
}

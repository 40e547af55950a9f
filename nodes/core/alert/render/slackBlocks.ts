import { oneLine, shorten } from '../../text/shown';

/** Pieces of a Slack message, each within Slack's limits (Block Kit reference). */

export type Block = Record<string, unknown>;

/** In characters. */
export const LIMITS = {
	header: 150,
	section: 3000,
	context: 2000,
	button: 75,
	url: 3000,
	blockId: 255,
	/** A notification shows far less; Slack itself would take 40,000. */
	notification: 1000,
} as const;

/**
 * A text that Slack does not parse: no mention, link or formatting can be smuggled in. Slack refuses
 * empty text objects, so a text of nothing but spaces is shown as a dash.
 */
export function plain(text: string, most: number): Block {
	const visible = text.split('\n').map(oneLine).join('\n').trim();
	return { type: 'plain_text', text: shorten(visible === '' ? '–' : visible, most), emoji: false };
}

/** A few words of ours in bold. */
export function label(text: string): Block {
	return { type: 'context', elements: [{ type: 'mrkdwn', text: `*${escapeMrkdwn(text)}*` }] };
}

export function header(title: string): Block {
	return { type: 'header', text: plain(oneLine(title), LIMITS.header) };
}

export function section(text: string): Block {
	return { type: 'section', text: plain(text, LIMITS.section) };
}

/** Small lines below each other: one text, since Slack sets the elements of a context side by side. */
export function context(lines: readonly string[]): Block | undefined {
	if (lines.length === 0) return undefined;
	return { type: 'context', elements: [plain(lines.map(oneLine).join('\n'), LIMITS.context)] };
}

/** Absent when there is nothing to open. */
export function button(
	actionId: string,
	text: string,
	url: string | undefined,
	style?: 'primary',
): Block | undefined {
	if (url === undefined || url.length > LIMITS.url) return undefined;
	return {
		type: 'button',
		action_id: actionId,
		text: plain(text, LIMITS.button),
		url,
		...(style && { style }),
	};
}

/** The blocks that are there; the first one carries the delivery's ID, so that a message can be found again. */
export function withDeliveryId(
	blocks: ReadonlyArray<Block | undefined>,
	deliveryId: string | undefined,
): Block[] {
	const [first, ...others] = blocks.filter((block) => block !== undefined);
	if (first === undefined) return [];
	if (deliveryId === undefined) return [first, ...others];
	return [{ ...first, block_id: `cs:${deliveryId}`.slice(0, LIMITS.blockId) }, ...others];
}

/** Text for notifications: one line, parsed as mrkdwn by Slack. */
export function notification(...parts: Array<string | undefined>): string {
	return escapeMrkdwn(shorten(oneLine(parts.filter(Boolean).join(': ')), LIMITS.notification));
}

/**
 * Escapes the three characters that Slack reads as control characters in mrkdwn; this disarms
 * mentions such as `<!channel>` and `<url|text>` links.
 */
export function escapeMrkdwn(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

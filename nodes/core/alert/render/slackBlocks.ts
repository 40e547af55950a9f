import { isMainAnswer } from '../answers';
import type { AnswerLink } from '../../item/types';
import { oneLine, shorten } from '../../text/shown';

/** Pieces of a Slack message, each within Slack's limits (Block Kit reference). */

export type Block = Record<string, unknown>;

/** How a message is made for Slack. */
export interface SlackStyle {
	/** Whether answers are links, or buttons that a Slack app sends on. */
	buttons: 'links' | 'app';
	/** Stands on the message as "cs:…", so that a repeat can be found. */
	deliveryId?: string;
}

/** Blocks in a message. */
export const MOST_BLOCKS = 50;
/** Slack refuses messages of about 13,200 characters, blocks included (slackapi/bolt-js#2509). */
export const MOST_CHARACTERS = 12_000;

/** In characters. */
const LIMITS = {
	header: 150,
	section: 3000,
	context: 2000,
	button: 75,
	url: 3000,
	value: 2000,
	blockId: 255,
	/** A notification shows far less; Slack itself would take 40,000. */
	notification: 1000,
} as const;

/**
 * A text that Slack does not parse: no mention, link or formatting can be smuggled in. Slack refuses
 * empty text objects, so a text of nothing but spaces is shown as a dash.
 */
function plain(text: string, most: number): Block {
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

/** A row of buttons; absent when there are none. */
export function buttonRow(buttons: ReadonlyArray<Block | undefined>): Block | undefined {
	const elements = buttons.filter((element) => element !== undefined);
	return elements.length === 0 ? undefined : { type: 'actions', elements };
}

/** The button of an answer, which asks for more only on a page of ours: an account to attach to. */
export function answerButton(
	{ action, label: text, url }: AnswerLink,
	{ buttons }: SlackStyle,
): Block | undefined {
	const actionId = `cs_${action}`;
	const style = action === 'acknowledge' ? 'primary' : undefined;
	if (buttons === 'links' || action === 'attach') return button(actionId, text, url, style);
	const value = tokenIn(url);
	if (value === '' || value.length > LIMITS.value) return undefined;
	return {
		type: 'button',
		action_id: actionId,
		text: plain(text, LIMITS.button),
		value,
		...(style && { style }),
	};
}

/** The answers of an alert: what is wanted most on buttons, the rest as small links, or on buttons where an app takes them. */
export function answerBlocks(
	answers: readonly AnswerLink[],
	style: SlackStyle,
): Array<Block | undefined> {
	const further = answers.filter((answer) => !isMainAnswer(answer));
	return [
		buttonRow(answers.filter(isMainAnswer).map((answer) => answerButton(answer, style))),
		style.buttons === 'app'
			? buttonRow(further.map((answer) => answerButton(answer, style)))
			: smallLinks(further),
	];
}

function smallLinks(answers: readonly AnswerLink[]): Block | undefined {
	const links = answers.map(
		({ label: text, url }) => `<${escapeMrkdwn(url).replace(/\|/g, '%7C')}|${escapeMrkdwn(text)}>`,
	);
	const fitting = links.filter(
		(_, index) => links.slice(0, index + 1).join(' · ').length <= LIMITS.context,
	);
	if (fitting.length === 0) return undefined;
	return {
		type: 'context',
		elements: [{ type: 'mrkdwn', text: fitting.join(' · '), verbatim: true }],
	};
}

/** What stands in an answer's link and belongs to one person; CS Alert Response Trigger takes it as a button's value. */
function tokenIn(url: string): string {
	return new URL(url).searchParams.get('token') ?? '';
}

/** Text of ours, parsed by Slack, e.g. "*Recommended action:* Book a call". */
export function mrkdwnSection(text: string): Block {
	return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Whether Slack takes all of them as one message. */
export function isFitting(blocks: readonly Block[]): boolean {
	return blocks.length <= MOST_BLOCKS && JSON.stringify(blocks).length <= MOST_CHARACTERS;
}

/** The blocks that are there; the first one carries the delivery's ID, so that a message can be found again. */
export function withDeliveryId(
	blocks: ReadonlyArray<Block | undefined>,
	deliveryId: string | undefined,
): Block[] {
	const [first, ...others] = blocks.filter((block) => block !== undefined);
	if (first === undefined) return [];
	if (deliveryId === undefined) return [first, ...others];
	return [{ ...first, block_id: blockIdOf(deliveryId) }, ...others];
}

/** What the first block of a delivery is called in Slack. */
export function blockIdOf(deliveryId: string): string {
	return `cs:${deliveryId}`.slice(0, LIMITS.blockId);
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

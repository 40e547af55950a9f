import type { AlertContent, AlertRecipient } from '../../item/types';
import { oneLine, ownerOf, shorten } from './limits';

type Block = Record<string, unknown>;

/** Slack's limits on a message's blocks, in characters (Block Kit reference). */
const LIMITS = { header: 150, section: 3000, context: 2000, url: 3000, text: 3000 };

/**
 * A Slack message as chat.postMessage takes it. What customers and CRMs wrote goes out as
 * `plain_text`, which Slack does not parse: no mention, link or formatting can be smuggled in.
 */
export function renderSlack(
	content: AlertContent,
	recipient: AlertRecipient,
): { text: string; blocks: Block[] } {
	const blocks: Array<Block | undefined> = [
		{ type: 'header', text: plain(oneLine(content.title), LIMITS.header) },
		{ type: 'section', text: plain(oneLine(content.accountLine), LIMITS.section) },
		{
			type: 'context',
			elements: [
				plain(oneLine(content.ticketLine), LIMITS.context),
				plain(`Owner: ${oneLine(ownerOf(recipient))}`, LIMITS.context),
			],
		},
		content.summary === undefined ? undefined : label('What the customer says'),
		content.summary === undefined
			? undefined
			: { type: 'section', text: plain(content.summary, LIMITS.section) },
		...list('Evidence', content.evidence),
		...list('Risk factors', content.riskFactors),
		{
			type: 'section',
			text: {
				type: 'mrkdwn',
				text: `*Recommended action:* ${escapeMrkdwn(content.recommendedAction)}`,
				verbatim: true,
			},
		},
		actions(content),
		{
			type: 'context',
			elements: [plain(`Why this alert: ${content.why.map(oneLine).join('\n')}`, LIMITS.context)],
		},
	];
	const fallback = [content.title, content.summary ?? content.ticketLine].join(': ');
	return {
		text: shorten(escapeMrkdwn(oneLine(fallback)), LIMITS.text),
		blocks: blocks.filter((block) => block !== undefined),
	};
}

/**
 * Escapes the three characters that Slack reads as control characters in mrkdwn; this disarms
 * mentions such as `<!channel>` and `<url|text>` links.
 */
export function escapeMrkdwn(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function list(title: string, entries: readonly string[]): Block[] {
	if (entries.length === 0) return [];
	const lines = entries.map((entry) => `• ${oneLine(entry)}`).join('\n');
	return [label(title), { type: 'section', text: plain(lines, LIMITS.section) }];
}

function actions({ ticketUrl, accountUrl }: AlertContent): Block | undefined {
	const elements = [
		button('open_ticket', 'Open Ticket', ticketUrl, 'primary'),
		button('open_account', 'Open Account', accountUrl),
	].filter((element) => element !== undefined);
	return elements.length === 0 ? undefined : { type: 'actions', elements };
}

function button(
	actionId: string,
	text: string,
	url: string | undefined,
	style?: 'primary',
): Block | undefined {
	if (url === undefined || url.length > LIMITS.url) return undefined;
	return {
		type: 'button',
		action_id: actionId,
		text: plain(text, 75),
		url,
		...(style && { style }),
	};
}

function label(text: string): Block {
	return { type: 'context', elements: [{ type: 'mrkdwn', text: `*${text}*` }] };
}

/** Slack refuses empty text objects, so a text of nothing but spaces is shown as a dash. */
function plain(text: string, most: number): Block {
	return { type: 'plain_text', text: shorten(text.trim() === '' ? '–' : text, most), emoji: false };
}

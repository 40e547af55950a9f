import type { TeamsMessage } from '../../item/types';
import { oneLine, shorten } from '../../text/shown';
import { teamsChannelOf } from '../teamsChannel';

/**
 * Pieces of an Adaptive Card 1.5 (adaptivecards.io). All text stands in RichTextBlocks: they know no Markdown
 * (learn.microsoft.com/adaptive-cards/create/textfeatures), so that no link or formatting can be smuggled in.
 */

export type Element = Record<string, unknown>;

const MOST_IN_RUN = 3000;
/** Teams refuses messages of about 28 KB; the card stands in its body as a string, so that quotes count twice. */
const MOST_BYTES = 24_000;
/** Teams shows so many buttons side by side; the others stand in a menu. */
const MOST_BUTTONS = 6;
/** Of the card in its message; any will do, so long as both places name the same. */
const ATTACHMENT_ID = '6373616c657274630000000000000001';

interface RunStyle {
	weight?: 'Bolder';
	size?: 'Small' | 'Large';
	color?: 'Attention' | 'Warning' | 'Good';
	isSubtle?: boolean;
}

/** A paragraph; its lines stand below each other. */
export function paragraph(lines: readonly string[], style: RunStyle = {}): Element[] {
	return lines.map((line, index) => ({
		type: 'RichTextBlock',
		...(index > 0 && { spacing: 'None' }),
		inlines: [run(line, style)],
	}));
}

/** Words of ours in bold, then a text: "Recommended action: Book a call". */
export function labelled(title: string, text: string): Element {
	const label = run(`${title}:`, { weight: 'Bolder' });
	return {
		type: 'RichTextBlock',
		// Runs stand beside each other without a gap.
		inlines: [{ ...label, text: `${label.text} ` }, run(text, {})],
	};
}

/** A list under its title; nothing where it is empty. */
export function list(title: string, entries: readonly string[]): Element[] {
	if (entries.length === 0) return [];
	return [
		...paragraph([title], { weight: 'Bolder' }),
		...paragraph(entries.map((entry) => `• ${oneLine(entry)}`)).map((element) => ({
			...element,
			spacing: 'None',
		})),
	];
}

export function openUrl(title: string, url: string | undefined): Element[] {
	return url === undefined ? [] : [{ type: 'Action.OpenUrl', title, url }];
}

/** Buttons below an entry. */
export function actionSet(actions: readonly Element[]): Element[] {
	return actions.length === 0 ? [] : [{ type: 'ActionSet', actions: [...actions] }];
}

/**
 * The request that posts a card into a channel. Where a card grows too large, its last elements go.
 * @throws Error saying how to get a link, for one that names no channel
 */
export function postCard(
	link: string | undefined,
	body: readonly Element[],
	actions: readonly Element[],
): TeamsMessage {
	const { team, channel } = teamsChannelOf(link);
	let most = body.length;
	let content = cardText(body, actions);
	while (most > 1 && bytesOf(content) > MOST_BYTES) {
		most -= 1;
		content = cardText([...body.slice(0, most), ...paragraph(['…'])], actions);
	}
	return {
		url: `https://graph.microsoft.com/v1.0/teams/${team}/channels/${encodeURIComponent(channel)}/messages`,
		body: {
			body: { contentType: 'html', content: `<attachment id="${ATTACHMENT_ID}"></attachment>` },
			attachments: [
				{
					id: ATTACHMENT_ID,
					contentType: 'application/vnd.microsoft.card.adaptive',
					content,
				},
			],
		},
	};
}

function cardText(body: readonly Element[], actions: readonly Element[]): string {
	return JSON.stringify({
		type: 'AdaptiveCard',
		$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
		version: '1.5',
		body,
		...(actions.length > 0 && {
			actions: actions.map((action, index) =>
				index < MOST_BUTTONS ? action : { ...action, mode: 'secondary' },
			),
		}),
	});
}

function run(text: string, style: RunStyle): Element & { text: string } {
	// Adaptive Cards write dates themselves where text says {{DATE(…)}}.
	const line = shorten(oneLine(text).replace(/\{(?=\{)/g, '{ '), MOST_IN_RUN);
	return { type: 'TextRun', text: line === '' ? '–' : line, ...style };
}

const bytesOf = (text: string) => new TextEncoder().encode(JSON.stringify(text)).length;

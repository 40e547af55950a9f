import type { SlackMessage } from '../../item/types';
import { oneLine, shorten } from '../../text/shown';
import { webLink } from '../../values/link';
import type { ListEntry, ListMessage, ListSection } from '../listMessage';
import {
	answerButton,
	button,
	buttonRow,
	context,
	header,
	isFitting,
	label,
	notification,
	section,
	withDeliveryId,
	type Block,
	type SlackStyle,
} from './slackBlocks';

const MOST_IN_ENTRY = 160;
const MOST_IN_DETAIL = 240;
/** A ticket's address has this at most; a longer one would take the place of other tickets. */
const MOST_IN_URL = 300;
const MOST_IN_SECTION = 8;
const MOST_IN_LEAD = 1000;

/**
 * A list as chat.postMessage takes it: every ticket on a line of `plain_text`, with a button where
 * it can be opened. Where not all fit into one message, each section shows fewer of them.
 */
export function renderListSlack(
	message: ListMessage,
	notices: readonly string[],
	style: SlackStyle,
): SlackMessage {
	const lead = shorten(oneLine(message.lead), MOST_IN_LEAD);
	const head = [
		header(message.title),
		context(notices),
		lead === '' ? undefined : section(lead),
	].filter((block) => block !== undefined);
	return {
		text: notification(message.title, lead),
		blocks: withDeliveryId(
			[...head, ...fittingRows(head, message.sections, style)],
			style.deliveryId,
		),
	};
}

/** An entry with a button to its ticket, and below it what it can be answered with. */
export function entryBlocks({ text, detail, url, answers = [] }: ListEntry, style?: SlackStyle) {
	const link = webLink(url);
	const open =
		link === undefined || link.length > MOST_IN_URL
			? undefined
			: button('open_ticket', 'Open Ticket', link);
	const lines = [
		shorten(oneLine(text), MOST_IN_ENTRY),
		...(detail === undefined ? [] : [shorten(oneLine(detail), MOST_IN_DETAIL)]),
	].join('\n');
	const buttons = buttonRow(
		style === undefined ? [] : answers.map((answer) => answerButton(answer, style)),
	);
	const entry: Block = { ...section(lines), ...(open && { accessory: open }) };
	return buttons === undefined ? [entry] : [entry, buttons];
}

/** The rows of all sections, with as many entries each as fit beside the head. */
function fittingRows(
	head: readonly Block[],
	sections: readonly ListSection[],
	style: SlackStyle,
): Block[] {
	let rows: Block[] = [];
	for (let most = MOST_IN_SECTION; most > 0; most--) {
		rows = sections.flatMap((one) => sectionBlocks(one, most, style));
		if (isFitting([...head, ...rows])) return rows;
	}
	// Only a list that is not ours has so many sections: the last ones go.
	while (rows.length > 0 && !isFitting([...head, ...rows])) rows = rows.slice(0, -1);
	return rows;
}

function sectionBlocks(
	{ title, entries, more }: ListSection,
	most: number,
	style: SlackStyle,
): Block[] {
	if (entries.length === 0) return [];
	const all = entries.length + more;
	const shownEntries = entries.slice(0, most);
	const count = shownEntries.length < all ? `${all}, ${shownEntries.length} shown` : `${all}`;
	return [
		label(`${shorten(oneLine(title), 200)} (${count})`),
		...shownEntries.flatMap((entry) => entryBlocks(entry, style)),
	];
}

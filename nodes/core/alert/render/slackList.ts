import type { Digest, DigestEntry, DigestSection, SlackMessage } from '../../item/types';
import { oneLine, shorten } from '../../text/shown';
import { webLink } from '../../values/link';
import {
	button,
	context,
	header,
	label,
	notification,
	section,
	withDeliveryId,
	type Block,
} from './slackBlocks';

const MOST_BLOCKS = 50;
/** Slack refuses messages of about 13,200 characters, blocks included (slackapi/bolt-js#2509). */
const MOST_CHARACTERS = 12_000;
const MOST_IN_ENTRY = 160;
/** A ticket's address has this at most; a longer one would take the place of other tickets. */
const MOST_IN_URL = 300;
const MOST_IN_SECTION = 8;
const MOST_IN_LEAD = 1000;

/**
 * A digest as chat.postMessage takes it: every ticket on a line of `plain_text`, with a button where
 * it can be opened. Where not all fit into one message, each section shows fewer of them.
 */
export function renderDigestSlack(
	digest: Digest,
	notices: readonly string[],
	deliveryId?: string,
): SlackMessage {
	const lead = shorten(oneLine(digest.lead), MOST_IN_LEAD);
	const head = [
		header(digest.title),
		context(notices),
		lead === '' ? undefined : section(lead),
	].filter((block) => block !== undefined);
	return {
		text: notification(digest.title, lead),
		blocks: withDeliveryId([...head, ...fittingRows(head, digest.sections)], deliveryId),
	};
}

/** The rows of all sections, with as many entries each as fit beside the head. */
function fittingRows(head: readonly Block[], sections: readonly DigestSection[]): Block[] {
	const isFitting = (rows: readonly Block[]) =>
		head.length + rows.length <= MOST_BLOCKS &&
		JSON.stringify([...head, ...rows]).length <= MOST_CHARACTERS;
	let rows: Block[] = [];
	for (let most = MOST_IN_SECTION; most > 0; most--) {
		rows = sections.flatMap((one) => sectionBlocks(one, most));
		if (isFitting(rows)) return rows;
	}
	// Only a digest that is not ours has so many sections: the last ones go.
	while (rows.length > 0 && !isFitting(rows)) rows = rows.slice(0, -1);
	return rows;
}

function sectionBlocks({ title, entries, more }: DigestSection, most: number): Block[] {
	if (entries.length === 0) return [];
	const all = entries.length + more;
	const shownEntries = entries.slice(0, most);
	const count = shownEntries.length < all ? `${all}, ${shownEntries.length} shown` : `${all}`;
	return [label(`${shorten(oneLine(title), 200)} (${count})`), ...shownEntries.map(entryBlock)];
}

function entryBlock({ text, url }: DigestEntry): Block {
	const link = webLink(url);
	const accessory =
		link === undefined || link.length > MOST_IN_URL
			? undefined
			: button('open_ticket', 'Open Ticket', link);
	return { ...section(shorten(oneLine(text), MOST_IN_ENTRY)), ...(accessory && { accessory }) };
}

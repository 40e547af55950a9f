import { pattern } from '../values/tables';

/** HTML tags, and Slack's mentions and links. */
const TAG = /<[/!?@#]?[a-z][^<>]{0,500}>/gi;
/** What takes a bracket away from a tag that was nested or cut off. */
const TAG_START = /<(?=[/!?@#a-z])/gi;
const LINK = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)\S{1,2000}/gi;
/** Mail programs make links of these, too. */
const BARE_LINK = pattern('giu')`
	(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:[a-z]{2,24}\/\S{0,2000}|(?:com|net|org|info|
	biz|ru|cn|xyz|top|click|link|site|online|shop|live)(?![\p{L}\p{N}.-]\p{L}|[\p{L}\p{N}]))
`;

/**
 * What a model wrote for people, on one line without links and tags: a customer must not place one in an alert through
 * the model. Absent when nothing is left.
 * @param most characters; what is longer ends at a word, with an ellipsis
 */
export function plainWords(text: string, most: number): string | undefined {
	const line = text
		.slice(0, most * 4)
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.replace(TAG, '')
		.replace(TAG_START, '')
		.replace(LINK, '[link]')
		.replace(BARE_LINK, '[link]')
		.replace(/ {2,}/g, ' ')
		.trim();
	if (line === '') return undefined;
	if (line.length <= most) return line;
	const cut = line.slice(0, most - 1);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}

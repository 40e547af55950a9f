import type { AlertContent } from '../item/types';
import { oneLine, shorten } from '../text/shown';

/** Wording of an admin's own: texts with placeholders such as {account}. */

/** What an admin says otherwise than we do; the headline and the lines may hold placeholders. What is absent is said as ever. */
export interface Wording {
	/** The headline of an alert about one account. */
	title?: string;
	/** A line above everything else. */
	intro?: string;
	/** A line below everything else. */
	footer?: string;
	/** Without placeholders: Slack parses some of them, and no stranger's words may stand there. */
	labels?: Partial<AlertContent['labels']>;
}

/** What a placeholder may be called. */
export const PLACEHOLDERS = [
	'account',
	'action',
	'health',
	'helpdesk',
	'mrr',
	'owner',
	'recipient',
	'renewal',
	'renews',
	'score',
	'sender',
	'severity',
	'subject',
	'ticket',
	'tickets',
	'topic',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands for each; a fact that is not known has a word that reads well. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** For a panel's own check, too. */
export const PLACEHOLDER = /\{\s{0,9}([a-z][\w ]{0,60})\}/gi;

/** "{account}, {action}, …": all that are known. */
export const KNOWN_PLACEHOLDERS = PLACEHOLDERS.map((name) => `{${name}}`).join(', ');

/** The placeholders of a text that nothing stands for, each once and as they were typed, e.g. "{acount}". */
export function unknownPlaceholders(text: string): string[] {
	const unknown = [...text.matchAll(PLACEHOLDER)].flatMap(([typed, name]) =>
		placeholderOf(name) === undefined ? [typed] : [],
	);
	return [...new Set(unknown)];
}

/**
 * A text with its placeholders filled in, on one line. What stands for one is not read for placeholders again, and adds
 * no line.
 * @param most characters
 */
export function filledIn(text: string, values: PlaceholderValues, most: number): string {
	const filled = text.replace(PLACEHOLDER, (typed, name: string) => {
		const known = placeholderOf(name);
		return known === undefined ? typed : values[known];
	});
	return shorten(oneLine(filled), most);
}

function placeholderOf(name: string | undefined): Placeholder | undefined {
	const plain = name?.trim().toLowerCase();
	return PLACEHOLDERS.find((known) => known === plain);
}

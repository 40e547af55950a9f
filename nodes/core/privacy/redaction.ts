import { findCards } from './cards';
import { findIbans } from './ibans';
import type { Add, PersonalData } from './personalData';
import { findPhones } from './phones';
import { findLongRuns, findSecrets } from './secrets';

/**
 * Finds personal data and secrets in a ticket, so that they are not sent to a model. All expressions are bounded:
 * time is linear in the text.
 */

const EMAIL =
	/(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}/gu;

/**
 * E-mail addresses, telephone numbers, card numbers (Luhn), keys, tokens and passwords, and bank accounts (IBAN).
 * @returns places in the text, by start, none overlapping another
 */
export function findPersonalData(text: string): PersonalData[] {
	const found: PersonalData[] = [];
	const add: Add = (kind, start, end) => {
		found.push({ kind, start, end });
	};
	findSecrets(text, add);
	for (const match of text.matchAll(EMAIL)) {
		add('email', match.index, match.index + match[0].length);
	}
	findIbans(text, add);
	findLongRuns(text, add);
	findCards(text, add);
	findPhones(text, add);
	return withoutOverlaps(found);
}

/** The text with a placeholder like "[email]" for every piece of personal data. */
export function redact(text: string): string {
	let result = '';
	let from = 0;
	for (const { kind, start, end } of findPersonalData(text)) {
		result += `${text.slice(from, start)}[${kind}]`;
		from = end;
	}
	return result + text.slice(from);
}

/** Where two finds touch each other, the earlier and, of two at one place, the longer takes both. */
function withoutOverlaps(found: PersonalData[]): PersonalData[] {
	const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: PersonalData[] = [];
	for (const data of sorted) {
		const last = kept.at(-1);
		if (last !== undefined && data.start < last.end) last.end = Math.max(last.end, data.end);
		else kept.push({ ...data });
	}
	return kept;
}

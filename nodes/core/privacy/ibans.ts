import type { Add } from './personalData';

const IBAN_START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ .\u00a0-]?[A-Za-z0-9])/g;
const LONGEST_IBAN = 34;
/** Lengths by country (ISO 13616 registry); other countries' are tried from 15 to 34. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
	AD: 24,
	AE: 23,
	AT: 20,
	BE: 16,
	BG: 22,
	BR: 29,
	CH: 21,
	CY: 28,
	CZ: 24,
	DE: 22,
	DK: 18,
	EE: 20,
	ES: 24,
	FI: 18,
	FR: 27,
	GB: 22,
	GR: 27,
	HR: 21,
	HU: 28,
	IE: 22,
	IL: 23,
	IS: 26,
	IT: 27,
	LI: 21,
	LT: 20,
	LU: 20,
	LV: 21,
	MC: 27,
	MT: 31,
	NL: 18,
	NO: 15,
	PL: 28,
	PT: 25,
	RO: 24,
	RS: 22,
	SA: 24,
	SE: 24,
	SI: 19,
	SK: 24,
	SM: 27,
	TR: 26,
	UA: 29,
};

/** Bank accounts whose check digits are right. */
export function findIbans(text: string, add: Add): void {
	for (const { index } of text.matchAll(IBAN_START)) {
		let compact = '';
		const ends: number[] = [];
		for (let at = index; at < text.length && compact.length < LONGEST_IBAN; at++) {
			const character = text.charAt(at);
			if (/[A-Za-z0-9]/.test(character)) {
				compact += character.toUpperCase();
				ends.push(at + 1);
			} else if (!/[ .\u00a0-]/.test(character) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) break;
		}
		const length = IBAN_LENGTHS[compact.slice(0, 2)];
		const lengths = length === undefined ? [34, 32, 30, 28, 27, 24, 23, 22, 20, 18, 16] : [length];
		for (const tried of lengths) {
			const end = ends[tried - 1];
			const follows = end === undefined ? '' : text.charAt(end);
			if (end === undefined || /[A-Za-z0-9]/.test(follows)) continue;
			if (!isIban(compact.slice(0, tried))) continue;
			add('iban', index, end);
			break;
		}
	}
}

/** ISO 7064 MOD 97-10. */
function isIban(iban: string): boolean {
	let rest = 0;
	for (const character of iban.slice(4) + iban.slice(0, 4)) {
		const value = Number.parseInt(character, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
}

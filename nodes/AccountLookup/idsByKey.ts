import { domainToUnicode } from 'node:url';

/** Adds an ID to those of a key, unless it is there. */
export function addTo(ids: Map<string, string[]>, key: string, id: string): void {
	const known = ids.get(key) ?? [];
	if (!known.includes(id)) known.push(id);
	ids.set(key, known);
}

/** An address as a contact may hold it: with its domain in punycode or in Unicode, since CRMs compare letters. */
export function addressSpellings(address: string): string[] {
	const at = address.lastIndexOf('@');
	const host = address.slice(at + 1);
	return [...new Set([address, `${address.slice(0, at)}@${domainToUnicode(host) || host}`])];
}

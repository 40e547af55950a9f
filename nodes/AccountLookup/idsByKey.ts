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
	return hostSpellings(address.slice(at + 1)).map((host) => `${address.slice(0, at)}@${host}`);
}

/** A host in punycode, and in Unicode where it differs. */
export function hostSpellings(host: string): string[] {
	return [...new Set([host, domainToUnicode(host) || host])];
}

import { addressOrDomain } from '../aliases';
import { comparableEmail } from '../email';
import { isEmptyCell, type ValueReading } from '../../values/cells';
import { companyHostsOf } from '../websites';

/** Text of a cell; numbers count, since IDs are often numbers. */
export function readText(cell: unknown): string | undefined {
	if (typeof cell === 'string') return cell.trim() || undefined;
	if (typeof cell === 'number' || typeof cell === 'bigint') return String(cell);
	return undefined;
}

/** The hosts of websites and mail in a cell, however people list them. */
export function readDomains(cell: unknown): ValueReading<string[]> {
	const domains = unique(textsIn(cell).flatMap(companyHostsOf));
	return domains.length > 0 || isEmptyCell(cell)
		? { value: domains }
		: { problem: `${describeCell(cell)} names no domain of the company's own` };
}

/** The addresses in a cell. */
export function readContacts(cell: unknown): ValueReading<string[]> {
	const contacts = addressesIn(cell, comparableEmail);
	const isEmpty = isEmptyCell(cell) || (Array.isArray(cell) && cell.length === 0);
	return contacts.length > 0 || isEmpty
		? { value: contacts }
		: { problem: `${describeCell(cell)} holds no email address` };
}

/** The addresses, and the whole domains written "@acme.com", in a cell. */
export function readAddresses(cell: unknown): string[] {
	return addressesIn(cell, addressOrDomain);
}

/** The addresses in a cell, as `read` makes them of an entry. A local part may have a "|" in it, so that a whole entry comes first. */
function addressesIn(cell: unknown, read: (entry: string) => string | undefined): string[] {
	const found = readList(cell).flatMap(
		(entry) => read(entry) ?? entry.split(/[|｜]/u).flatMap((part) => read(part) ?? []),
	);
	return unique(found);
}

/** The IDs in a cell; absent when there is none. */
export function readIds(cell: unknown): string[] | undefined {
	const ids = typeof cell === 'string' || Array.isArray(cell) ? readList(cell) : [readText(cell)];
	const known = unique(ids.filter((id) => id !== undefined));
	return known.length > 0 ? known : undefined;
}

/** The entries of a list cell: an array, a JSON array as text, or text split as people split lists. */
function readList(cell: unknown): string[] {
	return textsIn(cell).flatMap((text) => {
		if (text.trim().startsWith('[')) {
			try {
				const parsed: unknown = JSON.parse(text);
				if (Array.isArray(parsed)) return parsed.flatMap(readList);
			} catch {
				// Not JSON after all: read as plain text below.
			}
		}
		return text.split(/[\s,;，；、]+/u).filter((entry) => entry !== '');
	});
}

function textsIn(cell: unknown): string[] {
	if (Array.isArray(cell)) return cell.flatMap(textsIn);
	if (isRecord(cell)) return textsIn(cell.email);
	const text = typeof cell === 'number' ? readText(cell) : cell;
	return typeof text === 'string' ? [text] : [];
}

function describeCell(cell: unknown): string {
	return typeof cell === 'string' ? `"${cell.slice(0, 60)}"` : 'The value';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function unique(values: string[]): string[] {
	return [...new Set(values)];
}

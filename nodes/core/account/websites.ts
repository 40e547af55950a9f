import { INVISIBLE, registrableDomain, urlOf } from './domain';
import { isSharedPage } from './sharedHosts';

/** Longer cells hold something else than websites. */
const MAX_CELL_LENGTH = 20_000;

/** What stands between or around websites, also in Markdown and HTML; no host holds any of it. */
const SEPARATORS = /[\s,;|<>()[\]{}"'`´‘’“”„«»‹›、，；｜•]+/u;

/**
 * What people and forms write before a host: "http://https://", "http//", "http:/", "https;//", "//", "*.", "@",
 * "mailto:" and "www.http://".
 */
const BEFORE_HOST =
	/^(?:[*.@=•\\/-]+|[a-z]{2,10}(?:[:;]+[\\/]*|[\\/]{2,})|https?[\\/]+|www\.(?=https?[:;\\/]))/i;

/** "www." is where a website lives, never where mail comes from; some type a letter too many. */
const WWW = /^(?:w{3,4}\d?\.)+(?=[^.]+\.)/;

/**
 * The hosts under which a company itself is on the web or has its mail, as a website field or a list of domains names
 * them, however they were typed: without "www.", each once. Pages on services that many share are left out.
 */
export function companyHostsOf(text: string): string[] {
	return [...new Set(entriesOf(text).flatMap((entry) => companyHostOf(entry) ?? []))];
}

/** The host of one entry. */
function companyHostOf(entry: string): string | undefined {
	const url = urlOf(entry);
	const host = url?.host.replace(WWW, '');
	if (url === undefined || host === undefined || registrableDomain(host) === undefined)
		return undefined;
	return isSharedPage(host, url.path) ? undefined : host;
}

/**
 * Domains as people list them: one or more, with or without "@", "*." or "https://".
 * @returns them as hosts, and the entries that name none
 */
export function readDomainList(text: string): { domains: Set<string>; unknown: string[] } {
	const domains = new Set<string>();
	const unknown: string[] = [];
	for (const entry of entriesOf(text)) {
		const host = urlOf(entry)?.host.replace(WWW, '');
		if (host?.includes('.')) domains.add(host);
		else unknown.push(entry);
	}
	return { domains, unknown };
}

/** The entries of a list, without what people write around a host. */
function entriesOf(text: string): string[] {
	if (text.length > MAX_CELL_LENGTH) return [];
	return text
		.replace(INVISIBLE, '')
		.split(SEPARATORS)
		.map(bareEntry)
		.filter((entry) => entry !== '');
}

function bareEntry(entry: string): string {
	let bare = entry;
	for (let before = ''; before !== bare; ) {
		before = bare;
		bare = bare.replace(BEFORE_HOST, '');
	}
	// What a browser would take for the path begins at a backslash, too.
	return bare.replace(/\\.*$/s, '').replace(/[.:!?]+$/, '');
}

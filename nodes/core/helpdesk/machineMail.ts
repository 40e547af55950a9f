import { readEmail } from '../account/email';
import { isFields, lineOf } from './fields';

/** Local parts that only mail servers write from (RFC 2142 §5, RFC 5321 §4.5.1). */
const MAIL_SERVERS = ['mailer-daemon', 'postmaster'];

export const WRITTEN_BY_MAIL_SERVER = 'A mail server wrote this, not a person';

/** Whether an address is a mail server's own, which writes bounces and no tickets. */
export function isMailServer(email: string | undefined): boolean {
	const reading = readEmail(email);
	return 'email' in reading && MAIL_SERVERS.includes(reading.email.local);
}

/** Mails have some dozens of headers; those of interest are short. */
const MOST_HEADERS = 500;
const MOST_CHARACTERS = 1000;

/**
 * Why a mail is a machine's answer and no customer's, by its headers; absent where none says so. Only marks of answers
 * and bounces count: "auto-generated" and "list" also stand on what customers send by a web form or a group address.
 * @param headers as mail nodes give them: by name, each a value or its whole line; a list of names and values; or text
 */
export function machineMailReason(headers: unknown): string | undefined {
	const named = headersByName(headers);
	const is = (name: string, pattern: RegExp) => pattern.test(named.get(name) ?? '');
	// RFC 3834 §5: an answer to a mail of ours, e.g. an absence note; "auto-notified" is RFC 5436 §2.7.1.
	if (is('auto-submitted', /^auto-(?:replied|notified)\b/i) || is('x-autoreply', /^yes\b/i)) {
		return 'The mail is an automatic reply (its headers say so)';
	}
	// RFC 5321 §4.5.5: only notices of the mail system have an empty sender; RFC 6522: their form.
	if (is('return-path', /^<>$/) || is('content-type', /^multipart\/report\b/i)) {
		return 'The mail is a notice of a mail server (its headers say so)';
	}
	// Not in a standard, but what absence notes carried before RFC 3834, and newsletters still do.
	if (is('precedence', /^(?:auto_reply|bulk|junk)$/i)) {
		return 'The mail was sent to many or by a machine (its header "Precedence" says so)';
	}
	return undefined;
}

function headersByName(headers: unknown): Map<string, string> {
	const named = new Map<string, string>();
	for (const [name, value] of entriesOf(headers).slice(0, MOST_HEADERS)) {
		const key = lineOf(name, MOST_CHARACTERS)?.toLowerCase();
		const text = lineOf(Array.isArray(value) ? value[0] : value, MOST_CHARACTERS);
		if (key === undefined || text === undefined || named.has(key)) continue;
		const isLine = text.slice(0, key.length + 1).toLowerCase() === `${key}:`;
		named.set(key, isLine ? text.slice(key.length + 1).trim() : text);
	}
	return named;
}

function entriesOf(headers: unknown): Array<readonly [unknown, unknown]> {
	if (Array.isArray(headers)) {
		return headers
			.slice(0, MOST_HEADERS)
			.flatMap((entry: unknown) => (isFields(entry) ? [[entry.name, entry.value] as const] : []));
	}
	if (isFields(headers)) return Object.entries(headers);
	if (typeof headers !== 'string') return [];
	return headers
		.slice(0, MOST_HEADERS * MOST_CHARACTERS)
		.split(/\r?\n(?!\s)/)
		.flatMap((line) => {
			const colon = line.indexOf(':');
			return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)] as const] : [];
		});
}

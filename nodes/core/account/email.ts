import { hostOf } from './domain';

/** RFC 5321 §4.5.3.1: 64 for the local part, 255 for the domain, and the @. */
const MAX_ADDRESS_LENGTH = 320;

export interface EmailAddress {
	/** The form addresses are compared in: lower case, domain in punycode. */
	address: string;
	local: string;
	/** Lower case, punycode, no trailing dot. */
	host: string;
}

export type EmailReading = { email: EmailAddress } | { problem: string };

/**
 * Reads one email address as helpdesks write it: bare, with a display name (`"Jane" <jane@acme.com>`)
 * or as a mailto link. Anything that is not exactly one address gives a `problem` in plain words.
 */
export function readEmail(value: unknown): EmailReading {
	if (value === undefined || value === null || value === '') {
		return { problem: 'The ticket has no requester email' };
	}
	if (typeof value !== 'string') {
		return { problem: `The requester email is not text but ${describeType(value)}` };
	}
	let text = value.trim();
	if (text === '') return { problem: 'The ticket has no requester email' };
	const bracket = text.endsWith('>') ? text.lastIndexOf('<') : -1;
	if (bracket !== -1) {
		const displayName = text.slice(0, bracket).replace(/"[^"]*"/g, '');
		if (/@.*[,;]|</.test(displayName)) {
			return { problem: 'The requester email holds more than one address' };
		}
		text = text.slice(bracket + 1, -1).trim();
	}
	if (/^mailto:/i.test(text)) text = text.slice('mailto:'.length).replace(/\?.*$/s, '');
	// RFC 5322 §3.2.2: "jane@acme.com (Jane)"
	text = text.replace(/\s+\([^()]*\)$/, '');

	if (text.length > MAX_ADDRESS_LENGTH) {
		return {
			problem: `The requester email is ${text.length} characters long, more than an address can have (${MAX_ADDRESS_LENGTH})`,
		};
	}
	const at = text.lastIndexOf('@');
	const local = text.slice(0, Math.max(at, 0)).normalize('NFC').toLowerCase();
	const domain = text.slice(at + 1);
	const host = at > 0 && isPlainDomain(domain) ? hostOf(domain) : undefined;
	if (host === undefined || !isLocalPart(local)) {
		return { problem: `"${shorten(text)}" is not an email address` };
	}
	return { email: { address: `${local}@${host}`, local, host } };
}

/** The comparable form of an address, or absent when the text is none. */
export function comparableEmail(value: unknown): string | undefined {
	const reading = readEmail(value);
	return 'email' in reading ? reading.email.address : undefined;
}

/** The same mailbox without its "+tag", or absent when there is no tag. */
export function withoutPlusTag(email: EmailAddress): string | undefined {
	const plus = email.local.indexOf('+');
	return plus > 0 ? `${email.local.slice(0, plus)}@${email.host}` : undefined;
}

function isLocalPart(local: string): boolean {
	if (/\p{Cc}/u.test(local)) return false;
	// RFC 5322 §3.4.1: between double quotes nearly everything is allowed.
	if (local.length > 2 && local.startsWith('"') && local.endsWith('"')) return true;
	return local !== '' && !/[\s@,;:<>()[\]\\"]/.test(local);
}

function isPlainDomain(domain: string): boolean {
	return domain !== '' && !/[\s/\\?#:%,;<>()[\]"']/.test(domain);
}

function describeType(value: unknown): string {
	return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

function shorten(text: string): string {
	return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

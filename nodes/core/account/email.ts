import { hostOf, INVISIBLE } from './domain';

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
 * Reads one email address as helpdesks and people write it: bare, with a display name (`"Jane" <jane@acme.com>`),
 * as a mailto link, in full-width letters, with what shows nothing in between. Anything that is not exactly one address gives a `problem` in plain words.
 */
export function readEmail(value: unknown): EmailReading {
	if (value === undefined || value === null || value === '') {
		return { problem: 'The ticket has no requester email' };
	}
	if (typeof value !== 'string') {
		return { problem: `The requester email is not text but ${describeType(value)}` };
	}
	if (PLAIN_ADDRESS.test(value)) return plainReading(value);
	let text = plainText(value);
	if (text === '') return { problem: 'The ticket has no requester email' };
	const bracket = text.endsWith('>') ? text.lastIndexOf('<') : -1;
	if (bracket !== -1) {
		const displayName = text.slice(0, bracket).replace(/"[^"]*"/g, '');
		if (/@.*[,;]|</.test(displayName)) {
			return { problem: 'The requester email holds more than one address' };
		}
		text = text.slice(bracket + 1, -1).trim();
	}
	// Slack writes a link as "mailto:jane@acme.com|jane@acme.com".
	if (/^mailto:/i.test(text)) text = text.slice('mailto:'.length).replace(/[?|].*$/s, '');
	// Outlook puts an address without a name between quotes; a name with spaces in it keeps its own.
	text = text.replace(/^(['"`])([^\s"'`]+@[^\s"'`]+)\1$/, '$2');

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

export interface AddressOptions {
	/** Whether "jane+billing@acme.com" is also looked for as "jane@acme.com". */
	plusAddressing?: boolean;
}

/** The forms an address is looked for in, the exact one first. */
export function addressesOf(email: EmailAddress, { plusAddressing }: AddressOptions): string[] {
	const plus = plusAddressing ? email.local.indexOf('+') : -1;
	const plain = `${email.local.slice(0, plus)}@${email.host}`;
	return plus > 0 ? [email.address, plain] : [email.address];
}

/** An address as nearly all are, which needs no reading: tables hold thousands. */
const PLAIN_ADDRESS = /^[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}$/i;

function plainReading(value: string): EmailReading {
	const address = value.toLowerCase();
	const at = address.indexOf('@');
	const host = hostOf(address.slice(at + 1));
	if (host === undefined) return { problem: `"${shorten(value)}" is not an email address` };
	const local = address.slice(0, at);
	return { email: { address: `${local}@${host}`, local, host } };
}

/**
 * The text without what stands around an address. On a Japanese or Chinese keyboard "@", dots and letters come in
 * full width; lists leave a comma behind, and RFC 5322 §3.2.2 allows a comment: "jane@acme.com (Jane)".
 */
function plainText(value: string): string {
	const text = value
		.replace(INVISIBLE, '')
		.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
		.replaceAll('\u3002', '.')
		.trim();
	let end = text.length;
	while (end > 0 && /[;,\s]/.test(text.charAt(end - 1))) end -= 1;
	const comment = text.charAt(end - 1) === ')' ? text.lastIndexOf('(', end) : -1;
	const isComment = comment > 0 && /^\s$/.test(text.charAt(comment - 1));
	return text.slice(0, isComment ? comment : end).trimEnd();
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

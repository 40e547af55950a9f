import { LONE_SURROGATE } from './characters';

/** A subject without the marks that mail programs add. */
export interface CleanedSubject {
	text: string;
	/** Whether a mark said that the mail was forwarded. */
	isForward: boolean;
}

/** RFC 5322 ends a header line at 998 characters; nothing longer is a subject. */
const MAX_LENGTH = 1_000;
/** Reply and forward marks of English, German, French, Spanish, Portuguese, Dutch and Swedish clients. */
const MARK =
	/^\s*(?:(re|aw|antw|antwort|r[ée]f|rép|res|resp|sv)|(fwd?|wg|tr|rv|enc|doorst))\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:\uff1a]\s*/i;
/** Tags that mail gateways put in front. */
const GATEWAY_TAG =
	/^\s*\[(?:ext(?:ern(?:al|e|o|a)?)?(?: e?-?mail| sender)?|spam\??|suspicious|caution)\]:?\s*/i;
const MAX_MARKS = 20;

/** Takes reply, forward and gateway marks off the beginning of a subject; one line, trimmed. */
export function cleanSubject(subject: string): CleanedSubject {
	let text = subject
		.slice(0, MAX_LENGTH)
		.replace(LONE_SURROGATE, '\ufffd')
		.replace(/\s+/g, ' ')
		.trim();
	let isForward = false;
	for (let i = 0; i < MAX_MARKS; i++) {
		const tag = GATEWAY_TAG.exec(text);
		const mark = tag ?? MARK.exec(text);
		if (mark === null) break;
		isForward ||= mark[2] !== undefined;
		text = text.slice(mark[0].length);
	}
	return { text: text.trim(), isForward };
}

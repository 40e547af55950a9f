import type { AlertRecipient } from '../../item/types';

/** Cuts text to `most` UTF-16 units, at a whole character, with an ellipsis where something was cut. */
export function shorten(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	const last = cut.charCodeAt(cut.length - 1);
	const splitsPair = last >= 0xd800 && last <= 0xdbff;
	return `${(splitsPair ? cut.slice(0, -1) : cut).trimEnd()}…`;
}

/** One line of text: line breaks and other control characters become spaces. */
export function oneLine(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Whom an alert names as the account's owner, and that it is only the fallback where it is. */
export function ownerOf({
	name,
	email,
	isFallback,
	noAccount,
	inactiveOwner,
}: AlertRecipient): string {
	const who = name ?? email ?? 'nobody';
	if (!isFallback) return who;
	if (noAccount) return `${who} (fallback: no account was found)`;
	return inactiveOwner === undefined
		? `${who} (fallback: the account has no owner)`
		: `${who} (fallback: ${inactiveOwner} is deactivated in the CRM)`;
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi;

/**
 * A text with its web addresses blanked, as long as before: "…/why-this-is-a-scam" is nobody's complaint.
 * @returns the text itself when it has none
 */
export function withoutAddresses(text: string): string {
	return text.includes('://') || text.includes('www.')
		? text.replace(ADDRESS, (address) => ' '.repeat(address.length))
		: text;
}

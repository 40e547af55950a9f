const PATH = /(\b(?:https?:\/\/|www\.)[^\s<>"')\]/?#]+)([/?#][^\s<>"')\]]+)/gi;

/**
 * A text whose web addresses end at their host, as long as before: "…/why-this-is-a-scam" is nobody's complaint.
 * @returns the text itself when it has none
 */
export function withoutPaths(text: string): string {
	return text.includes('://') || text.includes('www.')
		? text.replace(PATH, (_, host: string, path: string) => host + ' '.repeat(path.length))
		: text;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** The text as HTML that shows it letter for letter, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A link with an escaped label; the label alone when the address is not of the web or a mailbox. */
export function link(href: string, labelHtml: string, className = ''): string {
	if (!/^(https?:\/\/|mailto:)/i.test(href)) return labelHtml;
	const attributes = className ? ` class="${className}"` : '';
	return `<a${attributes} href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${labelHtml}</a>`;
}

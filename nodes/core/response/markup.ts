import { escapeHtml } from '../alert/render/emailFrame';

/** HTML that may stand in a page as it is: only {@link markup} makes it, and that escapes all else. */
export interface Html {
	readonly html: string;
}

export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/**
 * HTML with values in it. A text is escaped, for between elements and for attributes in double quotes; lists are
 * joined; `false` and what is absent leave nothing.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
	const text = parts.map((part, index) => (index === 0 ? part : written(values[index - 1]) + part));
	return { html: text.join('') };
}

function written(value: HtmlValue): string {
	if (value === undefined || value === false) return '';
	if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
	return 'html' in value ? value.html : value.map(written).join('');
}

import { isFields } from './fields';
import { cutText, storableText } from '../values/storable';

/** What is kept of a body that could not be read. */
const MAX_EXCERPT = 2000;
const MAX_DEPTH = 8;

/** The beginning of a body, for people to look at: at most 2,000 characters, storable. */
export function excerptOf(body: unknown): string {
	if (body === undefined) return '';
	const text = typeof body === 'string' ? body : jsonStart('', body, 0);
	return storableText(text, MAX_EXCERPT);
}

/**
 * What `written` and a value make as JSON, as far as there is need of it: bodies can be 16 MB large, or
 * nested 100,000 deep, where JSON.stringify gives up.
 */
function jsonStart(written: string, value: unknown, depth: number): string {
	if (typeof value === 'string') return written + quoted(value);
	if (typeof value !== 'object' || value === null) return written + String(value).slice(0, 100);
	if (depth === MAX_DEPTH) return `${written}…`;
	if (ArrayBuffer.isView(value)) return `${written}(binary data)`;
	const isList = Array.isArray(value);
	let text = written + (isList ? '[' : '{');
	let separator = '';
	const add = (label: string, entry: unknown) => {
		text = jsonStart(text + separator + label, entry, depth + 1);
		separator = ',';
		return text.length < MAX_EXCERPT;
	};
	if (isList) {
		for (const entry of value) if (!add('', entry)) return text;
	} else if (isFields(value)) {
		for (const key in value) {
			if (Object.hasOwn(value, key) && !add(`${quoted(key)}:`, value[key])) return text;
		}
	}
	return text + (isList ? ']' : '}');
}

function quoted(text: string): string {
	return JSON.stringify(cutText(text, MAX_EXCERPT));
}

/**
 * The answer of a chat model in the forms that models and n8n's model nodes give it: a text, an object, or blocks of
 * which only those with text count ("thinking" and "reasoning" blocks are no answer).
 */
export function contentOf(raw: unknown): unknown {
	if (!Array.isArray(raw)) return raw;
	return raw
		.map((block: unknown) => {
			if (typeof block === 'string') return block;
			const { type, text } = (block ?? {}) as { type?: unknown; text?: unknown };
			const isText = type === undefined || type === 'text' || type === 'output_text';
			return isText && typeof text === 'string' ? text : '';
		})
		.join('');
}

const THOUGHTS_END = '</think>';
const FENCE = '```';

/**
 * The JSON object that a content is or contains: bare, in a code fence, after thoughts, or among words.
 * @returns undefined when there is none
 */
export function jsonIn(content: unknown): Record<string, unknown> | undefined {
	if (typeof content !== 'string') return asObject(content);
	const text = withoutThoughts(content).trim();
	return parseObject(text) ?? parseObject(fenced(text)) ?? parseObject(braced(text));
}

/** What a model that thinks aloud said after that; the whole text of one that does not. */
export function withoutThoughts(text: string): string {
	const thoughts = text.lastIndexOf(THOUGHTS_END);
	return thoughts < 0 ? text : text.slice(thoughts + THOUGHTS_END.length);
}

function fenced(text: string): string {
	const open = text.indexOf(FENCE);
	const close = text.lastIndexOf(FENCE);
	if (open < 0 || close <= open) return '';
	return text.slice(open + FENCE.length, close).replace(/^\s{0,4}json\b/i, '');
}

const braced = (text: string): string => text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		return asObject(JSON.parse(text));
	} catch {
		return undefined;
	}
}

function asObject(value: unknown): Record<string, unknown> | undefined {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as Record<string, unknown>) : undefined;
}

import { hidesElement, UNSEEN_ELEMENTS } from './htmlElements';

/** What has to be known of the whole source before its tags are read one by one. */

const BLOCK_OR_BREAK = /<(?:br|p|div|table|ul|ol|li|blockquote|tr|h[1-6])[\s/>]/gi;

/**
 * Whether line breaks of the source are line breaks of the message: text that was sent as HTML with
 * hardly a block element in it. A document never is.
 */
export function keepsLineBreaks(html: string): boolean {
	const blocks = html.match(BLOCK_OR_BREAK)?.length ?? 0;
	if (blocks === 0) return true;
	if (html.trimStart().startsWith('<')) return false;
	return html.split('\n').length - 1 > 2 * blocks;
}

const UNSEEN_TAG = new RegExp(`<(/?)(${[...UNSEEN_ELEMENTS].join('|')})(?=[\\s/>])`, 'gi');

/**
 * Takes start tags of unseen elements that nothing closes for words ("the <title> tag breaks"):
 * they would hide the rest of the message. A head needs no end tag.
 */
export function showUnclosed(html: string): string {
	const lastEnd = new Map<string, number>();
	for (const { 1: slash, 2: name = '', index } of html.matchAll(UNSEEN_TAG)) {
		if (slash !== '') lastEnd.set(name.toLowerCase(), index);
	}
	return html.replace(UNSEEN_TAG, (tag, slash: string, name: string, index: number) => {
		const lower = name.toLowerCase();
		if (slash !== '' || index < (lastEnd.get(lower) ?? -1)) return tag;
		return lower === 'head' ? '<span' : `&lt;${name}`;
	});
}

/** No honest mail has more rules that hide something. */
const MAX_HIDDEN_CLASSES = 200;
const CLASS_SELECTOR = /^\s{0,100}[a-z0-9]{0,10}\.([\w-]{1,60})\s{0,100}$/i;

/** Adds the classes that the style sheet hides on every screen. */
function addHiddenClasses(css: string, classes: Set<string>): void {
	let inAtRule = false;
	for (const part of css.split('}')) {
		const [selectors = '', declarations, ...nested] = part.split('{');
		if (declarations === undefined) inAtRule = false;
		// "@media" hides on some screens only.
		else if (nested.length > 0) inAtRule = true;
		else if (!inAtRule && hidesElement(declarations.slice(0, 1_000))) {
			for (const selector of selectors.split(',')) {
				const name = CLASS_SELECTOR.exec(selector)?.[1];
				if (name !== undefined && classes.size < MAX_HIDDEN_CLASSES)
					classes.add(name.toLowerCase());
			}
		}
	}
}

/** The classes, in lower case, whose elements nobody sees by the style sheets in the source. */
export function hiddenClassesOf(html: string): ReadonlySet<string> {
	const classes = new Set<string>();
	const start = /<style[\s>]/gi;
	const end = /<\/style/gi;
	while (start.exec(html) !== null) {
		end.lastIndex = start.lastIndex;
		const close = end.exec(html);
		if (close === null) break;
		addHiddenClasses(html.slice(start.lastIndex, close.index), classes);
		start.lastIndex = end.lastIndex;
	}
	return classes;
}

/** Whether the element has one of the classes. */
export function hasClassOf(
	attributes: ReadonlyMap<string, string>,
	classes: ReadonlySet<string>,
): boolean {
	if (classes.size === 0) return false;
	const names = attributes.get('class')?.toLowerCase().split(/\s+/) ?? [];
	return names.some((name) => classes.has(name));
}

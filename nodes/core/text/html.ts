import { Tokenizer } from 'htmlparser2';
import {
	BLOCK_ELEMENTS,
	effectOf,
	isHtmlElement,
	PARAGRAPH_ELEMENTS,
	READ_ATTRIBUTES,
	UNSEEN_ELEMENTS,
	VOID_ELEMENTS,
	type ElementEffect,
} from './htmlElements';
import { hasClassOf, hiddenClassesOf, keepsLineBreaks, showUnclosed } from './htmlSource';
import type { CutKind, Line } from './lines';

/** Attribute values are read up to here; what decides stands at their beginning. */
const MAX_ATTRIBUTE_LENGTH = 2_000;
/** How far down an inline end tag looks for its start tag. */
const INLINE_REACH = 16;

interface OpenElement extends ElementEffect {
	name: string;
	/** What held outside of the element. */
	outer: { sizeless: boolean; invisible: boolean };
}

/**
 * Collects lines while the tokenizer reports tags and text.
 *
 * Only htmlparser2's tokenizer is used: its Parser and html-to-text keep their open elements in
 * arrays that they shift, so that 100,000 nested tags take seconds to minutes or overflow the
 * stack. Here each element is pushed once and popped once.
 */
class LineCollector {
	readonly lines: Line[] = [];
	/** Whether something was not shown because of its style. */
	hidText = false;
	private readonly keepLineBreaks: boolean;
	private readonly showHidden: boolean;
	private readonly hiddenClasses: ReadonlySet<string>;
	private current = '';
	private spacePending = false;
	/** Whether the next words begin a list item. */
	private itemPending = false;
	private readonly open: OpenElement[] = [];
	/** How many open elements have this name, so that a stray end tag costs nothing. */
	private readonly openByName = new Map<string, number>();
	private hidden = 0;
	private sizeless = false;
	private invisible = false;
	private preformatted = 0;
	private readonly kinds: CutKind[] = [];
	/** Whether the next line is the first of old mail. */
	private oldMailPending = false;
	private linksToMail = false;

	constructor(html: string, showHidden: boolean) {
		this.keepLineBreaks = keepsLineBreaks(html);
		this.hiddenClasses = hiddenClassesOf(html);
		this.showHidden = showHidden;
	}

	text(chunk: string): void {
		if (chunk === '') return;
		if (this.isHidden()) {
			this.hidText ||= /\S/.test(chunk);
			return;
		}
		if (this.preformatted > 0 || this.keepLineBreaks) {
			const [first = '', ...others] = chunk.split('\n');
			this.words(first);
			for (const other of others) {
				this.breakLine();
				this.words(other);
			}
			return;
		}
		this.words(chunk);
	}

	private isHidden(): boolean {
		return this.hidden > 0 || this.sizeless || this.invisible;
	}

	private words(chunk: string): void {
		const collapsed = chunk.replace(/[ \t\r\n\f]+/g, ' ');
		if (collapsed === '') return;
		const startsWithSpace = collapsed.startsWith(' ');
		const endsWithSpace = collapsed.endsWith(' ');
		const trimmed = collapsed.trim();
		if (trimmed === '') {
			this.spacePending = true;
			return;
		}
		if (this.current === '') {
			this.current = this.itemPending ? '- ' : '';
			this.itemPending = false;
		} else if (startsWithSpace || this.spacePending) {
			this.current += ' ';
		}
		this.current += trimmed;
		this.spacePending = endsWithSpace;
	}

	/** Ends the line, also when it is blank. */
	breakLine(): void {
		const line: Line = { text: this.current.trim() };
		const kind = this.kinds.at(-1);
		if (kind !== undefined) {
			line.kind = kind;
			line.structural = true;
		}
		if (line.text !== '') {
			if (this.oldMailPending) line.beginsOldMail = true;
			if (this.linksToMail) line.linksToMail = true;
			this.oldMailPending = this.linksToMail = false;
		}
		if (line.text !== '' || this.lines.at(-1)?.text) this.lines.push(line);
		this.current = '';
		this.spacePending = false;
	}

	/** Ends the line if something stands on it. */
	endLine(): void {
		if (this.current.trim() !== '') this.breakLine();
		this.current = '';
		this.spacePending = false;
	}

	private endParagraph(): void {
		this.endLine();
		if (this.lines.at(-1)?.text) this.breakLine();
	}

	start(name: string, attributes: ReadonlyMap<string, string>): void {
		if (name === 'br') {
			if (!this.isHidden()) this.breakLine();
			return;
		}
		if (name === 'img') {
			// Some clients send emoji as images.
			const alt = attributes.get('alt') ?? '';
			if (alt.length <= 8 && /\p{Extended_Pictographic}/u.test(alt)) this.text(alt);
			return;
		}
		if (name === 'hr') this.endLine();
		if (name === 'a') this.linksToMail ||= /^mailto:/i.test(attributes.get('href') ?? '');
		if (VOID_ELEMENTS.has(name)) return;

		const isBlock = BLOCK_ELEMENTS.has(name);
		if (isBlock) {
			if (this.open.at(-1)?.name === 'p') this.pop();
			this.startBlock(name, attributes);
		}
		if (name === 'td' || name === 'th') this.spacePending = true;
		if (name === 'li') this.itemPending = true;

		const effect = hasClassOf(attributes, this.hiddenClasses)
			? { hidden: true }
			: effectOf(name, attributes);
		// Elements that do nothing are kept track of only where an end tag could be mistaken.
		if (effect === undefined && !isBlock && !this.openByName.has(name)) return;
		if (effect?.kind !== undefined || effect?.beginsOldMail) this.endLine();
		this.oldMailPending ||= effect?.beginsOldMail === true;
		const outer = { sizeless: this.sizeless, invisible: this.invisible };
		this.push({ name, outer, ...effect });
	}

	private startBlock(name: string, attributes: ReadonlyMap<string, string>): void {
		// Word writes every line as a paragraph and blank lines as empty ones.
		const isWordLine = name === 'p' && (attributes.get('class') ?? '').includes('MsoNormal');
		if (PARAGRAPH_ELEMENTS.has(name) && !isWordLine) this.endParagraph();
		else this.endLine();
	}

	end(name: string): void {
		if (name === 'br') return this.breakLine();
		if (name === 'td' || name === 'th') this.spacePending = true;
		const isBlock = BLOCK_ELEMENTS.has(name);
		if (isBlock) {
			if (PARAGRAPH_ELEMENTS.has(name)) this.endParagraph();
			else this.endLine();
		}
		if (!this.openByName.has(name)) return;
		if ((isBlock && name !== 'p') || UNSEEN_ELEMENTS.has(name)) {
			while (this.pop() !== name);
			return;
		}
		for (let i = this.open.length - 1, reach = 0; i >= 0 && reach < INLINE_REACH; i--, reach++) {
			const candidate = this.open[i];
			if (candidate === undefined) return;
			if (candidate.name === name) {
				while (this.open.length > i) this.pop();
				return;
			}
			if (BLOCK_ELEMENTS.has(candidate.name) && candidate.name !== 'p') return;
		}
	}

	private push(element: OpenElement): void {
		this.open.push(element);
		this.openByName.set(element.name, (this.openByName.get(element.name) ?? 0) + 1);
		if (element.hidden && (!this.showHidden || UNSEEN_ELEMENTS.has(element.name))) this.hidden++;
		if (!this.showHidden) {
			this.sizeless = element.sizeless ?? this.sizeless;
			this.invisible = element.invisible ?? this.invisible;
		}
		if (element.preformatted) this.preformatted++;
		if (element.kind !== undefined) this.kinds.push(element.kind);
	}

	private pop(): string | undefined {
		const element = this.open.at(-1);
		if (element === undefined) return undefined;
		if (element.kind !== undefined) {
			this.endLine();
			this.kinds.pop();
		}
		this.open.pop();
		const left = (this.openByName.get(element.name) ?? 1) - 1;
		if (left === 0) this.openByName.delete(element.name);
		else this.openByName.set(element.name, left);
		if (element.hidden && (!this.showHidden || UNSEEN_ELEMENTS.has(element.name))) this.hidden--;
		this.sizeless = element.outer.sizeless;
		this.invisible = element.outer.invisible;
		if (element.preformatted) this.preformatted--;
		return element.name;
	}
}

/**
 * Reads HTML of any quality into lines of visible text. Link texts stay and their addresses go;
 * images, styles, scripts, comments and hidden elements go. Lines that the structure shows to be
 * quoted, forwarded, a signature or code carry their kind. Linear in the length of `html`.
 */
export function readHtml(source: string): Line[] {
	const html = showUnclosed(source);
	const shown = collectLines(html, false);
	const hasText = shown.lines.some(({ text }) => text !== '');
	return hasText || !shown.hidText ? shown.lines : collectLines(html, true).lines;
}

function collectLines(html: string, showHidden: boolean): LineCollector {
	const collector = new LineCollector(html, showHidden);
	let tagStart = 0;
	let name = '';
	let isElement = true;
	let attributes = new Map<string, string>();
	let attribute = '';
	let value = '';

	const openTag = (endIndex: number): void => {
		if (isElement) collector.start(name, attributes);
		else collector.text(html.slice(tagStart, endIndex + 1));
	};
	const tokenizer = new Tokenizer(
		{ decodeEntities: true },
		{
			ontext: (start, end) => collector.text(html.slice(start, end)),
			ontextentity: (codePoint) => collector.text(String.fromCodePoint(codePoint)),
			onopentagname: (start, end) => {
				tagStart = start - 1;
				name = html.slice(start, Math.min(end, start + 100)).toLowerCase();
				isElement = isHtmlElement(name);
				attributes = new Map();
			},
			onattribname: (start, end) => {
				attribute = html.slice(start, Math.min(end, start + 100)).toLowerCase();
				value = '';
			},
			onattribdata: (start, end) => {
				const room = MAX_ATTRIBUTE_LENGTH - value.length;
				if (room > 0) value += html.slice(start, Math.min(end, start + room));
			},
			onattribentity: (codePoint) => {
				if (value.length < MAX_ATTRIBUTE_LENGTH) value += String.fromCodePoint(codePoint);
			},
			onattribend: () => {
				if (READ_ATTRIBUTES.has(attribute) && !attributes.has(attribute)) {
					attributes.set(attribute, value);
				}
			},
			onopentagend: openTag,
			onselfclosingtag: openTag,
			onclosetag: (start, end) => {
				const closed = html.slice(start, Math.min(end, start + 100)).toLowerCase();
				if (isHtmlElement(closed)) collector.end(closed);
				else collector.text(html.slice(start - 2, end + 1));
			},
			oncdata: (start, end, endOffset) => collector.text(html.slice(start, end - endOffset)),
			oncomment: () => undefined,
			ondeclaration: () => undefined,
			onprocessinginstruction: () => undefined,
			onend: () => undefined,
		},
	);
	tokenizer.write(html);
	tokenizer.end();
	collector.endLine();
	return collector;
}

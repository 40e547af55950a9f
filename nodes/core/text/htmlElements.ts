import { pattern } from '../values/tables';
import type { CutKind } from './lines';

/** What an HTML element does to the text in it. */
export interface ElementEffect {
	/** The text is not shown. */
	hidden?: boolean;
	/** Whether letters have no size here; elements within may give them one. */
	sizeless?: boolean;
	/** Whether the style hides here; elements within may show themselves again. */
	invisible?: boolean;
	/** The text is cut as this kind. */
	kind?: CutKind;
	/** Mail that is not new begins here, whatever its header says. */
	beginsOldMail?: boolean;
	/** Line breaks and spaces count as written. */
	preformatted?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Elements that never have content, so that no end tag is waited for. */
export const VOID_ELEMENTS = words(
	'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements whose content is not text of the message. */
export const UNSEEN_ELEMENTS = words(
	`applet audio canvas datalist head iframe map math noembed noframes noscript object picture script
	select style svg template textarea title video xml`,
);

/** Elements that start on a line of their own. */
export const BLOCK_ELEMENTS = words(
	`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
	figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre
	section summary table tbody tfoot thead tr ul`,
);

/** Elements with a blank line before and after them. */
export const PARAGRAPH_ELEMENTS = words('h1 h2 h3 h4 h5 h6 ol p pre table ul blockquote dl');

const INLINE_ELEMENTS = words(
	`a abbr acronym b bdi bdo big blink button cite code data del dfn em font i img input ins kbd label
	mark marquee nobr option output q rp rt ruby s samp small span strike strong sub sup td th time tt u
	var wbr`,
);

/** Whether HTML knows an element of this name (lower case); others are taken for text in brackets. */
export function isHtmlElement(name: string): boolean {
	return (
		BLOCK_ELEMENTS.has(name) ||
		INLINE_ELEMENTS.has(name) ||
		VOID_ELEMENTS.has(name) ||
		UNSEEN_ELEMENTS.has(name) ||
		// Custom elements and Word's own ones (<o:p>, <v:shape>).
		/^[a-z][a-z0-9]*[-:][a-z0-9:._-]*$/.test(name)
	);
}

/** Attributes that are read. */
export const READ_ATTRIBUTES = words('alt class data-smartmail hidden href id name style type');

/** Class names and ids that mail clients put around what is not new, lower case. */
const MARKED: ReadonlyMap<string, ElementEffect> = new Map<string, ElementEffect>([
	// Gmail. The div "gmail_quote" also holds answers written between the quoted parts.
	['gmail_attr', { kind: 'quote' }],
	['gmail_signature', { kind: 'signature' }],
	['gmail_signature_prefix', { kind: 'signature' }],
	// Outlook desktop, web and mobile.
	['divrplyfwdmsg', { beginsOldMail: true }],
	['appendonsend', { beginsOldMail: true }],
	['olk_src_body_section', { kind: 'quote' }],
	['mail-editor-reference-message-container', { beginsOldMail: true }],
	['ms-outlook-mobile-reference-message', { kind: 'quote' }],
	['signature', { kind: 'signature' }],
	['ms-outlook-mobile-signature', { kind: 'signature' }],
	['outlooksignature', { kind: 'signature' }],
	// Apple Mail, Thunderbird, Yahoo, Proton, Zoho, GMX, Spark, Superhuman, Freshdesk, Front.
	['applemailsignature', { kind: 'signature' }],
	['moz-cite-prefix', { kind: 'quote' }],
	['moz-forward-container', { kind: 'forward' }],
	['moz-signature', { kind: 'signature' }],
	['yahoo_quoted', { kind: 'quote' }],
	['protonmail_quote', { kind: 'quote' }],
	['protonmail_signature_block', { kind: 'signature' }],
	['zmail_extra', { kind: 'quote' }],
	['messagereplysection', { kind: 'quote' }],
	['messagesignaturesection', { kind: 'signature' }],
	['sh-signature', { kind: 'signature' }],
	['freshdesk_quote', { kind: 'quote' }],
	['front-blockquote', { kind: 'quote' }],
	['front-signature', { kind: 'signature' }],
]);

/** What Outlook, Gmail and Yahoo put before the names of others when they pass them on. */
const PASSED_ON = /^(?:x_|m_-?\d{1,25}|ydp[0-9a-f]{1,40}|yiv\d{1,25})+$/;
const MAY_BE_PASSED_ON = /^(?:x_|m_-?\d|ydp|yiv)/;

function markedBy(token: string): ElementEffect | undefined {
	const name = token.replace(/_\d{1,25}$/, '');
	const marked = MARKED.get(name);
	if (marked !== undefined || !MAY_BE_PASSED_ON.test(name)) return marked;
	for (const [known, effect] of MARKED) {
		if (name.endsWith(known) && PASSED_ON.test(name.slice(0, -known.length))) return effect;
	}
	return undefined;
}

/** The line that Outlook draws above the header of the mail it answers, the same in every language. */
const OUTLOOK_BORDER = pattern('i')`
	^border\s{0,3}:\s{0,3}none\s{0,3};\s{0,3}border-top\s{0,3}:\s{0,3}solid\s{1,3}#[0-9a-f]{6}\s{1,3}1
	(?:\.0)?pt\s{0,3};\s{0,3}padding\s{0,3}:\s{0,3}3(?:\.0)?pt
`;

const HIDDEN_STYLE =
	/(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|max-height\s*:\s*0(?:px)?\s*(?:;|!|$))/i;
const FONT_SIZE = /(?:^|[;\s])font-size\s*:\s*(\d|[a-z]|\.)(\d{0,4}(?:\.\d{0,4})?)([a-z%]{0,4})/i;
const VISIBILITY = /(?:^|[;\s])visibility\s*:\s*(hidden|collapse|visible)/i;

/** Letters of so many pixels or points cannot be read. */
const UNREADABLE = 2;

/** What the style says of properties that elements hand on and that elements within may change. */
function inheritedEffect(style: string): ElementEffect | undefined {
	const visibility = VISIBILITY.exec(style)?.[1]?.toLowerCase();
	const size = FONT_SIZE.exec(style);
	const effect: ElementEffect = {};
	if (visibility !== undefined) effect.invisible = visibility !== 'visible';
	if (size !== null) {
		const value = Number(`${size[1] ?? ''}${size[2] ?? ''}`);
		// Words ("small") have no number; what is relative to nothing stays nothing.
		if (value === 0 || (value <= UNREADABLE && /^p[xt]$/i.test(size[3] ?? '')))
			effect.sizeless = true;
		else if (!/^(?:em|%)$/i.test(size[3] ?? '')) effect.sizeless = false;
	}
	return visibility === undefined && size === null ? undefined : effect;
}

/** Whether the declarations of a style take the element off the page. */
export function hidesElement(style: string): boolean {
	return HIDDEN_STYLE.test(style);
}

const PRESERVING_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i;
const BORDERLESS_INDENT =
	/border(?:-left)?\s*:\s*(?:none|0)|margin(?:-left)?\s*:\s*(?:0\s+0\s+0\s+)?40px/i;

/**
 * What the element does to its text, told from its name and attributes (names in lower case), or
 * undefined when it does nothing.
 */
export function effectOf(
	name: string,
	attributes: ReadonlyMap<string, string>,
): ElementEffect | undefined {
	if (UNSEEN_ELEMENTS.has(name)) return { hidden: true };
	if (attributes.size === 0) {
		if (name === 'blockquote') return { kind: 'quote' };
		if (name === 'pre') return { kind: 'code', preformatted: true };
		return undefined;
	}
	const style = attributes.get('style') ?? '';
	if (attributes.has('hidden') || (style !== '' && hidesElement(style))) return { hidden: true };
	const inherited = style === '' ? undefined : inheritedEffect(style);
	const effect = ownEffect(name, attributes, style);
	return inherited === undefined ? effect : { ...effect, ...inherited };
}

function ownEffect(
	name: string,
	attributes: ReadonlyMap<string, string>,
	style: string,
): ElementEffect | undefined {
	for (const attribute of ['id', 'class', 'data-smartmail', 'name']) {
		const value = attributes.get(attribute);
		if (!value) continue;
		for (const token of value.toLowerCase().split(/\s+/)) {
			const marked = markedBy(token);
			if (marked) return marked;
			if (attribute === 'name' && token === 'quote' && name === 'div') return { kind: 'quote' };
			if (token === 'gmail_quote' && name === 'span') return { kind: 'quote' };
		}
	}
	if (name === 'blockquote') {
		// "Indent more" makes a blockquote too, without the bar that quoted mail has.
		const indented = attributes.get('type') !== 'cite' && BORDERLESS_INDENT.test(style);
		return indented ? undefined : { kind: 'quote' };
	}
	if (name === 'pre') return { kind: 'code', preformatted: true };
	if (OUTLOOK_BORDER.test(style.trimStart())) return { beginsOldMail: true };
	return PRESERVING_STYLE.test(style) ? { preformatted: true } : undefined;
}

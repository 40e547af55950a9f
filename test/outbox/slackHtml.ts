import { escapeHtml, link } from './html.ts';
import { mrkdwnToHtml } from './mrkdwn.ts';
import type { JsonObject, JsonValue } from './types.ts';

/** A message's blocks as HTML, close to how Slack shows them; its text when it has no blocks. */
export function slackMessageToHtml({
	text,
	blocks,
}: {
	text: string;
	blocks: JsonObject[];
}): string {
	if (blocks.length === 0) return `<div class="section">${mrkdwnToHtml(text)}</div>`;
	return blocks.map(blockToHtml).join('\n');
}

function blockToHtml(block: JsonObject): string {
	const elements = objects(block.elements);
	switch (block.type) {
		case 'header':
			return `<h3 class="block-header">${textToHtml(block.text)}</h3>`;
		case 'section':
			return sectionToHtml(block);
		case 'context':
			return `<div class="context">${elements.map(contextElementToHtml).join(' ')}</div>`;
		case 'actions':
			return `<div class="actions">${elements.map(elementToHtml).join('')}</div>`;
		case 'divider':
			return '<hr>';
		case 'image':
			return imageToHtml(block);
		case 'markdown':
			return `<div class="section preserved">${escapeHtml(asText(block.text))}</div>`;
		case 'rich_text':
			return `<div class="section">${elements.map(richTextToHtml).join('')}</div>`;
		default:
			return `<pre>${escapeHtml(JSON.stringify(block, null, 2))}</pre>`;
	}
}

function sectionToHtml({ text, fields, accessory }: JsonObject): string {
	const body = isObject(text) ? `<div>${textToHtml(text)}</div>` : '';
	const cells = objects(fields).map((field) => `<div>${textToHtml(field)}</div>`);
	const grid = cells.length > 0 ? `<div class="fields">${cells.join('')}</div>` : '';
	const aside = isObject(accessory)
		? `<div class="accessory">${elementToHtml(accessory)}</div>`
		: '';
	return `<div class="section">${aside}${body}${grid}</div>`;
}

function contextElementToHtml(element: JsonObject): string {
	return element.type === 'image' ? imageToHtml(element) : `<span>${textToHtml(element)}</span>`;
}

function elementToHtml(element: JsonObject): string {
	if (element.type === 'image') return imageToHtml(element);
	const label = isObject(element.text)
		? textToHtml(element.text)
		: escapeHtml(asText(element.type));
	const style =
		element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
	const url = asText(element.url);
	if (url !== '') return link(url, label, `button${style}`);
	return `<span class="button${style}">${label}</span>`;
}

/** The page loads nothing from outside, so a picture is its description. */
function imageToHtml({ alt_text: description }: JsonObject): string {
	return `<span class="picture">${escapeHtml(asText(description))}</span>`;
}

function textToHtml(object: JsonValue | undefined): string {
	if (!isObject(object)) return '';
	const text = asText(object.text);
	return object.type === 'mrkdwn' ? mrkdwnToHtml(text) : lines(text);
}

function richTextToHtml(element: JsonObject): string {
	const children = objects(element.elements);
	const inner = children.map(richTextToHtml).join('');
	switch (element.type) {
		case 'rich_text_section':
			return `<div>${inner}</div>`;
		case 'rich_text_quote':
			return `<blockquote>${inner}</blockquote>`;
		case 'rich_text_preformatted':
			return `<pre>${inner}</pre>`;
		case 'rich_text_list': {
			const tag = element.style === 'ordered' ? 'ol' : 'ul';
			const items = children.map((child) => `<li>${richTextToHtml(child)}</li>`).join('');
			return `<${tag}>${items}</${tag}>`;
		}
		case 'link':
			return link(asText(element.url), lines(asText(element.text) || asText(element.url)));
		case 'user':
			return `<span class="mention">@${escapeHtml(asText(element.user_id))}</span>`;
		default:
			return styled(lines(asText(element.text) || asText(element.name)), element.style);
	}
}

function styled(html: string, style: JsonValue | undefined): string {
	if (!isObject(style)) return html;
	const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' };
	return Object.entries(tags).reduce(
		(inner, [name, tag]) => (style[name] === true ? `<${tag}>${inner}</${tag}>` : inner),
		html,
	);
}

function lines(text: string): string {
	return escapeHtml(text).replaceAll('\n', '<br>');
}

function asText(value: JsonValue | undefined): string {
	return typeof value === 'string' ? value : '';
}

function objects(value: JsonValue | undefined): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { Parser } from 'htmlparser2';

import type { ResponseAction } from '../../nodes/core/item/types.ts';
import type { OutboxMessage } from '../outbox/types.ts';

/** What a reader of an alert does: follows one of its links, reads the page, and sends its form. */

/** A link of ours: what it answers, and its address. */
export type AnswerLink = readonly [action: ResponseAction, url: string];

/** All links of a message by which something is answered, in their order. */
export function answerLinksIn(message: OutboxMessage): AnswerLink[] {
	const hrefs = message.kind === 'slack' ? urlsIn(message.blocks) : hrefsIn(message.html ?? '');
	return hrefs.flatMap((href) => {
		const { searchParams } = new URL(href);
		const action = searchParams.get('action') as ResponseAction | null;
		return action === null || !searchParams.has('token') ? [] : [[action, href] as const];
	});
}

/**
 * The first link of a message for an answer.
 * @throws Error when it has none
 */
export function answerLinkIn(message: OutboxMessage | undefined, action: ResponseAction): string {
	const found = message && answerLinksIn(message).find(([one]) => one === action);
	if (found === undefined) throw new Error(`No message has a link for "${action}"`);
	return found[1];
}

function urlsIn(blocks: unknown): string[] {
	const urls: string[] = [];
	JSON.stringify(blocks, (key, value: unknown) => {
		if (key === 'url' && typeof value === 'string') urls.push(value);
		// Small links stand in a line of markup.
		if (key === 'text' && typeof value === 'string') {
			for (const [, url] of value.matchAll(/<(https?:[^|>]+)\|/g)) {
				urls.push((url ?? '').replaceAll('&amp;', '&'));
			}
		}
		return value;
	});
	return urls;
}

function hrefsIn(html: string): string[] {
	const hrefs: string[] = [];
	const parser = new Parser({
		onopentag: (name, { href }) => {
			if (name === 'a' && href?.startsWith('http')) hrefs.push(href);
		},
	});
	parser.end(html);
	return hrefs;
}

/** A page of ours as a person sees it. */
export interface Page {
	status: number;
	html: string;
	/** Its words, one space between them. */
	text: string;
	/** What its form would send, its buttons left out. */
	fields: Record<string, string>;
	formAction?: string;
}

/** Opens a link, as a browser or a mail scanner does. */
export async function openPage(link: string, init?: RequestInit): Promise<Page> {
	const response = await fetch(link, init);
	return readPage(response.status, await response.text());
}

/**
 * Sends the form of a link's page.
 * @param changes what the person filled in, or the other button they pressed
 */
export async function giveAnswer(
	link: string,
	changes: Record<string, string> = {},
): Promise<Page> {
	const page = await openPage(link);
	return await openPage(new URL(page.formAction ?? '', link).href, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ ...page.fields, ...changes }).toString(),
	});
}

function readPage(status: number, html: string): Page {
	const fields: Record<string, string> = {};
	let formAction: string | undefined;
	let text = '';
	let isHidden = false;
	const parser = new Parser({
		onopentag: (name, { name: field, value = '', type, checked, action }) => {
			if (name === 'style') isHidden = true;
			if (name === 'form') formAction ??= action ?? '';
			if (name !== 'input' || field === undefined) return;
			const isChoice = type === 'radio' || type === 'checkbox';
			if (!isChoice || checked !== undefined) fields[field] = value;
		},
		onclosetag: (name) => {
			if (name === 'style') isHidden = false;
			text += ' ';
		},
		ontext: (part) => {
			if (!isHidden) text += part;
		},
	});
	parser.end(html);
	return { status, html, text: text.replace(/\s+/g, ' ').trim(), fields, formAction };
}

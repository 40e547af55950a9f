import type { IWebhookFunctions } from 'n8n-workflow';

import type { ResponsePage } from '../core/response/pageFrame';
import type { SlackAnswer } from './slackButtons';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * A link is as good as a password: it is to stay out of caches, search engines and the addresses that browsers pass
 * on. The page runs no script, loads nothing, stands in no frame, and its form leads nowhere else. n8n 2.41 sandboxes
 * only what it sends by itself; a page without script needs no sandbox, and not every browser may know where 'self' is
 * in one.
 */
const PAGE_HEADERS = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex',
};

/** @param withBody whether the page itself is sent; HEAD asks for its headers alone */
export function sendPage(response: Response, { status, html }: ResponsePage, withBody = true) {
	response.status(status);
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.set(name, value);
	if (withBody) response.end(html);
	else response.end();
}

/** Slack shows an error to whoever pressed the button unless the answer is an empty 200. */
export function sendToSlack(response: Response, { status, text }: SlackAnswer): void {
	response.status(status);
	if (text === undefined) {
		response.end();
		return;
	}
	response.set('Content-Type', 'text/plain; charset=utf-8');
	response.end(text);
}

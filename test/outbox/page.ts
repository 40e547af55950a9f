import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { escapeHtml } from './html.ts';
import { slackMessageToHtml } from './slackHtml.ts';
import type { EmailMessage, OutboxMessage, SlackMessage } from './types.ts';

export interface Page {
	url: string;
	/** Shows a new message, or a changed one again, on every open page. */
	show(message: OutboxMessage): void;
	stop(): Promise<void>;
}

export interface PageOptions {
	port: number;
	messages: readonly OutboxMessage[];
	/** Differs from run to run, so that a page left open notices another run on the same port. */
	runId: string;
}

const ASSETS = new URL('./assets/', import.meta.url);
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'";
// A mail may bring its own styles and pictures of its own, but runs nothing and fetches nothing.
const MAIL_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** Serves the page with all messages, newest first, and /messages.json, on 127.0.0.1. */
export async function startPage({ port, messages, runId }: PageOptions): Promise<Page> {
	const watchers = new Set<ServerResponse>();
	const server = createServer((request, response) => {
		const path = request.url?.split('?')[0] ?? '/';
		if (path === '/events') {
			watch(response);
			watchers.add(response);
			response.once('close', () => watchers.delete(response));
			send(response, 'run', { runId, ids: messages.map(({ id }) => id) });
			return;
		}
		void answer(path, response);
	});

	async function answer(path: string, response: ServerResponse): Promise<void> {
		const mail = /^\/mail\/(\d+)$/.exec(path);
		if (path === '/') reply(response, 200, 'text/html', pageHtml(messages, runId), POLICY);
		else if (path === '/messages.json') {
			reply(response, 200, 'application/json', JSON.stringify(messages, null, '\t'));
		} else if (path === '/outbox.css' || path === '/outbox.js') {
			const file = await readFile(new URL(`.${path}`, ASSETS), 'utf8');
			reply(response, 200, path.endsWith('css') ? 'text/css' : 'text/javascript', file);
		} else if (mail) {
			const message = messages.find(({ id }) => id === Number(mail[1]));
			const html = message?.kind === 'email' ? (message.html ?? '') : '';
			reply(response, message ? 200 : 404, 'text/html', html, MAIL_POLICY);
		} else reply(response, 404, 'text/plain', 'Not here.');
	}

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${address.port}`,
		show: (message) => {
			const data = { id: message.id, kind: message.kind, html: cardHtml(message) };
			for (const watcher of watchers) send(watcher, 'message', data);
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function watch(response: ServerResponse): void {
	response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
	response.flushHeaders();
}

function send(response: ServerResponse, event: string, data: object): void {
	response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function reply(
	response: ServerResponse,
	status: number,
	type: string,
	body: string,
	policy = "default-src 'none'",
): void {
	response.writeHead(status, {
		'Content-Type': `${type}; charset=utf-8`,
		'Content-Security-Policy': policy,
		'X-Content-Type-Options': 'nosniff',
		'Cache-Control': 'no-store',
	});
	response.end(body);
}

function pageHtml(messages: readonly OutboxMessage[], runId: string): string {
	const cards = [...messages].reverse().map(cardHtml).join('\n');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Outbox</title>
<link rel="stylesheet" href="/outbox.css">
<script type="module" src="/outbox.js"></script>
</head>
<body data-run="${escapeHtml(runId)}">
<header class="top">
<div>
<h1>Outbox</h1>
<p>What Slack and the mail server would have received. Nothing has left this machine.</p>
</div>
<nav aria-label="Show">
<label><input type="radio" name="show" value="all" checked><span>All <b data-count="all"></b></span></label>
<label><input type="radio" name="show" value="slack"><span>Slack <b data-count="slack"></b></span></label>
<label><input type="radio" name="show" value="email"><span>Email <b data-count="email"></b></span></label>
</nav>
</header>
<main id="messages">
${cards}
</main>
<p class="empty">No alerts yet. They appear here as soon as a workflow sends one.</p>
</body>
</html>
`;
}

function cardHtml(message: OutboxMessage): string {
	return message.kind === 'slack' ? slackCard(message) : emailCard(message);
}

function slackCard(message: SlackMessage): string {
	const { id, at, channel, user, threadTs, edits } = message;
	const place = user ? `Direct message to ${user.name}` : channel;
	const thread = threadTs ? '<span class="note">in a thread</span>' : '';
	const edited = edits > 0 ? '<span class="note">(edited)</span>' : '';
	return `<article class="card slack" data-id="${id}" data-kind="slack">
<div class="place"><span class="kind">Slack</span><span>${escapeHtml(place)}</span>${thread}</div>
<div class="message">
<div class="avatar" aria-hidden="true">CS</div>
<div class="body">
<div class="sender"><b>CS Alerts</b><span class="app">APP</span>${time(at)}${edited}</div>
${slackMessageToHtml(message)}
</div>
</div>
</article>`;
}

function emailCard({ id, at, from, to, subject, html, text }: EmailMessage): string {
	const plain = `<pre class="mail-text">${escapeHtml((text ?? '').trim())}</pre>`;
	// No scripts run in it; same origin only lets the page measure how tall it is.
	const frame = `<iframe class="mail" src="/mail/${id}" title="${escapeHtml(subject)}" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;
	const both = `${frame}<details><summary>Plain text part</summary>${plain}</details>`;
	return `<article class="card email" data-id="${id}" data-kind="email">
<div class="place"><span class="kind">Email</span><span>to ${escapeHtml(to.join(', '))}</span></div>
<h2>${escapeHtml(subject)}</h2>
<div class="sender"><span>From ${escapeHtml(from)}</span>${time(at)}</div>
${html === undefined ? plain : text ? both : frame}
</article>`;
}

function time(at: string): string {
	return `<time datetime="${escapeHtml(at)}">${escapeHtml(at.slice(11, 16))} UTC</time>`;
}

import { readFile } from 'node:fs/promises';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { connect as connectTls } from 'node:tls';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';

let outbox: Outbox;

beforeEach(async () => {
	outbox = await startOutbox({
		standIns: { 'api.crm.example': (_request, response) => void response.end('from the stand-in') },
	});
});

afterEach(async () => {
	await outbox.stop();
});

/** Asks the proxy for a tunnel, as an HTTPS client does; the socket when it was given one. */
async function tunnel(host: string): Promise<{ status: number; socket: Socket }> {
	const proxy = new URL(outbox.env.HTTPS_PROXY ?? '');
	const asked = request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: host });
	asked.end();
	return await new Promise((resolve, reject) => {
		asked.once('connect', (response, socket) => {
			resolve({ status: response.statusCode ?? 0, socket });
		});
		asked.once('error', reject);
	});
}

/** Sends one HTTPS request through the tunnel, trusting the throw-away authority alone. */
async function ask(host: string, lines: string): Promise<string> {
	const { socket } = await tunnel(`${host}:443`);
	const ca = await readFile(outbox.env.NODE_EXTRA_CA_CERTS ?? '', 'utf8');
	const secure = connectTls({ socket, servername: host, ca });
	secure.write(lines.replaceAll('\n', '\r\n'));
	let answer = '';
	for await (const chunk of secure) answer += String(chunk);
	return answer;
}

/** Sends a mail by the SMTP dialogue; returns the server's last reply. */
async function sendMail(mail: string): Promise<string> {
	const { port, user, password } = outbox.smtpCredential;
	const socket = connectTcp(port, '127.0.0.1');
	const login = Buffer.from(`\0${user}\0${password}`).toString('base64');
	const steps = ['EHLO test', `AUTH PLAIN ${login}`, 'MAIL FROM:<a@us.example>'];
	steps.push('RCPT TO:<dana@us.example>', 'DATA', `${mail.replaceAll('\n', '\r\n')}\r\n.`);
	let reply = '';
	for await (const line of createInterface({ input: socket })) {
		reply = line;
		// "250-" says that more lines of the same reply follow.
		if (/^\d{3}-/.test(line)) continue;
		const next = steps.shift();
		if (next === undefined || Number(line.slice(0, 3)) >= 400) break;
		socket.write(`${next}\r\n`);
	}
	socket.destroy();
	return reply;
}

describe('the way out', () => {
	it('leads to the stand-in of a host, under a certificate that n8n can check', async () => {
		const get = (host: string) => `GET / HTTP/1.1\nHost: ${host}\nConnection: close\n\n`;
		expect(await ask('slack.com', get('slack.com'))).toContain('not_authed');
		expect(await ask('api.crm.example', get('api.crm.example'))).toContain('from the stand-in');
	});

	it('is shut for every other host, port and plain HTTP', async () => {
		for (const host of ['example.com:443', 'slack.com:22', 'constructor:443']) {
			const { status, socket } = await tunnel(host);
			socket.destroy();
			expect(status).toBe(403);
		}
		expect(outbox.refused).toEqual(['example.com:443', 'slack.com:22', 'constructor:443']);
	});
});

describe('mail', () => {
	const mail = `From: CS Alerts <alerts@us.example>
To: dana@us.example
Subject: =?UTF-8?Q?Renewal_=E2=80=94_Acme?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8

plain
--b
Content-Type: text/html; charset=utf-8

<script>alert(1)</script><p>rich</p>
--b--`;

	it('is kept with its parts decoded', async () => {
		expect(await sendMail(mail)).toMatch(/^250/);
		const kept = await outbox.waitFor(({ kind }) => kind === 'email', 1000);
		expect(kept).toMatchObject({
			from: 'CS Alerts <alerts@us.example>',
			to: ['dana@us.example'],
			subject: 'Renewal \u2014 Acme',
			text: 'plain\n',
		});
	});

	it('is refused once as told', async () => {
		outbox.failNext({ of: 'smtp', code: 451, message: 'Try later' });
		expect(await sendMail(mail)).toMatch(/^451 Try later/);
		expect(await sendMail(mail)).toMatch(/^250/);
		expect(outbox.messages).toHaveLength(1);
	});

	it('is taken again once no more is to fail', async () => {
		outbox.failNext({ of: 'smtp', code: 451, message: 'Try later' }, 100);
		outbox.failNoMore();
		expect(await sendMail(mail)).toMatch(/^250/);
	});

	it('is shown in a frame that runs nothing and fetches nothing', async () => {
		await sendMail(mail);
		const page = await (await fetch(outbox.url)).text();
		expect(page).toContain('src="/mail/1"');
		expect(page).not.toContain('alert(1)');
		expect(page).not.toContain('allow-scripts');
		const frame = await fetch(`${outbox.url}/mail/1`);
		expect(await frame.text()).toContain('<p>rich</p>');
		expect(frame.headers.get('content-security-policy')).toContain("default-src 'none'");
	});
});

describe('the page', () => {
	it('says that there is nothing yet, and lists messages as JSON', async () => {
		expect(await (await fetch(outbox.url)).text()).toContain('No alerts yet');
		expect(await (await fetch(`${outbox.url}/messages.json`)).json()).toEqual([]);
	});

	it('shows a message of hostile text letter for letter', async () => {
		const body = JSON.stringify({
			channel: '#"><img src=x>',
			text: '<script>alert(1)</script>',
		});
		const headers = `Host: slack.com\nAuthorization: Bearer ${outbox.slackCredential.accessToken}\nContent-Type: application/json\nContent-Length: ${body.length}\nConnection: close`;
		const answer = await ask(
			'slack.com',
			`POST /api/chat.postMessage HTTP/1.1\n${headers}\n\n${body}`,
		);
		expect(answer).toContain('"ok":true');
		const page = await (await fetch(outbox.url)).text();
		expect(page).toContain('&lt;script&gt;alert(1)');
		expect(page).not.toMatch(/<script>|<img/);
	});

	it('keeps waiting until a message meets the condition, and says when none does', async () => {
		const waiting = outbox.waitFor((message) => message.kind === 'email', 2000);
		await sendMail('Subject: x\n\ny');
		expect(await waiting).toMatchObject({ id: 1 });
		await expect(outbox.waitFor(() => false, 10)).rejects.toThrow('1 arrived');
	});
});

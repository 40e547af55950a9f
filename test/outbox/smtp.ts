import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { EmailMessage, Failure } from './types.ts';

export const SMTP_USER = 'outbox';
export const SMTP_PASSWORD = 'outbox-password';

export interface Smtp {
	port: number;
	stop(): Promise<void>;
}

export interface SmtpOptions {
	/** Keeps a mail that arrived. */
	keep: (mail: Omit<EmailMessage, 'id' | 'at'>) => void;
	/** Hands over the next injected failure, if any. */
	nextFailure: () => Extract<Failure, { of: 'smtp' }> | undefined;
}

class SmtpReply extends Error {
	readonly responseCode: number;

	constructor(code: number, message: string) {
		super(message);
		this.responseCode = code;
	}
}

/** A mail server that takes every mail of its one user and delivers none. */
export async function startSmtp({ keep, nextFailure }: SmtpOptions): Promise<Smtp> {
	const server = new SMTPServer({
		// It is reached over the loopback only.
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		disableReverseLookup: true,
		logger: false,
		onAuth: ({ username, password }, _session, callback) => {
			const isRight = username === SMTP_USER && password === SMTP_PASSWORD;
			if (isRight) callback(null, { user: username });
			else callback(new SmtpReply(535, 'Invalid user name or password'));
		},
		onData: (stream, session, callback) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('error', callback);
			stream.on('end', () => {
				const failure = nextFailure();
				if (failure) {
					callback(new SmtpReply(failure.code, failure.message));
					return;
				}
				const envelopeTo = session.envelope.rcptTo.map(({ address }) => address);
				readMail(Buffer.concat(chunks), envelopeTo).then(
					(mail) => {
						keep(mail);
						callback(null);
					},
					(error: unknown) => callback(error as Error),
				);
			});
		},
	});
	// A client that hangs up in mid-session is its own affair.
	server.on('error', () => {});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', () => resolve());
	});
	const { port } = server.server.address() as AddressInfo;
	return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function readMail(
	raw: Buffer,
	envelopeTo: string[],
): Promise<Omit<EmailMessage, 'id' | 'at'>> {
	const { from, subject, html, text, headers } = await PostalMime.parse(raw);
	const sender = from?.address ?? '';
	return {
		kind: 'email',
		from: from?.name ? `${from.name} <${sender}>` : sender,
		to: envelopeTo,
		subject: subject ?? '',
		...(html !== undefined && { html }),
		...(text !== undefined && { text }),
		headers: headers.map(({ key, value }) => ({ name: key, value })),
	};
}

import type { Duplex, Readable } from 'node:stream';
import type { Connection } from 'jsforce';

/** What an answer says besides its body; empty where there was none. */
export interface Heard {
	status?: number;
	retryAfter?: unknown;
}

type Send = Connection['_transport']['httpRequest'];

/**
 * Sends as the connection does, and notes what the errors of jsforce do not carry. An answer that breaks
 * off is a failure of the request: jsforce leaves it to nobody, which ends the whole process.
 */
export function listenTo(
	connection: Connection,
	heard: Heard,
): (...sent: Parameters<Send>) => ReturnType<Send> {
	return (...sent) => {
		delete heard.status;
		delete heard.retryAfter;
		const answer = connection._transport.httpRequest(...sent);
		const stream = answer.stream();
		const complete = Promise.race([answer, brokenOff(stream)]).then((response) => {
			heard.status = response.statusCode;
			heard.retryAfter = response.headers['retry-after'];
			return response;
		});
		return Object.assign(complete, { stream: () => stream });
	};
}

/** Rejects when the body stops with an error. jsforce pipes it into the half of its stream that is read. */
async function brokenOff(stream: Duplex): Promise<never> {
	const { _readable: body } = stream as { _readable?: Readable };
	return await new Promise<never>((_, reject) => {
		body?.once('pipe', (source: Readable) => source.once('error', reject));
	});
}

import type { IncomingMessage } from 'node:http';

const LIMIT = 5_000_000;

/** The request's body as text; throws when it is over 5 MB. */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > LIMIT) throw new Error('Request body over 5 MB.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

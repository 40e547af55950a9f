import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sharedUrl } from './shared.ts';

const FOLDER = sharedUrl('contracts/recorded/');

/** Real exchanges, recorded by others; they lie beside the project, not in it. */
export interface Recording {
	request: { method: string; url: string; query?: Record<string, string>; body?: unknown };
	response: { status: number; headers: Record<string, string>; body: unknown };
}

export const hasRecordings = existsSync(FOLDER);

export function readRecording(name: string): Recording {
	return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Recording;
}

/** A server that gives recorded answers, byte for byte and in turn, whatever it is asked. */
export async function replay(recordings: Recording[]) {
	const paths: string[] = [];
	const server = createServer((request, response) => {
		const recording = recordings[Math.min(paths.length, recordings.length - 1)];
		paths.push(`${request.method} ${request.url}`);
		request.resume();
		request.once('end', () => {
			if (!recording) throw new Error('nothing to replay');
			const { status, headers, body } = recording.response;
			response.writeHead(status, headers);
			response.end(JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		paths,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

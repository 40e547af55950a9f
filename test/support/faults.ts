import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a stand-in does instead of answering. */
export interface Fault {
	/** Which requests: method and path, e.g. "GET /services/data/v67.0/query". */
	match: RegExp;
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** "hang" never answers, "stall" sends headers and then nothing, "reset" cuts the line. */
	wire?: 'hang' | 'stall' | 'reset';
	/** How often; always when absent. */
	times?: number;
}

/** Plays the first fault that fits a request. Returns whether one did. */
export function playFault(
	faults: Fault[],
	request: IncomingMessage,
	response: ServerResponse,
): boolean {
	const line = `${request.method} ${decodeURIComponent(request.url ?? '')}`;
	const fault = faults.find(({ match, times }) => match.test(line) && times !== 0);
	if (!fault) return false;
	if (fault.times !== undefined) fault.times -= 1;
	if (fault.wire === 'hang') return true;
	if (fault.wire === 'reset') {
		request.socket.destroy();
		return true;
	}
	response.writeHead(fault.status ?? 500, {
		'Content-Type': 'application/json;charset=UTF-8',
		...fault.headers,
	});
	if (fault.wire === 'stall') {
		response.write('{"records":[');
		return true;
	}
	response.end(typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? []));
	return true;
}

/** The whole body of a request as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	request.setEncoding('utf8');
	for await (const chunk of request) text += chunk;
	return text;
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a stand-in does instead of answering. */
export interface Fault {
	/** Which requests: method and path, e.g. "GET /services/data/v67.0/query". */
	match: RegExp;
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	/**
	 * "hang" never answers, "stall" sends headers and then nothing, "reset" cuts the line before an answer,
	 * "break" in the midst of it.
	 */
	wire?: 'hang' | 'stall' | 'reset' | 'break';
	/** How often; always when absent. */
	times?: number;
}

/** The first fault that fits a request, which is used up by it. */
export function takeFault(faults: Fault[], line: string): Fault | undefined {
	const fault = faults.find(({ match, times }) => match.test(line) && times !== 0);
	if (fault?.times !== undefined) fault.times -= 1;
	return fault;
}

/** Plays the first fault that fits a request. Returns whether one did. */
export function playFault(
	faults: Fault[],
	request: IncomingMessage,
	response: ServerResponse,
): boolean {
	const fault = takeFault(faults, `${request.method} ${decodeURIComponent(request.url ?? '')}`);
	if (!fault) return false;
	if (fault.wire === 'hang') return true;
	if (fault.wire === 'reset') {
		request.socket.destroy();
		return true;
	}
	response.writeHead(fault.status ?? 500, {
		'Content-Type': 'application/json;charset=UTF-8',
		...fault.headers,
	});
	if (fault.wire === 'stall' || fault.wire === 'break') {
		response.write('{"records":[');
		if (fault.wire === 'break') setTimeout(() => request.socket.destroy(), 50);
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

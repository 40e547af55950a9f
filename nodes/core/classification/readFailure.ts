import { ModelFailure, type FailureKind } from './failure';

type Fields = Record<string, unknown>;

const CONNECTION_CODES =
	/^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENETUNREACH|UND_ERR_\w+)$/;
const TIMEOUT_CODES = /^(?:ETIMEDOUT|ECONNABORTED|ERR_CANCELED|ESOCKETTIMEDOUT|ABORT_ERR)$/;
const TIMEOUT_NAMES = /^(?:TimeoutError|APIConnectionTimeoutError|AbortError|APIUserAbortError)$/;
const CONTENT_FILTER =
	/content[_ -]?filter|content[_ -]?policy|content management policy|ResponsibleAIPolicyViolation|safety_violations/i;
const NO_QUOTA =
	/insufficient[_ -]?quota|insufficient[_ ](?:balance|credit|funds)|billing_(?:hard_limit|not_active)|exceeded your current quota|credit balance is too low/i;
const INVALID_KEY = /invalid[_ -]?api[_ -]?key|incorrect api key|MODEL_AUTHENTICATION/i;
/** Causes are nested: the SDK's error holds the network's, n8n's holds the SDK's. */
const DEEPEST = 5;
const LONGEST_DETAIL = 200;

/**
 * Tells from whatever an SDK, n8n or the network threw why there was no answer. Reads the error's shape only.
 * @param hide takes secrets out of the other side's words
 * @param now milliseconds since 1970, for waits that are given as a date
 */
export function readFailure(
	error: unknown,
	hide: (text: string) => string,
	now: number,
): ModelFailure {
	if (error instanceof ModelFailure) return error;
	const layers = layersOf(error);
	const textOf = (name: string): string | undefined =>
		layers
			.map((layer) => layer[name])
			.find((value): value is string => typeof value === 'string' && value !== '');
	const codes = layers
		.flatMap(({ code, type, name, lc_error_code: tag }) => [code, type, name, tag])
		.filter((value): value is string => typeof value === 'string');
	const message = layers
		.map((layer) => layer.message)
		.filter((value) => typeof value === 'string')
		.join(' ')
		.slice(0, 4000);
	const status = statusOf(layers);
	const kind = kindOf(status, codes, `${codes.join(' ')} ${message}`);
	return new ModelFailure(kind, {
		// Servers repeat the key that they refuse.
		detail: kind === 'invalid-key' ? undefined : detailOf(status, message, hide),
		retryAfterMs: retryAfter(layers, now),
		rejectedPart: kind === 'rejected' ? (textOf('param') ?? partIn(message)) : undefined,
		shouldRetry: shouldRetry(layers),
	});
}

function kindOf(status: number | undefined, codes: string[], said: string): FailureKind {
	if (status === 401 || INVALID_KEY.test(said)) return 'invalid-key';
	if (status === 402 || NO_QUOTA.test(said)) return 'no-quota';
	if (CONTENT_FILTER.test(said)) return 'content-filter';
	if (status === 403) return 'no-permission';
	if (status === 404) return 'not-found';
	if (status === 429) return 'rate-limit';
	if (status === 408 || status === 504) return 'timeout';
	if (status === 409 || (status !== undefined && status >= 500)) return 'outage';
	if (status !== undefined && status >= 400) return 'rejected';
	if (codes.some((code) => CONNECTION_CODES.test(code))) return 'outage';
	if (codes.some((code) => TIMEOUT_CODES.test(code) || TIMEOUT_NAMES.test(code))) return 'timeout';
	if (/rate limit/i.test(said)) return 'rate-limit';
	return /timed? ?out/i.test(said) ? 'timeout' : 'outage';
}

function layersOf(error: unknown): Fields[] {
	const layers: Fields[] = [];
	const visit = (value: unknown, depth: number): void => {
		if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
		if (layers.includes(value as Fields)) return;
		layers.push(value as Fields);
		const { error: inner, cause, response, errorResponse } = value as Fields;
		for (const next of [inner, cause, response, errorResponse]) visit(next, depth + 1);
	};
	visit(error, 0);
	if (layers.length === 0) layers.push({ message: String(error) });
	// An error's message and name may be inherited, which destructuring reads as well.
	return layers;
}

function statusOf(layers: Fields[]): number | undefined {
	for (const { status, statusCode, httpCode } of layers) {
		for (const value of [status, statusCode, httpCode]) {
			const number = typeof value === 'string' ? Number(value) : value;
			if (typeof number === 'number' && number >= 300 && number < 600) return number;
		}
	}
	return undefined;
}

function headerIn(layers: Fields[], name: string): string | undefined {
	for (const { headers } of layers) {
		if (typeof headers !== 'object' || headers === null) continue;
		const { get } = headers as { get?: (header: string) => unknown };
		const value = typeof get === 'function' ? get.call(headers, name) : (headers as Fields)[name];
		if (typeof value === 'string' && value !== '') return value;
	}
	return undefined;
}

/** OpenAI's own header in milliseconds, else Retry-After in seconds or as a date (RFC 9110 §10.2.3). */
function retryAfter(layers: Fields[], now: number): number | undefined {
	const milliseconds = Number.parseFloat(headerIn(layers, 'retry-after-ms') ?? '');
	if (milliseconds >= 0) return milliseconds;
	const asked = headerIn(layers, 'retry-after')?.trim() ?? '';
	if (/^\d{1,6}(?:\.\d{1,6})?$/.test(asked)) return Number(asked) * 1000;
	const at = asked === '' ? Number.NaN : Date.parse(asked);
	return Number.isFinite(at) ? Math.max(0, at - now) : undefined;
}

function shouldRetry(layers: Fields[]): boolean | undefined {
	const value = headerIn(layers, 'x-should-retry');
	return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** Compatible servers mostly name the part that they do not know in the message only. */
function partIn(message: string): string | undefined {
	return /\b(?:reasoning_effort|max_completion_tokens|response_format|json_schema)\b/.exec(
		message,
	)?.[0];
}

function detailOf(
	status: number | undefined,
	message: string,
	hide: (text: string) => string,
): string {
	const said = hide(message).replace(/\s+/g, ' ').trim();
	const short = said.length > LONGEST_DETAIL ? `${said.slice(0, LONGEST_DETAIL)}…` : said;
	return status === undefined ? short : `HTTP ${status}: ${short}`;
}

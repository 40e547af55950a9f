import { pattern } from '../values/tables';
import { ModelFailure, type FailureKind } from './failure';

type Fields = Record<string, unknown>;

const CONNECTION_CODES =
	/^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENETUNREACH|UND_ERR_\w+)$/;
const TIMEOUT_CODES = /^(?:ETIMEDOUT|ECONNABORTED|ERR_CANCELED|ESOCKETTIMEDOUT|ABORT_ERR)$/;
const TIMEOUT_NAMES = /^(?:TimeoutError|APIConnectionTimeoutError|AbortError|APIUserAbortError)$/;
const CONTENT_FILTER =
	/content[_ -]?filter|content[_ -]?policy|content management policy|ResponsibleAIPolicyViolation|safety_violations/i;
const NO_QUOTA_CODES =
	/^(?:insufficient_(?:quota|balance|credits?|funds)|billing_(?:hard_limit_reached|not_active))$/i;
const INVALID_KEY_CODES =
	/^(?:(?:invalid|incorrect)_api_key|API_KEY_INVALID|MODEL_AUTHENTICATION)$/i;
/** A firewall's answer has no such code; its answer concerns the text of one ticket. */
const NO_PERMISSION_CODES =
	/permission|api_?key|country|region|territory|request_forbidden|^model_not_(?:found|allowed)$/i;
/** Read only where no status says more, since servers repeat what they reject: the text of a ticket. */
const NO_QUOTA = pattern('i')`
	insufficient[_ -]?quota|insufficient[_ ](?:balance|credit|funds)|billing_(?:hard_limit|not_active)|
	exceeded your current quota|credit balance is too low
`;
const INVALID_KEY = /invalid[_ -]?api[_ -]?key|incorrect api key/i;
/** Gemini's and Anthropic's words for 400, as a whole message's beginning and beside their code for it. */
const GEMINI_INVALID_KEY = /^(?:\d{3} )?(?:\[.{1,300}\] )?API key (?:not valid|expired)/;
const ANTHROPIC_NO_QUOTA = /^(?:\d{3} )?Your credit balance is too low to access/;
const HTML = /^(?:\d{3} )?\s{0,100}<(?:!doctype|html|head|body)\b/i;
/** Google's limits for a minute are told in the same words as those for good. */
const PASSES = /RESOURCE_EXHAUSTED|\bretry in \d/i;
const RETRY_IN = /\bretry in (\d{1,6}(?:\.\d{1,12})?) ?s/i;
/** Causes are nested: the SDK's error holds the network's, n8n's holds the SDK's. */
const DEEPEST = 5;
const LONGEST_DETAIL = 200;
const LONGEST_JSON = 20_000;
const MOST_ENTRIES = 10;

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
	const firstText = (name: string): string | undefined =>
		layers
			.map((layer) => layer[name])
			.find((value): value is string => typeof value === 'string' && value !== '');
	const codes = layers
		.flatMap(({ code, type, name, reason, status, lc_error_code: tag }) => [
			...[code, type, name, reason, tag],
			// Google's code, e.g. "RESOURCE_EXHAUSTED".
			status,
		])
		.filter((value): value is string => typeof value === 'string');
	const messages = layers
		.map((layer) => layer.message)
		.filter((value): value is string => typeof value === 'string');
	const message = messages.join(' ').slice(0, 4000);
	const status = statusOf(layers);
	const isPage =
		/html/i.test(headerIn(layers, 'content-type') ?? '') ||
		messages.some((said) => HTML.test(said));
	const read = kindOf(status, codes, messages, `${codes.join(' ')} ${message}`);
	// Classes of errors are named after the status alone.
	const isExplained = codes.some((code) => NO_PERMISSION_CODES.test(code) && !/Error$/.test(code));
	const kind = read === 'no-permission' && isPage && !isExplained ? 'rejected' : read;
	return new ModelFailure(kind, {
		// Servers repeat the key that they refuse.
		detail: kind === 'invalid-key' ? undefined : detailOf(status, message, hide),
		retryAfterMs:
			retryAfter(layers, now) ?? (status === 429 ? retryIn(layers, message) : undefined),
		rejectedPart:
			kind === 'rejected' && !isPage ? (firstText('param') ?? partIn(message)) : undefined,
		shouldRetry: shouldRetry(layers),
		isUncertain: kind === 'no-permission' && !isExplained,
	});
}

function kindOf(
	status: number | undefined,
	codes: string[],
	messages: string[],
	said: string,
): FailureKind {
	const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
	const begins = (pattern: RegExp): boolean => messages.some((message) => pattern.test(message));
	if (status === 401 || has(INVALID_KEY_CODES)) return 'invalid-key';
	if (status === 402 || has(NO_QUOTA_CODES)) return 'no-quota';
	if (status === 400) {
		if (has(/^INVALID_ARGUMENT$/) && begins(GEMINI_INVALID_KEY)) return 'invalid-key';
		if (has(/^invalid_request_error$/) && begins(ANTHROPIC_NO_QUOTA)) return 'no-quota';
	}
	if (status === undefined && !PASSES.test(said)) {
		if (INVALID_KEY.test(said)) return 'invalid-key';
		if (NO_QUOTA.test(said)) return 'no-quota';
	}
	if (CONTENT_FILTER.test(said)) return 'content-filter';
	if (status === 403) return 'no-permission';
	if (status === 404) return 'not-found';
	if (status === 429) return 'rate-limit';
	if (status === 408 || status === 504) return 'timeout';
	if (status === 409 || (status !== undefined && status >= 500)) return 'outage';
	if (status !== undefined && status >= 400) return 'rejected';
	if (codes.some((code) => CONNECTION_CODES.test(code))) return 'outage';
	if (codes.some((code) => TIMEOUT_CODES.test(code) || TIMEOUT_NAMES.test(code))) return 'timeout';
	if (/rate limit/i.test(said) || PASSES.test(said)) return 'rate-limit';
	return /timed? ?out/i.test(said) ? 'timeout' : 'outage';
}

function layersOf(error: unknown): Fields[] {
	const layers: Fields[] = [];
	const visit = (value: unknown, depth: number): void => {
		if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
		if (Array.isArray(value)) {
			for (const entry of value.slice(0, MOST_ENTRIES)) visit(entry, depth);
			return;
		}
		if (layers.includes(value as Fields)) return;
		layers.push(value as Fields);
		const { error: inner, cause, response, errorResponse, details, errorDetails } = value as Fields;
		for (const next of [inner, cause, response, errorResponse, details, errorDetails]) {
			visit(next, depth + 1);
		}
		visit(bodyIn((value as Fields).message), depth + 1);
	};
	visit(error, 0);
	if (layers.length === 0) layers.push({ message: String(error) });
	// An error's message and name may be inherited, which destructuring reads as well.
	return layers;
}

/** Google's and Anthropic's clients put the whole answer into the message. */
function bodyIn(message: unknown): unknown {
	if (typeof message !== 'string' || message.length > LONGEST_JSON) return undefined;
	const json = message.replace(/^\d{3} /, '');
	if (!json.startsWith('{')) return undefined;
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return undefined;
	}
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

/** Google says it in the body: as "retryDelay" (google.rpc.RetryInfo), and in words. */
function retryIn(layers: Fields[], message: string): number | undefined {
	for (const { retryDelay } of layers) {
		const given =
			typeof retryDelay === 'string' ? /^(\d{1,6}(?:\.\d{1,9})?)s$/.exec(retryDelay) : null;
		if (given) return Number(given[1]) * 1000;
	}
	const said = RETRY_IN.exec(message);
	return said ? Math.ceil(Number(said[1]) * 1000) : undefined;
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

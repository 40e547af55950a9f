import { fieldOf, isFields, lineOf, listOf } from '../../core/helpdesk/fields';
import { type AskHelpdesk, HelpdeskError, type HelpdeskRequest } from '../helpdesk';
import { retryAtOf } from '../retryAt';

/** What words about a refusal need to know. */
export interface ZendeskAccess {
	ask: AskHelpdesk;
	/** As the admin knows it, e.g. "northwind.zendesk.com". */
	host: string;
	/** The credential's name, as n8n shows it. */
	credential: string;
}

/** What of Zendesk's own words goes into an error. */
const MAX_DETAIL = 300;

/** Zendesk's own refusal, to be told apart by its status: a proxy's 404 does not mean that a ticket is gone. */
class ZendeskRefusal extends HelpdeskError {
	readonly status: number;

	constructor(status: number, message: string, options: { retryAt?: Date; isLasting?: boolean }) {
		super(message, options);
		this.status = status;
	}
}

/**
 * Asks Zendesk for something.
 * @param right what the credential's user must be allowed to, for the words of a 403
 * @returns the answer's body: an object, or undefined where there is none (204)
 * @throws HelpdeskError with what an admin can do
 */
export async function askZendesk(
	access: ZendeskAccess,
	request: HelpdeskRequest,
	right: string,
): Promise<unknown> {
	const { ask, host } = access;
	const answer = await ask(request).catch((cause: unknown) => {
		const reason = lineOf(cause instanceof Error ? cause.message : undefined, MAX_DETAIL);
		throw new HelpdeskError(
			`Zendesk (${host}) could not be reached${reason === undefined ? '' : `: ${reason}`}. It is asked again later`,
		);
	});
	const { status, headers, body } = answer;
	if (status === 204) return undefined;
	if (status >= 200 && status < 300) {
		if (isFields(body)) return body;
		throw new HelpdeskError(
			`${host} did not answer as Zendesk does. Check the subdomain of the credential "${access.credential}", and whether a proxy answers in its place`,
		);
	}
	// A 503 names a time as well when Zendesk is being serviced.
	const retryAt = status === 429 || status === 503 ? retryAtOf(headers, new Date()) : undefined;
	const options = {
		...(retryAt !== undefined && { retryAt }),
		isLasting: isLasting(status, body),
	};
	const words = wordsFor(access, status, body, right);
	throw isFields(body)
		? new ZendeskRefusal(status, words, options)
		: new HelpdeskError(words, options);
}

/** What was asked for, or `otherwise` where Zendesk refused with one of these statuses. */
export async function unlessStatus<T>(
	statuses: readonly number[],
	asked: Promise<T>,
	otherwise: () => T | Promise<T>,
): Promise<T> {
	return await asked.catch(async (cause: unknown) => {
		if (cause instanceof ZendeskRefusal && statuses.includes(cause.status))
			return await otherwise();
		throw cause;
	});
}

/**
 * Zendesk's own refusals are JSON; a proxy on the way there answers with a page or with nothing, and so does
 * Zendesk for a subdomain that nobody has.
 */
function isLasting(status: number, body: unknown): boolean {
	return (
		status === 401 || (status === 403 && isFields(body)) || (status === 404 && !isFields(body))
	);
}

function wordsFor(
	{ host, credential }: ZendeskAccess,
	status: number,
	body: unknown,
	right: string,
): string {
	const detail = detailOf(body);
	const said = detail === undefined ? '' : `. Zendesk said: ${detail}`;
	if (status === 401) {
		return `Zendesk (${host}) did not accept the credential "${credential}". Open it and enter a valid API token with its user's email, or connect it again${said}`;
	}
	if (status === 403 && isFields(body)) {
		return `The user of the credential "${credential}" may not do this at ${host}. ${right}${said}`;
	}
	if (status === 403) {
		return `Something on the way to ${host}, e.g. a proxy or an IP restriction, refused the call with status 403. Let n8n reach it`;
	}
	if (status === 404 && !isFields(body)) {
		return `There is no Zendesk at ${host}. Check the subdomain of the credential "${credential}"`;
	}
	if (status === 429) {
		return `Zendesk (${host}) is getting too many requests. Other tools may be using the same account; it is asked again later${said}`;
	}
	if (status >= 500) {
		return `Zendesk (${host}) had a problem of its own (status ${status}). It is asked again later${said}`;
	}
	return `Zendesk (${host}) refused the call with status ${status}${said}`;
}

/**
 * `error` is text beside `description`, or an object with `title` and `message`; webhooks list `errors`; a 429
 * may be plain text.
 */
function detailOf(body: unknown): string | undefined {
	if (typeof body === 'string') {
		return body.trimStart().startsWith('<') ? undefined : lineOf(body, MAX_DETAIL);
	}
	const said = [
		fieldOf(body, 'description'),
		fieldOf(body, 'error', 'message'),
		fieldOf(body, 'error'),
		fieldOf(listOf(fieldOf(body, 'errors'), 'errors')[0], 'detail'),
	]
		.map((text) => lineOf(text, MAX_DETAIL))
		.find((text) => text !== undefined);
	const texts = [said, problemsOf(fieldOf(body, 'details'))].filter((text) => text !== undefined);
	return lineOf(texts.join(': '), MAX_DETAIL);
}

/** `details` of a 422: lists of `{description}` by field. */
function problemsOf(details: unknown): string | undefined {
	if (!isFields(details)) return undefined;
	const texts = Object.values(details).flatMap((entries) =>
		Array.isArray(entries)
			? entries.map((entry: unknown) => lineOf(fieldOf(entry, 'description'), MAX_DETAIL))
			: [],
	);
	return lineOf(texts.filter(Boolean).join('; '), MAX_DETAIL);
}

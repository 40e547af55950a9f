import { lineOf } from '../core/helpdesk/fields';
import {
	type AskHelpdesk,
	HelpdeskError,
	type HelpdeskRequest,
	type HelpdeskResponse,
} from './helpdesk';
import { retryAtOf } from './retryAt';

/** How a helpdesk's refusals are put to its admin. */
export interface RefusalWords {
	/** Of the helpdesk, e.g. "Intercom". */
	name: string;
	/** What to do about a 401, as a sentence. */
	unknown: string;
	/** What to do about a 403, as a sentence. */
	forbidden: string;
	/** What the helpdesk itself says in a body of an error, where it does. */
	saidIn(body: unknown): unknown;
}

/**
 * Asks a helpdesk.
 * @param expected statuses besides 2xx that the caller reads by itself
 * @throws HelpdeskError for all other answers, and when there is none
 */
export async function askHelpdesk(
	ask: AskHelpdesk,
	request: HelpdeskRequest,
	words: RefusalWords,
	now: Date,
	expected: readonly number[] = [],
): Promise<HelpdeskResponse> {
	const response = await ask(request).catch((error: unknown) => noAnswer(error, words.name));
	if (response instanceof HelpdeskError) throw response;
	const { status, headers, body } = response;
	if ((status >= 200 && status < 300) || expected.includes(status)) return response;
	const said = lineOf(words.saidIn(body), 200);
	const because = said === undefined ? '' : `: ${said}`;
	if (status === 401) {
		throw new HelpdeskError(
			`${words.name} does not accept the credential (401${because}). ${words.unknown}`,
			{ isLasting: true },
		);
	}
	if (status === 403) {
		throw new HelpdeskError(`${words.name} does not allow it (403${because}). ${words.forbidden}`, {
			isLasting: true,
		});
	}
	if (status === 429) {
		const retryAt = retryAtOf(headers, now);
		throw new HelpdeskError(
			`${words.name} is asked too often (429${because}). It is asked again later by itself`,
			{ ...(retryAt !== undefined && { retryAt }) },
		);
	}
	const retryAt = status === 503 ? retryAtOf(headers, now) : undefined;
	throw new HelpdeskError(
		`${words.name} answered ${status}${because}. It is asked again later by itself`,
		{ ...(retryAt !== undefined && { retryAt }) },
	);
}

/** Why there is no answer at all, as far as it can be said. */
function noAnswer(error: unknown, name: string): HelpdeskError {
	if (error instanceof HelpdeskError) return error;
	const reason = lineOf(error instanceof Error ? error.message : error, 200);
	const because = reason === undefined ? '' : ` (${reason})`;
	return new HelpdeskError(`${name} did not answer${because}. It is asked again later by itself`);
}

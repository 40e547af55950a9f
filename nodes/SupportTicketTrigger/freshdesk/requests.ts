import { fieldOf, firstFilled } from '../../core/helpdesk/fields';
import { askHelpdesk, type RefusalWords } from '../askHelpdesk';
import { type AskHelpdesk, HelpdeskError, type HelpdeskRequest } from '../helpdesk';

const WORDS: RefusalWords = {
	name: 'Freshdesk',
	unknown:
		'In the Freshdesk API credential, set API Key to the one of an agent (profile settings), and Domain to the part before ".freshdesk.com"',
	forbidden:
		'Use the API key of an agent who may see all tickets, contacts and companies in the Freshdesk API credential',
	saidIn: (body) => firstFilled(fieldOf(body, 'message'), fieldOf(body, 'description')),
};

/** The most a list gives at once, and the last page it gives. Source: developers.freshdesk.com/api, pagination. */
export const PER_PAGE = 100;
export const LAST_PAGE = 300;

/**
 * What stands at a path of Freshdesk's API v2.
 * @returns `body` is absent when Freshdesk has it no more
 * @throws HelpdeskError
 */
export async function askFreshdesk(
	ask: AskHelpdesk,
	path: string,
	query: HelpdeskRequest['query'],
	now: Date,
): Promise<{ body?: unknown; headers: Readonly<Record<string, unknown>> }> {
	const request: HelpdeskRequest = {
		method: 'GET',
		path: `/api/v2${path}`,
		...(query && { query }),
	};
	const { status, headers, body } = await askHelpdesk(ask, request, WORDS, now, [404]);
	if (status !== 404) return { headers, body };
	// An unknown domain is a page that says so; of what is not there, Freshdesk says nothing.
	if (typeof body === 'string' && body.trim() !== '')
		throw unexpected('its own answer to an unknown ID');
	return { headers };
}

/** All of a list in pages. */
export async function listFreshdesk(ask: AskHelpdesk, path: string, now: Date): Promise<unknown[]> {
	const all: unknown[] = [];
	for (let page = 1; page <= LAST_PAGE; page++) {
		const { body, headers } = await askFreshdesk(ask, path, { per_page: PER_PAGE, page }, now);
		if (body === undefined) return all;
		if (!Array.isArray(body)) throw unexpected('a list');
		all.push(...body);
		if (!hasNext(body, headers)) return all;
	}
	return all;
}

/**
 * Whether a list goes on: its Link header says so, and a full page may. A list that does not take our
 * size of a page gives 30 at once.
 */
export function hasNext(
	page: readonly unknown[],
	headers: Readonly<Record<string, unknown>>,
): boolean {
	const { link } = headers;
	return page.length >= PER_PAGE || (typeof link === 'string' && /rel="?next"?/.test(link));
}

export function unexpected(what: string): HelpdeskError {
	return new HelpdeskError(
		`Freshdesk did not answer with ${what}. If this lasts, check Domain in the Freshdesk API credential, and that no proxy between n8n and Freshdesk answers by itself`,
	);
}

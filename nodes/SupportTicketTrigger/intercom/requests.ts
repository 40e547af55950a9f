import { fieldOf, listOf } from '../../core/helpdesk/fields';
import { askHelpdesk, type RefusalWords } from '../askHelpdesk';
import type { AskHelpdesk, HelpdeskRequest, HelpdeskResponse } from '../helpdesk';

/**
 * The version whose shapes are read here, so that a change of the app's own default breaks nothing.
 * Source: contracts/intercom/intercom-2.16.trimmed.yaml.
 */
const VERSION = '2.16';

/** Hosts of Intercom's API by region: the servers of its description. */
export const INTERCOM_API_HOSTS = [
	'api.intercom.io',
	'api.eu.intercom.io',
	'api.au.intercom.io',
] as const;

/** Where the API of a region is, as the credential names the region by its host; in the US where it does not. */
export function intercomBaseUrl(region: unknown): string {
	return `https://${INTERCOM_API_HOSTS.find((host) => host === region) ?? INTERCOM_API_HOSTS[0]}`;
}

const WORDS: RefusalWords = {
	name: 'Intercom',
	unknown:
		'In the credential "CS Alerts Intercom API", set Access Token to the one under Developer Hub → your app → Authentication, and Region to where your workspace is',
	forbidden:
		'In the Developer Hub, give the app of the credential "CS Alerts Intercom API" the permissions "Read conversations" and "Read one user and one company"',
	saidIn: (body) => fieldOf(listOf(body, 'errors')[0], 'message'),
};

/**
 * Asks Intercom's API.
 * @param expected statuses besides 2xx that the caller reads by itself
 * @throws HelpdeskError for all others
 */
export async function askIntercom(
	ask: AskHelpdesk,
	request: HelpdeskRequest,
	now: Date,
	expected: readonly number[] = [],
): Promise<HelpdeskResponse> {
	const headers = { 'Intercom-Version': VERSION, Accept: 'application/json' };
	return await askHelpdesk(ask, { ...request, headers }, WORDS, now, expected);
}

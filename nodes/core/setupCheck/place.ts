import { shown } from '../text/shown';
import type { SetupCheck } from './types';

/** The zone n8n takes where nobody chose one (n8n 2.41, GENERIC_TIMEZONE). */
const N8N_DEFAULT_ZONE = 'America/New_York';

/**
 * Whose clocks the workflow goes by.
 * @param workflowZone IANA name, of this workflow's settings or else of n8n
 * @param n8nZone as GENERIC_TIMEZONE has it; absent when it is not set
 */
export function timeZoneCheck(workflowZone: string, n8nZone: string | undefined): SetupCheck {
	const about = { id: 'timeZone', name: 'Time zone' };
	const ofN8n = shown(n8nZone, 60) ?? `${N8N_DEFAULT_ZONE}, n8n’s own default`;
	const zone = shown(workflowZone, 60) ?? 'unknown';
	const found = `This workflow goes by ${zone}; n8n is set to ${ofN8n}.`;
	const isChosen = n8nZone !== undefined || workflowZone !== N8N_DEFAULT_ZONE;
	if (!isChosen) {
		return {
			...about,
			status: 'warning',
			found,
			whatToDo:
				'Unless your team is in New York: open CS Alerts → ⋯ → Settings → Timezone (so in each workflow), or set GENERIC_TIMEZONE for n8n. Working hours, quiet hours and the digest go by it.',
		};
	}
	if (n8nZone === undefined || n8nZone === workflowZone) return { ...about, status: 'ok', found };
	return {
		...about,
		status: 'warning',
		found,
		whatToDo:
			'Each workflow has a zone of its own: see that CS Alerts → ⋯ → Settings → Timezone is the one your team works in.',
	};
}

/** Where n8n is for others; what is only reachable from one machine or network is told. */
export function publicAddressCheck(addresses: readonly string[]): SetupCheck {
	const about = { id: 'publicAddress', name: 'Public address' };
	const urls = [...new Set(addresses)].flatMap(originOf);
	const origins = [...new Set(urls.map(({ origin }) => origin))];
	if (origins.length === 0) {
		return { ...about, status: 'skipped', found: 'No address of n8n is known.' };
	}
	const found = `n8n is at ${origins.map((origin) => shown(origin, 100) ?? '').join(' and ')}.`;
	const isLocal = urls.some(({ hostname }) => isOfThisMachine(hostname));
	if (isLocal || urls.some(({ hostname }) => isPrivate(hostname))) {
		return {
			...about,
			status: 'warning',
			found: `${found} ${isLocal ? 'That leads each reader to their own machine' : 'Only your own network leads there'}: links in alerts will not open for others, and no helpdesk reaches it.`,
			whatToDo:
				'Set N8N_WEBHOOK_URL (and N8N_EDITOR_BASE_URL) to the address others call n8n by, e.g. https://n8n.your-company.com/, and restart n8n: what is sent from then on has links there. To try things out on one machine it can stay.',
		};
	}
	if (urls.some(({ protocol }) => protocol !== 'https:')) {
		return {
			...about,
			status: 'warning',
			found: `${found} It is not encrypted.`,
			whatToDo:
				'Put a proxy with a certificate before n8n and begin N8N_WEBHOOK_URL with https://: helpdesks and Slack call nothing else, and tickets should not travel in the open.',
		};
	}
	return { ...about, status: 'ok', found };
}

function originOf(address: string): URL[] {
	return URL.canParse(address) ? [new URL(address)] : [];
}

function isOfThisMachine(hostname: string): boolean {
	return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}

/** Addresses that no router of the internet knows (RFC 1918, 3927, 4193), and names without a domain. */
function isPrivate(hostname: string): boolean {
	return (
		/^(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+$/.test(hostname) ||
		/^\[f[cd]/.test(hostname) ||
		/\.(?:local|internal|lan)$/.test(hostname) ||
		!/[.:]/.test(hostname)
	);
}

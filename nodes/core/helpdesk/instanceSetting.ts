import { hostOfSetting } from './host';
import { appOf, regionOfLink } from './intercomApp';
import type { HelpdeskKind } from './ticket';

/**
 * What is wrong with an admin's instance setting, in plain words; absent when it can be used or is empty.
 * {@link readPayload} reads a setting that is wrong as none, so whoever takes it in has to ask first.
 */
export function instanceProblem(helpdesk: HelpdeskKind, setting: string): string | undefined {
	// Another system is called as its admin likes.
	if (setting.trim() === '' || helpdesk === 'other') return undefined;
	if (helpdesk === 'intercom') {
		return (appOf(setting) ?? regionOfLink(setting))
			? undefined
			: 'The Intercom instance is the app ID, e.g. "nw7x2k1q", or the host of your region, e.g. "app.eu.intercom.com"';
	}
	return hostOfSetting(helpdesk, setting)
		? undefined
		: `The instance is your subdomain or your host, e.g. "acme" or "acme.${helpdesk}.com"`;
}

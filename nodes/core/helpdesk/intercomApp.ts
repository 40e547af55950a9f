import { fieldOf, firstFilled } from './fields';
import { plainHostOf } from './host';

/** Which Intercom workspace a conversation is in, and where its agents read it. */

const APP_ID = /^[\w-]{1,64}$/;
/** The hosts of Intercom's app and API; the label between tells the region, none the United States. */
const REGION_HOST = /^(?:app|api)\.(?:(eu|au)\.)?intercom\.(?:com|io)$/;

/** An app ID; the host of a region, with its dots, is none. */
export function appOf(value: unknown): string | undefined {
	const app = typeof value === 'string' ? value.trim() : '';
	return APP_ID.test(app) ? app : undefined;
}

/** "eu", "au" or "us" where a link or host is Intercom's. */
export function regionOfLink(link: unknown): string | undefined {
	const match = REGION_HOST.exec(plainHostOf(link) ?? '');
	return match === null ? undefined : (match[1] ?? 'us');
}

/** The agents' view of a conversation, in the region that the admin, the payload or one of its links names. */
export function inboxUrl(
	app: string,
	id: string,
	{ setting, body }: { setting: string | undefined; body: unknown },
): string {
	const conversation = fieldOf(body, 'data', 'item');
	const named = firstFilled(fieldOf(body, 'region'), fieldOf(conversation, 'region'));
	const region =
		regionOfLink(setting) ??
		(named === 'eu' || named === 'au' ? named : undefined) ??
		regionOfLink(fieldOf(conversation, 'links', 'conversation_web')) ??
		regionOfLink(fieldOf(body, 'links', 'conversation_web')) ??
		regionOfLink(fieldOf(body, 'self'));
	const host =
		region === 'eu' || region === 'au' ? `app.${region}.intercom.com` : 'app.intercom.com';
	return `https://${host}/a/inbox/${app}/inbox/conversation/${id}`;
}

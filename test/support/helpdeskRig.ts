import { forwardTo } from './crmRig.ts';
import { freshdeskAutomation } from './freshdesk/automation.ts';
import { deskOf as freshdeskDesk } from './freshdesk/desk.ts';
import { startFreshdesk } from './freshdesk/server.ts';
import { deskOf as intercomDesk } from './intercom/desk.ts';
import { intercomWebhooks } from './intercom/notifications.ts';
import { startIntercom } from './intercom/server.ts';
import { SECRET_HEADER } from './connect.ts';
import { startRig, webhookPath, type RigOptions } from './rig.ts';
import { startZendesk, type ZendeskOptions } from './zendesk/server.ts';

/** What an Intercom app subscribes to, as the trigger's panel says. */
const TOPICS = [
	'conversation.user.created',
	'conversation.user.replied',
	'conversation.rating.added',
	'conversation.admin.closed',
];

interface HelpdeskRigOptions extends Omit<RigOptions, 'readByApi' | 'standIns'> {
	zendesk?: ZendeskOptions;
}

/** A real n8n whose triggers read the tickets of a Zendesk, an Intercom and a Freshdesk by their APIs. */
export async function startHelpdeskRig(options: HelpdeskRigOptions = {}) {
	const now = () => new Date();
	const [zendesk, intercom, freshdesk] = await Promise.all([
		// Zendesk's real pauses before it delivers again would only make tests wait.
		startZendesk({ deliveries: { retryWaitMs: 200 }, ...options.zendesk }),
		startIntercom(),
		startFreshdesk(),
	]);
	const rig = await startRig({
		...options,
		readByApi: true,
		standIns: {
			'northwind.zendesk.com': forwardTo(zendesk.url),
			'api.intercom.io': forwardTo(intercom.url),
			'northwind.freshdesk.com': forwardTo(freshdesk.url),
		},
	});
	const { n8n, secrets } = rig;
	return {
		...rig,
		rig,
		zendesk,
		intercom: {
			...intercom,
			desk: intercomDesk(intercom, now),
			webhooks: intercomWebhooks(intercom.workspace, {
				url: n8n.webhookUrl(webhookPath('intercom')),
				clientSecret: secrets.signing,
				topics: TOPICS,
			}),
		},
		freshdesk: {
			...freshdesk,
			desk: freshdeskDesk(freshdesk, now),
			automation: freshdeskAutomation({
				url: n8n.webhookUrl(webhookPath('freshdesk')),
				header: { name: SECRET_HEADER, value: secrets.header },
			}),
		},
		stop: async () => {
			await rig.stop();
			await Promise.all([zendesk.close(), intercom.close(), freshdesk.close()]);
		},
	};
}

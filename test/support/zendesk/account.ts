import { zendeskApi } from '../../../nodes/SupportTicketTrigger/zendesk/zendeskApi';
import type { AskHelpdesk } from '../../../nodes/SupportTicketTrigger/helpdesk';
import { askOver } from './ask';
import { startZendesk, type ZendeskOptions } from './server';

/** What {@link startAccount} sets the clock to. */
export const START = Date.parse('2026-11-23T09:00:00Z');

/** An account with a customer and an agent, whose clock stands until it is moved on. */
export async function startAccount(options: ZendeskOptions = {}) {
	const clock = { time: START };
	const zendesk = await startZendesk({ now: () => clock.time, ...options });
	const { desk } = zendesk;
	const globex = desk.addOrganization({ name: 'Globex', domains: ['globex.example'] });
	const mia = desk.addUser({ name: 'Mia', email: 'mia@globex.example', organization: globex });
	const ann = desk.addUser({ name: 'Ann', email: 'ann@northwind.example', role: 'agent' });
	const accessOver = (ask: AskHelpdesk) => ({
		ask,
		host: 'northwind.zendesk.com',
		credential: 'Zendesk account',
	});
	return {
		zendesk,
		desk,
		mia,
		ann,
		clock,
		access: accessOver(askOver(zendesk.url)),
		apiOver: (ask: AskHelpdesk) => zendeskApi(accessOver(ask)),
		api: zendeskApi(accessOver(askOver(zendesk.url))),
		now: () => new Date(clock.time),
		ticket: (body = 'The export is broken.') =>
			desk.addTicket({ subject: 'Export', body, requester: mia }),
	};
}

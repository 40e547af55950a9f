import { NodeHelpers } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';

const { description } = new SupportTicketTrigger();
const { properties, credentials = [] } = description;

/** The credentials that the panel asks for. */
const asked = (parameters: Record<string, string>) =>
	credentials
		.filter((credential) =>
			NodeHelpers.displayParameter(parameters, credential, { typeVersion: 2 }, description),
		)
		.map(({ name }) => name);

describe('the panel', () => {
	it('keeps "Helpdesk" on screen: the editor hides what a field that decides on a credential names under "show"', () => {
		const deciding = new Set(
			credentials.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})),
		);
		expect([...deciding].sort()).toEqual(['authentication', 'readTicketsBy']);
		const named = properties
			.filter(({ name }) => deciding.has(name))
			.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
		expect(named).toEqual([]);
	});

	it.each([
		['zendesk', { authentication: 'zendeskApi' }, ['zendeskApi']],
		['zendesk', { authentication: 'zendeskOAuth2Api' }, ['zendeskOAuth2Api']],
		['zendesk', { authentication: 'signature' }, ['csAlertsSigningSecretApi']],
		['zendesk', { authentication: 'headerAuth' }, ['httpHeaderAuth']],
		['intercom', { authentication: 'csAlertsIntercomApi' }, ['csAlertsIntercomApi']],
		[
			'freshdesk',
			{ authentication: 'headerAuth', readTicketsBy: 'api' },
			['httpHeaderAuth', 'freshdeskApi'],
		],
		['freshdesk', { authentication: 'headerAuth', readTicketsBy: 'webhook' }, ['httpHeaderAuth']],
		['other', { authentication: 'headerAuth' }, ['httpHeaderAuth']],
		['other', { authentication: 'signature' }, ['csAlertsSigningSecretApi']],
	])('asks of %s with %j only for %j', (helpdesk, chosen, names) => {
		expect(asked({ helpdesk, ...chosen })).toEqual(names);
	});

	it('shows one Authentication a helpdesk, and one note on what to click', () => {
		for (const helpdesk of ['zendesk', 'intercom', 'freshdesk', 'other']) {
			const parameters = { helpdesk, authentication: 'headerAuth', readTicketsBy: 'api' };
			const shown = properties.filter((property) =>
				NodeHelpers.displayParameter(parameters, property, { typeVersion: 2 }, description),
			);
			expect(shown.filter(({ name }) => name === 'authentication')).toHaveLength(1);
			expect(shown.filter(({ type }) => type === 'notice')).toHaveLength(1);
		}
	});
});

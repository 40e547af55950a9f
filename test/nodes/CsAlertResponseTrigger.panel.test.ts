import { NodeHelpers, type INodeCredentialDescription, type INodeProperties } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { CsAlertResponseTrigger } from '../../nodes/CsAlertResponseTrigger/CsAlertResponseTrigger.node';

const { description } = new CsAlertResponseTrigger();
const shows = (
	what: INodeProperties | INodeCredentialDescription,
	parameters: Record<string, string>,
): boolean => NodeHelpers.displayParameter(parameters, what, { typeVersion: 1 }, description);

describe('the panel', () => {
	it.each([
		['none', []],
		['slackApi', ['slackApi']],
		['slackOAuth2Api', ['slackOAuth2Api']],
	])('with Slack Buttons %s asks for the credential %j', (slackButtons, names) => {
		const shown = (description.credentials ?? []).filter((one) => shows(one, { slackButtons }));
		expect(shown.map(({ name }) => name)).toEqual(names);
	});

	it('tells the steps in Slack only to who wants buttons', () => {
		const steps = description.properties.find(({ name }) => name === 'slackSteps');
		if (steps === undefined) throw new Error('The steps are gone');
		expect(shows(steps, { slackButtons: 'none' })).toBe(false);
		expect(shows(steps, { slackButtons: 'slackApi' })).toBe(true);
	});

	it('has one address for links, forms and Slack', () => {
		const webhooks = description.webhooks ?? [];
		expect(webhooks.map(({ httpMethod }) => httpMethod)).toEqual(['POST', 'GET', 'HEAD']);
		expect(new Set(webhooks.map(({ path }) => path))).toEqual(new Set(['cs-alerts/answer']));
		expect(webhooks.filter(({ ndvHideUrl }) => ndvHideUrl !== true)).toHaveLength(1);
	});
});

import { describe, expect, it } from 'vitest';

import { elementsOf, textsOf } from '../../support/messages.ts';
import { composeLater as compose, links } from './fixtures';

describe('answers', () => {
	it('are buttons that open a page, the rest small links', () => {
		const { slack, email } = compose({});
		const blocks = JSON.stringify(slack.blocks);
		expect(blocks).toContain(`"action_id":"cs_acknowledge"`);
		expect(blocks).toContain(`"url":"${links.acknowledge}"`);
		expect(textsOf(slack.blocks).find((text) => text.includes('|Wrong Owner>'))).toMatch(
			/^<https:\/\/n8n\.example\.com\/webhook\/answer\?token=t0ken&amp;action=wrongAccount\|Wrong Account> · /,
		);
		expect(elementsOf(email.html).filter((one) => one.startsWith('a '))).toHaveLength(9);
	});

	it('are buttons with a value where a Slack app takes them', () => {
		const { slack } = compose({}, { slackButtons: 'app' });
		const buttons = slack.blocks.flatMap(({ elements }) =>
			Array.isArray(elements) ? (elements as Array<Record<string, unknown>>) : [],
		);
		const answers = buttons.filter(({ action_id: id }) => String(id).startsWith('cs_'));
		expect(answers).toHaveLength(7);
		for (const answer of answers) {
			expect(answer).toMatchObject({ value: 't0ken' });
			expect(answer).not.toHaveProperty('url');
		}
	});

	it('are none where nothing takes them, and none that is no web page', () => {
		expect(compose({ links: undefined }).answers).toEqual([]);
		expect(compose({ links: { acknowledge: 'javascript:alert(1)' } }).answers).toEqual([]);
	});
});

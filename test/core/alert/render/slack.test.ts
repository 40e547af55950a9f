import { existsSync, readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { renderSlack } from '../../../../nodes/core/alert/render/slack';
import type { AlertContent } from '../../../../nodes/core/item/types';
import { sharedUrl } from '../../../support/shared.ts';

const SCHEMA = sharedUrl('contracts/slack/block-kit.trimmed.schema.json');

const content: AlertContent = {
	title: 'Critical ticket from Acme Corp',
	accountLine: 'Acme Corp — Health: 58/100, down 14 pts this week',
	ticketLine: "Jo O'Neil (jo@acme.example), Zendesk #4811: Where is it?",
	summary: 'Our data has disappeared.',
	evidence: ['“data has disappeared” (Data integrity concern)'],
	riskFactors: ['Renewal in 28 days', 'MRR $3,200'],
	recommendedAction: 'Book a call within 24 hours',
	why: ['Critical ticket: score 85 is at least 80'],
	ticketUrl: 'https://acme.zendesk.com/agent/tickets/1',
	accountUrl: 'https://acme.my.salesforce.com/001',
	score: 85,
	severity: 'critical',
};
const recipient = { name: 'Dana Reyes', isFallback: false };

describe('a Slack alert', () => {
	it('has a header, the account, the action and a button to the ticket', () => {
		const { blocks, text } = renderSlack(content, recipient);
		expect(text).toBe('Critical ticket from Acme Corp: Our data has disappeared.');
		expect(blocks[0]).toMatchObject({ type: 'header' });
		expect(JSON.stringify(blocks)).toContain('"url":"https://acme.zendesk.com/agent/tickets/1"');
	});

	it('leaves out the buttons when there is nothing to open', () => {
		const { blocks } = renderSlack(
			{ ...content, ticketUrl: undefined, accountUrl: undefined },
			recipient,
		);
		expect(blocks.map(({ type }) => type)).not.toContain('actions');
	});

	it.skipIf(!existsSync(SCHEMA))(
		'keeps to the Block Kit schema whatever the texts (needs ../shared)',
		() => {
			const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { $id?: string };
			const ajv = new Ajv2020({ strict: false, validateFormats: false });
			ajv.addSchema(schema, 'slack');
			const validate = ajv.getSchema('slack#/$defs/message_blocks');
			if (validate === undefined) throw new Error('The schema has no message_blocks');
			const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 5000 }), fc.constant(' '));
			fc.assert(
				fc.property(
					anyText,
					anyText,
					fc.array(anyText, { maxLength: 4 }),
					fc.option(fc.webUrl(), { nil: undefined }),
					(title, summary, list, url) => {
						const { blocks } = renderSlack(
							{
								...content,
								title,
								accountLine: title,
								ticketLine: summary,
								summary,
								evidence: list,
								riskFactors: list,
								why: list,
								ticketUrl: url,
							},
							{ name: summary, isFallback: true },
						);
						expect(validate(blocks), JSON.stringify(validate.errors)).toBe(true);
					},
				),
				{ numRuns: 60 },
			);
		},
	);
});

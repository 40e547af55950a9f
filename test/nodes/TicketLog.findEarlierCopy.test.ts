import type { IDataObject } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { TicketLog } from '../../nodes/TicketLog/TicketLog.node';
import { runNode } from '../support/engine';

describe('Find Earlier Copy', () => {
	const earlier = { channel: 'C0TEAM', since: '2026-11-23T11:00:00.000Z' };
	const sent: IDataObject = {
		ticket: { key: 'zendesk:acme:1' },
		delivery: { id: 'd1', kind: 'alert', attempt: 2, mayBeRepeat: true },
		alert: { title: 'Globex', channel: 'slack', via: 'slackRepeat', recipient: {}, earlier },
	};
	const copy = { bot_id: 'B0CS', ts: '1763888400.000100', blocks: [{ block_id: 'cs:d1' }] };
	const find = async (items: IDataObject[], sentItem: IDataObject = sent) =>
		await runNode(new TicketLog(), [items], {
			operation: 'findEarlierCopy',
			sentItem: sentItem as never,
		});

	it('gives a copy that stands there out as Slack’s answer, on the second output', async () => {
		const { outputs, hints } = await find([{ user: 'U1', ts: '2' }, copy]);
		expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([
			[],
			[
				{
					ok: true,
					channel: 'C0TEAM',
					message_timestamp: '1763888400.000100',
					earlierCopy: true,
				},
			],
		]);
		expect(outputs[1]?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(hints).toEqual([]);
	});

	it.each([
		['there is none', [{ user: 'U1', ts: '2' }]],
		['nothing stands there', [{}]],
		['the Slack node is disabled', [sent]],
	])('gives the message itself out, to be sent, where %s', async (_, items) => {
		const { outputs, hints } = await find(items);
		expect(outputs.map((some) => some.map(({ json }) => json))).toEqual([[sent], []]);
		expect(hints).toEqual([]);
	});

	it('sends it, too, where Slack refused to say, and tells why', async () => {
		const { outputs, hints } = await find([
			{ error: 'Your Slack credential is missing required Oauth Scopes' },
		]);
		expect(outputs.map((some) => some.map(({ json }) => json))).toEqual([[sent], []]);
		expect(hints.join()).toContain('missing required Oauth Scopes');
	});

	it('takes no message that need not be looked for', async () => {
		const alert = { ...(sent.alert as IDataObject), earlier: undefined };
		const { outputs } = await find([copy], { ...sent, alert });
		expect(outputs.map((items) => items.length)).toEqual([1, 0]);
	});

	it('stops where there is no item to send', async () => {
		const { error } = await runNode(new TicketLog(), [[copy]], {
			operation: 'findEarlierCopy',
			sentItem: '',
		});
		expect(error?.message).toContain('Sent Item is no item');
	});
});

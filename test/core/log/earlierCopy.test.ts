import { describe, expect, it } from 'vitest';

import { findEarlierCopy } from '../../../nodes/core/log/earlierCopy';

const ours = {
	type: 'message',
	bot_id: 'B0CS',
	ts: '1763888400.000100',
	text: 'Acme',
	blocks: [{ type: 'header', block_id: 'cs:d1' }, { type: 'section' }],
};
const person = { type: 'message', user: 'U0DANA', ts: '1763888500.000100', text: 'On it' };

describe('an earlier copy', () => {
	it('is the app’s message whose block carries the delivery’s ID', () => {
		expect(findEarlierCopy([person, ours], 'd1')).toEqual({ ts: '1763888400.000100' });
		expect(findEarlierCopy([person, ours], 'd2')).toEqual({});
	});

	it('is no message of a person, whatever it holds', () => {
		expect(findEarlierCopy([{ ...ours, bot_id: undefined }], 'd1')).toEqual({});
	});

	it.each([
		['nothing there', [{}]],
		['an item that went through a disabled node', [{ alert: {}, delivery: { id: 'd1' } }]],
		['no items', []],
		['what is no message', ['text', null, 7, { bot_id: 'B', blocks: 'cs:d1', ts: '1' }]],
		['a copy without a name', [{ ...ours, ts: undefined }]],
	])('is not found in %s', (_, messages) => {
		expect(findEarlierCopy(messages, 'd1')).toEqual({});
	});

	it('is not known where Slack refused to say, and that is told', () => {
		expect(findEarlierCopy([{ error: 'missing_scope' }], 'd1')).toEqual({
			problem: 'missing_scope',
		});
	});
});

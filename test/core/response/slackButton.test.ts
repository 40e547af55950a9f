import { describe, expect, it } from 'vitest';

import { RESPONSE_ACTIONS } from '../../../nodes/core/item/deliveryReaders';
import { readPressedButton, slackSignature } from '../../../nodes/core/response/slackButton';

const SIGNATURE = `v0=${'ab'.repeat(32)}`;
const headers = (more: Record<string, unknown> = {}) => ({
	'x-slack-signature': SIGNATURE,
	'x-slack-request-timestamp': '1531420618',
	...more,
});

describe('a signature of Slack', () => {
	it('is over "v0:", the time, ":" and the body', () => {
		expect(slackSignature(headers())).toEqual({
			algorithm: 'sha256',
			encoding: 'hex',
			signedPrefix: 'v0:1531420618:',
			signature: 'ab'.repeat(32),
			timestamp: '2018-07-12T18:36:58.000Z',
		});
	});

	it.each([
		['without a signature', { 'x-slack-signature': undefined }],
		['of another version', { 'x-slack-signature': SIGNATURE.replace('v0', 'v1') }],
		['that is cut', { 'x-slack-signature': SIGNATURE.slice(0, -1) }],
		['that came twice', { 'x-slack-signature': [SIGNATURE, SIGNATURE] }],
		['without a time', { 'x-slack-request-timestamp': undefined }],
		['with a time that is none', { 'x-slack-request-timestamp': '1531420618x' }],
		['with a negative time', { 'x-slack-request-timestamp': '-5' }],
		['with a time beyond all calendars', { 'x-slack-request-timestamp': '9'.repeat(20) }],
	])('%s is none', (_, more) => {
		expect(slackSignature(headers(more))).toBeUndefined();
	});
});

describe('a button in Slack', () => {
	const payload = (more: object = {}, action: object = {}) =>
		JSON.stringify({
			type: 'block_actions',
			user: { id: 'U7', username: 'dana', name: 'dana.d' },
			actions: [{ type: 'button', action_id: 'cs_acknowledge', value: 'a-token', ...action }],
			...more,
		});

	it.each(RESPONSE_ACTIONS)('says who answered %s', (action) => {
		expect(readPressedButton(payload({}, { action_id: `cs_${action}` }))).toEqual({
			action,
			token: 'a-token',
			by: '@dana',
		});
	});

	it.each([
		['a name', { name: 'dana.d' }, '@dana.d'],
		['an ID', { id: 'U7' }, 'U7'],
		['nothing', {}, undefined],
		['no person', undefined, undefined],
		['hidden marks', { username: '\u202edana\u0000' }, '@dana'],
	])('of someone with %s', (_, user, by) => {
		expect(readPressedButton(payload({ user }))?.by).toBe(by);
	});

	it.each([
		['a link, which carries no value', payload({}, { value: undefined })],
		['a button of others', payload({}, { action_id: 'open_ticket' })],
		['an answer that is none', payload({}, { action_id: 'cs_explode' })],
		['a dialog', payload({ type: 'view_submission' })],
		['no list of actions', payload({ actions: { 0: 'x' } })],
		['actions that are none', payload({ actions: [null, 'x', 7, []] })],
		['no JSON', '{"type":'],
		['a JSON text', '"block_actions"'],
		['nothing', null],
	])('is not %s', (_, text) => {
		expect(readPressedButton(text)).toBeUndefined();
	});
});

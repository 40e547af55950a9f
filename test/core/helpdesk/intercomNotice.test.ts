import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIntercomNotice } from '../../../nodes/core/helpdesk/intercomNotice';
import { hasShared, sharedUrl } from '../../support/shared';

const notice = (topic: unknown, item: unknown, more: object = {}) =>
	readIntercomNotice({ type: 'notification_event', topic, data: { item }, ...more });

describe('the conversation that a notification names', () => {
	it.each([
		'conversation.user.created',
		'conversation.user.replied',
		'conversation.rating.added',
		'conversation.admin.closed',
	])('is to be looked at after %s', (topic) => {
		expect(notice(topic, { type: 'conversation', id: 215471 }, { app_id: 'nw7x2k1q' })).toEqual({
			kind: 'ticket',
			id: '215471',
			app: 'nw7x2k1q',
		});
	});

	it('is known from its ID alone, which is all a deletion tells', () => {
		const item = { id: '9', object: 'conversation', deleted: true };
		expect(notice('conversation.deleted', item)).toEqual({ kind: 'ticket', id: '9' });
	});

	it.each(['ping', 'conversation.admin.noted', 'contact.created', 'conversation.created'])(
		'is none with the topic %s',
		(topic) => {
			const read = notice(topic, { id: '9' });
			expect(read.kind).toBe('ignored');
			expect(read).toHaveProperty('reason', expect.stringMatching(/ping|topic/));
		},
	);

	it.each([undefined, null, '', {}, [], '{{id}}', 'a/b', 1e20])('is none with the ID %j', (id) => {
		expect(notice('conversation.user.created', { id }).kind).toBe('unreadable');
	});

	it('is never taken from anything else', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (body) => {
				expect(readIntercomNotice(body).kind).not.toBe('ticket');
			}),
		);
	});

	it.skipIf(!hasShared)('is read from what others recorded', () => {
		const folder = sharedUrl('contracts/webhooks/');
		const recorded = (name: string): unknown =>
			JSON.parse(readFileSync(new URL(`intercom.${name}.json`, folder), 'utf8'));
		expect(readIntercomNotice(recorded('conversation.user.created.legacy-2019'))).toEqual({
			kind: 'ticket',
			id: '21321941764',
			app: 'i6wc9ipe',
		});
		expect(readIntercomNotice(recorded('ping')).kind).toBe('ignored');
		expect(readIntercomNotice(recorded('conversation.read.null-id')).kind).toBe('ignored');
	});
});

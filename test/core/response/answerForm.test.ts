import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readAsked, readAskedForm, readDetails } from '../../../nodes/core/response/answerForm';
import { alertTarget, reviewTarget } from './target';

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

describe('a link', () => {
	it('names a token and an answer', () => {
		expect(readAsked({ token: 'aB3-_x', action: 'wrongOwner' })).toEqual({
			token: 'aB3-_x',
			action: 'wrongOwner',
		});
	});

	it.each<[string, unknown]>([
		['a list', { token: ['a', 'b'] }],
		['an object', { token: { a: 'b' } }],
		['too long', { token: 'a'.repeat(201) }],
		['empty', { token: '' }],
		['of other characters', { token: "a' or 1=1" }],
		['of another script', { token: 'а' }],
		['none', {}],
		['on no query', undefined],
		['on a list of queries', [{ token: 'a' }]],
	])('whose token is %s has none', (_, query) => {
		expect(readAsked(query)).toEqual({});
	});

	it.each([['explode'], [['close']], [{ a: 1 }], ['__proto__'], ['constructor'], ['Close']])(
		'whose answer is %j asks for an unknown one',
		(action) => {
			expect(readAsked({ token: 'a', action })).toEqual({ token: 'a', action: 'unknown' });
		},
	);

	it.each([[''], [undefined]])('whose answer is %j names none', (action) => {
		expect(readAsked({ token: 'a', action })).toEqual({ token: 'a' });
	});

	it('that sets a prototype changes none', () => {
		readAsked(JSON.parse('{"__proto__":{"token":"a","action":"close"}}'));
		expect(Object.prototype).not.toHaveProperty('token');
		expect(readAsked(JSON.parse('{"__proto__":{"token":"a"}}'))).toEqual({});
	});
});

describe('a form', () => {
	it('asks for what its button says, not for what its field says', () => {
		const posted = new URLSearchParams('token=a&action=acknowledge&action=noise');
		expect(readAskedForm(posted)).toEqual({ token: 'a', action: 'noise' });
	});
});

describe('snoozing', () => {
	it.each([
		['1', 1],
		['90', 90],
		[' 7 ', 7],
		['007', 7],
	])('for %j days', (days, expected) => {
		expect(readDetails('snooze', form({ days }), alertTarget())).toEqual({
			details: { days: expected },
		});
	});

	it('without a field is for 7 days', () => {
		expect(readDetails('snooze', form({}), alertTarget())).toEqual({ details: { days: 7 } });
	});

	it.each([['0'], ['91'], ['-3'], ['1.5'], ['1e1'], ['seven'], [''], ['٣'], ['9'.repeat(50)]])(
		'for %j days is refused, naming the field',
		(days) => {
			expect(readDetails('snooze', form({ days }), alertTarget())).toMatchObject({
				problem: 'Days must be a whole number from 1 to 90',
			});
		},
	);
});

describe('attaching', () => {
	const attach = (fields: Record<string, string>, target = reviewTarget()) =>
		readDetails('attach', form(fields), target);

	it('to a candidate takes its name from the log', () => {
		expect(attach({ account: 'known:A-2', accountName: 'Evil', accountId: 'X' })).toEqual({
			details: { accountId: 'A-2', accountName: 'Globex USA', wholeDomain: undefined },
		});
	});

	it.each([
		['chosen', { account: 'other' }],
		['without a choice', {}],
	])('to another account, %s', (_, choice) => {
		expect(attach({ ...choice, accountId: ' A-9\u200b ', accountName: ' Ini\ntech ' })).toEqual({
			details: { accountId: 'A-9', accountName: 'Ini tech', wholeDomain: undefined },
		});
	});

	it('of the whole domain', () => {
		expect(attach({ account: 'known:A-1', wholeDomain: 'yes' })).toMatchObject({
			details: { wholeDomain: true },
		});
	});

	it('of the whole domain of a mail service is not taken', () => {
		const target = reviewTarget({ requesterEmail: 'mia@gmail.com' });
		expect(attach({ account: 'known:A-1', wholeDomain: 'yes' }, target)).toEqual({
			details: { accountId: 'A-1', accountName: 'Globex Europe', wholeDomain: undefined },
		});
	});

	it.each([
		['nothing', {}],
		['another account without its ID', { account: 'other', accountName: 'Initech' }],
		['an account that is no candidate', { account: 'known:A-3', accountId: 'A-3' }],
		['what shows nothing', { account: 'other', accountId: '\u200b \t' }],
	])('to %s is refused, naming the fields', (_, fields) => {
		expect(attach(fields)).toMatchObject({
			problem: expect.stringContaining('Account ID'),
		});
	});

	it('takes any text without harm', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (id, name) => {
				const reading = attach({ account: 'other', accountId: id, accountName: name });
				if ('problem' in reading) return;
				expect(reading.details.accountId).toMatch(/^\S(?:.*\S)?$/u);
				expect(reading.details.accountId?.length).toBeLessThanOrEqual(200);
			}),
		);
	});
});

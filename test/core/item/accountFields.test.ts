import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAccountFields } from '../../../nodes/core/item/accountFields';
import { readAccount } from '../../../nodes/core/item/readers';

describe('readAccountFields', () => {
	it('keeps texts, numbers and truths as they are', () => {
		const cells = { Plan: ' Gold ', seats: 0, vip: false };
		expect(readAccountFields(Object.entries(cells))).toEqual({
			Plan: 'Gold',
			seats: 0,
			vip: false,
		});
	});

	it.each([null, undefined, '', '  ', Number.NaN, {}, [], ['a'], new Date(0), () => 'x'])(
		'leaves %j out',
		(value) => {
			expect(readAccountFields([['plan', value]])).toBeUndefined();
		},
	);

	it('cuts a text at 200 characters, never within one', () => {
		const cut = readAccountFields([
			['notes', 'x'.repeat(201)],
			['faces', `${'x'.repeat(199)}😀`],
		]);
		expect(cut).toEqual({ notes: 'x'.repeat(200), faces: 'x'.repeat(199) });
	});

	it('keeps thirty at most, and the first value of each', () => {
		const columns = Array.from({ length: 40 }, (_, index) => [`column ${index}`, index] as const);
		const fields = readAccountFields([['plan', ''], ['plan', 'Gold'], ['plan', 'Tin'], ...columns]);
		expect(Object.keys(fields ?? {})).toHaveLength(30);
		expect(fields).toMatchObject({ plan: 'Gold', 'column 28': 28 });
	});
});

describe('any fields', () => {
	const name = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.constantFrom('__proto__', 'constructor', 'toString', 'prototype', 'hasOwnProperty'),
	);
	const value = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 500 }),
		fc.double(),
		fc.boolean(),
		fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
		fc.constant(JSON.parse('{"__proto__":{"polluted":true}}')),
	);

	it('come out plain, few, short, and harmless', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(name, value), { maxLength: 60 }), (entries) => {
				const fields = readAccountFields(entries) ?? {};
				expect(Object.keys(fields).length).toBeLessThanOrEqual(30);
				for (const [key, kept] of Object.entries(fields)) {
					expect(key.length).toBeLessThanOrEqual(200);
					expect(['string', 'number', 'boolean']).toContain(typeof kept);
					expect(String(kept).length).toBeLessThanOrEqual(200);
					expect(kept).not.toBe('');
				}
				expect(Object.hasOwn(fields, '__proto__')).toBe(false);
				expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
				expect(Object.assign({}, fields)).toEqual(fields);
				expect({}).not.toHaveProperty('polluted');
				// What the contract's reader lets through is what was written.
				const account = { status: 'matched', fields };
				expect(readAccount({ account })?.fields ?? {}).toEqual(fields);
			}),
		);
	});
});

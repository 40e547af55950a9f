import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { storableJson, storableText } from '../../../nodes/core/values/storable';

/** Any UTF-16 units, lone surrogates and NUL among them. */
const wildText = fc
	.array(
		fc.oneof(
			fc.integer({ min: 0, max: 0xffff }),
			fc.constantFrom(0, 0x5c, 0x22, 0x75, 0x30, 0xd83d, 0xde00, 0xdc00),
		),
		{ maxLength: 60 },
	)
	.map((units) => String.fromCharCode(...units));

const isClean = (text: string) => text.isWellFormed() && !text.includes('\0');

describe('storableText', () => {
	it('is well-formed, without NUL, never longer than asked, and the same when cleaned again', () => {
		fc.assert(
			fc.property(wildText, fc.nat(70), (text, most) => {
				const stored = storableText(text, most);
				expect(isClean(stored)).toBe(true);
				expect(stored.length).toBeLessThanOrEqual(most);
				expect(storableText(stored, most)).toBe(stored);
			}),
		);
	});

	it('leaves what is clean and short enough as it is', () => {
		expect(storableText('Grüße 😀 \\u0000', 100)).toBe('Grüße 😀 \\u0000');
	});

	it('cuts at a whole character', () => {
		expect(storableText('ab😀', 3)).toBe('ab');
		expect(storableText('ab😀', 4)).toBe('ab😀');
	});

	it('takes two megabytes', () => {
		expect(storableText('\0a'.repeat(1_000_000))).toHaveLength(1_000_000);
	});
});

describe('storableJson', () => {
	it('is JSON text that gives every clean value back', () => {
		fc.assert(
			fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
				const text = storableJson(value);
				expect(isClean(text)).toBe(true);
				if (!JSON.stringify(value).includes('\\u0000')) {
					expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
				}
			}),
		);
	});

	it('cleans every text and every key', () => {
		fc.assert(
			fc.property(wildText, wildText, (key, text) => {
				const stored = JSON.parse(storableJson({ [key]: [text, { inner: text }] })) as object;
				expect(Object.entries(stored)).toEqual([
					[storableText(key), [storableText(text), { inner: storableText(text) }]],
				]);
			}),
		);
	});

	it('keeps a text that only looks like an escaped NUL', () => {
		const text = 'C:\\u0000\\users "\\\\u0000"';
		expect(JSON.parse(storableJson({ text }))).toEqual({ text });
	});

	it('keeps keys that name parts of every object, as plain keys', () => {
		const wild = JSON.parse(
			'{"__proto__":{"isAdmin":true},"constructor":1,"a\\u0000":2}',
		) as object;
		const text = storableJson(wild);
		expect(text).toBe('{"__proto__":{"isAdmin":true},"constructor":1,"a":2}');
		expect((JSON.parse(text) as { isAdmin?: true }).isAdmin).toBeUndefined();
	});

	it('of nothing is null', () => {
		expect(storableJson(undefined)).toBe('null');
	});
});

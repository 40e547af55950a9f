import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableEmail, readEmail } from '../../../nodes/core/account';

describe('readEmail', () => {
	it.each([
		['jane@acme.com', 'jane@acme.com'],
		['  Jane.Doe@ACME.com ', 'jane.doe@acme.com'],
		['"Jane" <jane@acme.com>', 'jane@acme.com'],
		['"Doe, Jane (Acme)" <jane@acme.com>', 'jane@acme.com'],
		['jane@acme.com <jane@acme.com>', 'jane@acme.com'],
		['jane@acme.com (Jane Doe)', 'jane@acme.com'],
		['mailto:jane@acme.com?subject=Help', 'jane@acme.com'],
		['mailto:jane@acme.com', 'jane@acme.com'],
		['jane@acme.com.', 'jane@acme.com'],
		["o'brien@acme.com", "o'brien@acme.com"],
		['jane@MÜNCHEN.de', 'jane@xn--mnchen-3ya.de'],
		['jane@xn--mnchen-3ya.de', 'jane@xn--mnchen-3ya.de'],
		['"a b"@acme.com', '"a b"@acme.com'],
		['ｊａｎｅ＠ａｃｍｅ．ｃｏｍ', 'jane@acme.com'],
		['Jane　<jane＠acme。com>', 'jane@acme.com'],
		["'jane@acme.com'", 'jane@acme.com'],
		['"jane@acme.com"', 'jane@acme.com'],
		['Jane <jane@acme.com> (Support)', 'jane@acme.com'],
		['jane@acme.com;', 'jane@acme.com'],
		['<jane@acme.com>,', 'jane@acme.com'],
		['mailto:jane@acme.com|jane@acme.com', 'jane@acme.com'],
		['<mailto:jane@acme.com|jane@acme.com>', 'jane@acme.com'],
		['jane\u200b@acme.com\ufeff', 'jane@acme.com'],
		["Jo O'Neil <jo@acme.com>", 'jo@acme.com'],
		[`${'x'.repeat(5000)} <jane@acme.com>`, 'jane@acme.com'],
	])('reads %j', (text, address) => {
		expect(comparableEmail(text)).toBe(address);
	});

	it.each([
		[undefined, /no requester email/],
		[null, /no requester email/],
		['', /no requester email/],
		['   ', /no requester email/],
		[42, /not text/],
		[{ address: 'jane@acme.com' }, /not text/],
		['jane', /not an email address/],
		['@acme.com', /not an email address/],
		['jane@', /not an email address/],
		['jane@acme.com>', /not an email address/],
		['jane doe@acme.com', /not an email address/],
		['jane\\@acme.com', /not an email address/],
		['jane@acme.com\n', undefined],
		['jane@acme.com\nbcc:evil@x.com', /not an email address/],
		["x' OR Name LIKE '%@acme.com", /not an email address/],
		['a@x.com, b@y.com', /not an email address/],
		['a@x.com, B <b@y.com>', /more than one/],
		['a@x.com; "B" <b@y.com>', /more than one/],
		['<a@x.com> <b@y.com>', /more than one/],
		['A <a@x.com>, B <b@y.com>', /more than one/],
		['jane@acme..com', /not an email address/],
		[`jane@${'a'.repeat(64)}.com`, /not an email address/],
		[`${'a'.repeat(10_000)}@acme.com`, /10009 characters/],
	])('says what is wrong with %j', (value, problem) => {
		const reading = readEmail(value);
		if (problem) expect('problem' in reading && reading.problem).toMatch(problem);
		else expect(reading).toHaveProperty('email');
	});

	it('reads its own result as the same address, whatever came in', () => {
		fc.assert(
			fc.property(fc.oneof(fc.emailAddress(), fc.string(), fc.anything()), (value) => {
				const address = comparableEmail(value);
				if (address !== undefined) expect(comparableEmail(address)).toBe(address);
			}),
		);
	});

	it('takes no time over what is none', () => {
		const before = performance.now();
		for (const part of [' ', ' (', ';', '<', 'a@', '"']) comparableEmail(part.repeat(200_000));
		expect(performance.now() - before).toBeLessThan(2000);
	});

	it('does not care for case, spaces around or a display name', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (address) => {
				const plain = comparableEmail(address);
				expect(comparableEmail(` ${address.toUpperCase()} `)).toBe(plain);
				expect(comparableEmail(`"Jane, of <Acme>" <${address}>`)).toBe(plain);
			}),
		);
	});
});

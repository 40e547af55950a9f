import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isFieldPath,
	soqlContains,
	soqlHostPatterns,
	soqlString,
	splitQuery,
} from '../../nodes/AccountLookup/salesforce/soql';
import { companyHostsOf, registrableDomain } from '../../nodes/core/account';
import { isLike, parseSoql } from '../support/salesforce/soql';

/** The reader of the stand-in was written from Salesforce's rules, apart from the writer under test. */
function readBack(literal: string): unknown {
	const { where } = parseSoql(`SELECT Id FROM Account WHERE Name = ${literal}`);
	return where?.kind === 'compare' ? where.value : undefined;
}

const hostile = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({
		unit: fc.constantFrom(
			"'",
			'\\',
			'"',
			'%',
			'_',
			'\n',
			'\r',
			'\t',
			'n',
			'u',
			' OR ',
			'(',
			')',
			'\u2028',
		),
	}),
	fc.constantFrom(
		"\\' OR Name LIKE '%",
		"x' OR Id != '",
		'\\',
		"\\\\'",
		"' --",
		'\\u0027 OR Id != \\u0027',
	),
);

describe('soqlString', () => {
	it('is read back as exactly the text, whatever the text', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				expect(readBack(soqlString(text))).toBe(text.toWellFormed());
			}),
			{
				numRuns: 500,
			},
		);
	});

	it('never changes the query around it', () => {
		fc.assert(
			fc.property(hostile, hostile, (one, two) => {
				const query = parseSoql(
					`SELECT Id FROM Contact WHERE Email IN (${soqlString(one)},${soqlString(two)})`,
				);
				expect(query.where).toEqual({
					kind: 'in',
					field: 'Email',
					values: [one.toWellFormed(), two.toWellFormed()],
				});
			}),
			{ numRuns: 500 },
		);
	});

	it('survives the URL it is sent in', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const sent = new URL(
					`http://x/?q=${encodeURIComponent(soqlString(text))}`,
				).searchParams.get('q');
				expect(readBack(sent ?? '')).toBe(text.toWellFormed());
			}),
		);
	});
});

describe('soqlContains', () => {
	it('finds the text anywhere, and nothing that does not hold it', () => {
		const plain = fc.string({ unit: fc.constantFrom('a', '%', '_', "'", '"', '.', '\n') });
		fc.assert(
			fc.property(plain, plain, plain, (text, before, after) => {
				const { where } = parseSoql(
					`SELECT Id FROM Account WHERE Website LIKE ${soqlContains(text)}`,
				);
				const pattern = where?.kind === 'compare' ? String(where.value) : '';
				expect(isLike(`${before}${text}${after}`, pattern)).toBe(true);
				expect(isLike(before, pattern)).toBe(before.includes(text));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('soqlHostPatterns', () => {
	const finds = (domain: string, text: string) => {
		const conditions = soqlHostPatterns(domain).map((pattern) => `Website LIKE ${pattern}`);
		const { where } = parseSoql(`SELECT Id FROM Account WHERE ${conditions.join(' OR ')}`);
		const all = where?.kind === 'or' ? where.all : [];
		return all.some((one) => one.kind === 'compare' && isLike(text, String(one.value)));
	};

	it('find every text in which a host of the domain is read', () => {
		const host = fc.constantFrom('ing.com', 'www.ing.com', 'x.ing.com', 'consulting.com', 'w.co');
		const website = fc
			.tuple(
				fc.constantFrom(
					...['', 'http://', 'HTTPS://', '@', 'https://jane@', 'ftp://a:b@', '*.', '.'],
					...['http://https://', 'http//', 'http:/', '<', '"', '(', '[x](https://', '<a href="'],
				),
				host,
				fc.constantFrom('', '/', '/ing.com', ':8080', '?q=1', '#a', '.'),
			)
			.map((parts) => parts.join(''));
		const separator = fc.constantFrom(' ', ',', ';', '|', '"', '\n', '\r\n', '\t', ', ');
		const list = fc
			.array(fc.tuple(website, separator), { minLength: 1, maxLength: 4 })
			.map((entries) => entries.flat().join(''));
		fc.assert(
			fc.property(list, (text) => {
				const isNamed = companyHostsOf(text).some((one) => registrableDomain(one) === 'ing.com');
				if (isNamed) expect(finds('ing.com', text)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each(['consulting.com', 'https://www.marketing.com'])('do not take %s for ing.com', (text) => {
		expect(finds('ing.com', text)).toBe(false);
	});
});

describe('isFieldPath', () => {
	it.each(['Name', 'MRR__c', 'Parent.MRR__c', 'ns__Field__c', 'A.B.C.D.E'])('takes %s', (name) => {
		expect(isFieldPath(name)).toBe(true);
	});

	it.each([
		'',
		' Name',
		'Name ',
		'a b',
		'Id, Name',
		'Id FROM User',
		'A..B',
		'.A',
		"A'",
		'A.B.C.D.E.F',
		'1A',
		'COUNT()',
	])('refuses %j', (name) => {
		expect(isFieldPath(name)).toBe(false);
	});
});

describe('splitQuery', () => {
	it('keeps all values, in order, in queries short enough for a URL', () => {
		fc.assert(
			fc.property(fc.array(fc.emailAddress(), { maxLength: 900 }), (emails) => {
				const build = (some: string[]) =>
					`SELECT Id FROM Contact WHERE Email IN (${some.join(',')})`;
				const queries = splitQuery(emails.map(soqlString), build);
				expect(queries.flatMap(({ values }) => values)).toEqual(emails.map(soqlString));
				const sent = queries.flatMap(({ soql }) => {
					expect(encodeURIComponent(soql).length).toBeLessThanOrEqual(14_000);
					const { where } = parseSoql(soql);
					return where?.kind === 'in' ? where.values : [];
				});
				expect(sent).toEqual(emails);
			}),
			{ numRuns: 30 },
		);
	});

	it('makes no query of nothing', () => {
		expect(splitQuery([], () => 'SELECT')).toEqual([]);
	});
});

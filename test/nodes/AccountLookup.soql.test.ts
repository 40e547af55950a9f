import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isFieldPath,
	soqlContains,
	soqlString,
	splitQuery,
} from '../../nodes/AccountLookup/salesforce/soql';
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
				const sent = queries.flatMap((soql) => {
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyHostsOf, readDomainList, registrableDomain } from '../../../nodes/core/account';

describe('companyHostsOf', () => {
	it.each([
		['https://www.acme.com/about', 'acme.com'],
		['@eu.acme.com', 'eu.acme.com'],
		['github.com', 'github.com'],
		['https://acme.zendesk.com/hc', 'acme.zendesk.com'],
	])('of %s is %s', (text, host) => {
		expect(companyHostsOf(text)).toEqual([host]);
	});

	it.each([
		'https://www.linkedin.com/company/acme',
		'linkedin.com',
		'm.facebook.com/acme',
		'https://sites.google.com/view/joespizza',
		'https://github.com/acme',
		'google.com/maps/place/acme',
		'localhost',
		'not a host',
	])('takes %s for nobody’s own', (text) => {
		expect(companyHostsOf(text)).toEqual([]);
	});
});

describe('websites as people and forms write them', () => {
	it.each([
		'http://https://www.globex.com',
		'https://https://globex.com/',
		'http//www.globex.com',
		'http:/globex.com',
		'https;//globex.com',
		'http:globex.com',
		'//globex.com',
		'www.http://globex.com',
		'wwww.globex.com',
		'http:\\\\globex.com\\start',
		'<https://globex.com>',
		'<globex.com>',
		'"globex.com"',
		"'globex.com'",
		'„globex.com“',
		'(globex.com)',
		'*.globex.com',
		'.globex.com',
		'@globex.com',
		'globex.com.',
		'globex.com,',
		'globex.com:443',
		'GLOBEX.COM/en?utm=1#top',
		'mailto:info@globex.com',
		'info@globex.com',
		'<a href="https://globex.com" target="_blank">Globex</a>',
		'[globex.com](https://globex.com)',
		'[Our site](http://www.globex.com/home)',
		'\ufeffglobex.com\u200b',
		'ｇｌｏｂｅｘ．ｃｏｍ',
		'globex。com',
		'["globex.com"]',
	])('%j is globex.com', (text) => {
		expect(companyHostsOf(text)).toEqual(['globex.com']);
	});

	it.each(['; ', ';', '|', ' | ', ', ', '\n', ' / ', '；', '、', ' & ', ' and '])(
		'are several with %j between them',
		(separator) => {
			expect(companyHostsOf(['globex.com', 'https://globex.de'].join(separator))).toEqual([
				'globex.com',
				'globex.de',
			]);
		},
	);

	it.each(['', 'n/a', '-', 'none', 'Globex Inc.', 'localhost:8080', '1.2', '10.0.0.1', 'tbd'])(
		'%j names none',
		(text) => {
			expect(companyHostsOf(text)).toEqual([]);
		},
	);

	it('never throw, and each host names itself', () => {
		const wild = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.webUrl(),
			fc
				.array(fc.constantFrom('http://', 'www.', 'a.com', ';', '|', '<', '"', '\\', '@', '*.'), {
					maxLength: 12,
				})
				.map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(wild, (text) => {
				for (const host of companyHostsOf(text)) {
					expect(registrableDomain(host)).toBeDefined();
					expect(companyHostsOf(host)).toEqual([host]);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('take no time over a cell that is none', () => {
		const before = performance.now();
		for (const part of ['www.', 'http:', '<', 'a.', '\\', ' ,']) companyHostsOf(part.repeat(8000));
		expect(performance.now() - before).toBeLessThan(2000);
	});
});

describe('readDomainList', () => {
	it('reads domains however people write them', () => {
		expect(
			readDomainList('@acme.com, *.beta.com; https://www.gamma.com/x\nDELTA.com. bücher.de'),
		).toEqual({
			domains: new Set(['acme.com', 'beta.com', 'gamma.com', 'delta.com', 'xn--bcher-kva.de']),
			unknown: [],
		});
	});

	it('names the entries that are none', () => {
		expect(readDomainList('acme, foo..bar, ok.com')).toEqual({
			domains: new Set(['ok.com']),
			unknown: ['acme', 'foo..bar'],
		});
	});
});

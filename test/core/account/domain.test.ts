import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	companyHostsOf,
	hostOf,
	isPersonalDomain,
	readDomainList,
	registrableDomain,
} from '../../../nodes/core/account';

describe('hostOf', () => {
	it.each([
		['acme.com', 'acme.com'],
		['HTTPS://WWW.Acme.com:8080/about?x=1#y', 'www.acme.com'],
		['acme.com.', 'acme.com'],
		['user:secret@acme.com', 'acme.com'],
		['münchen.de', 'xn--mnchen-3ya.de'],
		['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
	])('reads %j', (text, host) => {
		expect(hostOf(text)).toBe(host);
	});

	it.each([
		'',
		'   ',
		'acme .com',
		'acme.com\n.evil.com',
		'evil.com\\@acme.com',
		'http://',
		'a'.repeat(3000),
		'acme..com',
		`${'a'.repeat(64)}.com`,
	])('finds no host in %j', (text) => {
		expect(hostOf(text)).toBeUndefined();
	});

	it('never throws, and gives the same host for a host it gave', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (text) => {
				const host = hostOf(text);
				if (host !== undefined) expect(hostOf(host)).toBe(host);
			}),
		);
	});
});

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

describe('registrableDomain', () => {
	it.each([
		['mail.eu.acme.co.uk', 'acme.co.uk'],
		['acme.github.io', 'acme.github.io'],
		['deep.acme.github.io', 'acme.github.io'],
		['acme.com', 'acme.com'],
		['mail.contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
		['acme.zendesk.com', 'acme.zendesk.com'],
		['zendesk.com', 'zendesk.com'],
		['mail.zendesk.com', 'zendesk.com'],
	])('of %s is %s', (host, domain) => {
		expect(registrableDomain(host)).toBe(domain);
	});

	it.each(['localhost', 'co.uk', 'github.io', '10.0.0.1'])('does not exist for %s', (host) => {
		expect(registrableDomain(host)).toBeUndefined();
	});

	it('is shared by a host and any subdomain of it', () => {
		fc.assert(
			fc.property(fc.domain(), fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), (host, label) => {
				const domain = registrableDomain(host);
				fc.pre(domain !== undefined && registrableDomain(domain) === domain);
				expect(registrableDomain(`${label}.${domain}`)).toBe(domain);
			}),
		);
	});
});

describe('isPersonalDomain', () => {
	it.each([
		'gmail.com',
		'googlemail.com',
		'hey.com',
		'mailinator.com',
		'x.mailinator.com',
		'privaterelay.appleid.com',
	])('knows %s', (host) => {
		expect(isPersonalDomain(host)).toBe(true);
	});

	it.each(['acme.com', 'gmail.acme.com', 'notgmail.com', 'appleid.com'])(
		'lets %s be a company',
		(host) => {
			expect(isPersonalDomain(host)).toBe(false);
		},
	);

	it('takes the domains the admin adds', () => {
		expect(isPersonalDomain('mail.reseller.io', new Set(['reseller.io']))).toBe(true);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, registrableDomain } from '../../../nodes/core/account';

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

	it('gives for a plain host what the URL parser gives', () => {
		const label = fc.stringMatching(/^(?:xn--)?[a-z0-9-]{1,12}$/);
		fc.assert(
			fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
				const text = labels.join('.');
				let parsed: string | undefined;
				try {
					parsed = new URL(`http://${text}`).hostname;
				} catch {
					parsed = undefined;
				}
				expect(hostOf(text)).toBe(parsed);
			}),
			{ numRuns: 2000 },
		);
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
		['contoso.mail.onmicrosoft.com', 'contoso.onmicrosoft.com'],
		['gw.contoso.mail.onmicrosoft.com', 'contoso.onmicrosoft.com'],
		['mail.onmicrosoft.com', 'onmicrosoft.com'],
		['contoso.partner.onmschina.cn', 'contoso.onmschina.cn'],
		['wingtip.eu.auth0.com', 'wingtip.eu.auth0.com'],
		['wingtip.enterprise.slack.com', 'wingtip.enterprise.slack.com'],
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

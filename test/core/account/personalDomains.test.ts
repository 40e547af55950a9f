import { describe, expect, it } from 'vitest';
import { domainUse, isPersonalDomain } from '../../../nodes/core/account';

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

describe('domainUse', () => {
	it.each(['sunrise.ch', 'bluewin.ch', 'talktalk.net', 'comcast.net', 'orange.fr', 'seznam.cz'])(
		'%s is its subscribers’, whoever lists it',
		(host) => {
			expect(domainUse(host)).toBe('never');
		},
	);

	it.each(['yahoo.co.in', 'hotmail.fr', 'live.nl', 'gmx.li', 'x.trashmail.ws', '10minutemail.net'])(
		'%s is a mail service by its name',
		(host) => {
			expect(domainUse(host)).toBe('never');
		},
	);

	it.each([
		'users.noreply.github.com',
		'123.users.noreply.gitlab.com',
		'marketplace.amazon.com',
		'guest.booking.com',
	])('%s passes mail of private persons on', (host) => {
		expect(domainUse(host)).toBe('never');
	});

	it.each(['github.com', 'amazon.com', 'booking.com', 'vodafone.de', 'bt.com'])(
		'%s is a company',
		(host) => {
			expect(domainUse(host)).toBe('company');
		},
	);

	it.each(['easypost.com', 'name.com', 'sky.com', 'frontier.com', 'cox.com', 'alibaba.com'])(
		'%s is a company where an account says so',
		(host) => {
			expect(domainUse(host)).toBe('unlessClaimed');
		},
	);

	it('is never a company’s where the admin excluded it', () => {
		expect(domainUse('name.com', new Set(['name.com']))).toBe('never');
	});
});

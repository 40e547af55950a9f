import { describe, expect, it } from 'vitest';

import { alertLinks, answerLink, reviewLinks } from '../../../nodes/core/log/answerLinks';

const ADDRESS = 'https://n8n.acme.example/webhook/answers';

describe('the link of an answer', () => {
	it.each([
		[ADDRESS, 'a-B_9', `${ADDRESS}?token=a-B_9&action=close`],
		[`${ADDRESS}?team=cs`, 'a', `${ADDRESS}?team=cs&token=a&action=close`],
		[ADDRESS, 'a&action=noise#', `${ADDRESS}?token=a%26action%3Dnoise%23&action=close`],
	])('to %s with %s is %s', (address, token, link) => {
		expect(answerLink(address, token, 'close')).toBe(link);
	});

	it('of an alert that has ended only takes a verdict', () => {
		const links = alertLinks(ADDRESS, 't', { isClosed: true, isMatched: false });
		expect(Object.keys(links)).toEqual(['useful', 'noise', 'wrongAccount', 'wrongOwner']);
	});

	it('attaches a sender where the account is not known', () => {
		const open = { isClosed: false, isMatched: true };
		expect(alertLinks(ADDRESS, 't', open)).not.toHaveProperty('attach');
		expect(alertLinks(ADDRESS, 't', { ...open, isMatched: false }).attach).toBe(
			`${ADDRESS}?token=t&action=attach`,
		);
	});

	it('of a message in Review attaches or dismisses it', () => {
		expect(reviewLinks(ADDRESS, 't')).toEqual({
			attach: `${ADDRESS}?token=t&action=attach`,
			dismiss: `${ADDRESS}?token=t&action=dismiss`,
		});
	});
});

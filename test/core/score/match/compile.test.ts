import { describe, expect, it } from 'vitest';

import { compileTaxonomy, findMentions } from '../../../../nodes/core/score/match';
import { hashText } from '../../../../nodes/core/score/match/hash';
import type { TaxonomyRow } from '../../../../nodes/core/score/wordList';

const row: TaxonomyRow = {
	signal: 'Outage',
	topic: 'outage',
	riskLevel: 'high',
	phrases: ['site down', 'site is offline'],
};

describe('a list made ready', () => {
	it('says how many phrases it has, and the topic of each signal', () => {
		const { phraseCount, topicBySignal } = compileTaxonomy([
			row,
			{ ...row, signal: 'B', topic: '' },
		]);
		expect(phraseCount).toBe(4);
		expect([...topicBySignal]).toEqual([
			['Outage', 'outage'],
			['B', ''],
		]);
	});

	it('is kept, with the three others made last', () => {
		const lists = ['a', 'b', 'c', 'd'].map((signal) => [{ ...row, signal }]);
		const [first, second] = lists.map((list) => compileTaxonomy(list));
		expect(compileTaxonomy(lists[0] ?? [])).toBe(first);
		compileTaxonomy([{ ...row, signal: 'e' }]);
		expect(compileTaxonomy(lists[1] ?? [])).toBe(second);
		expect(compileTaxonomy(lists[0] ?? [])).not.toBe(first);
	});

	it.each<[string, Partial<TaxonomyRow>]>([
		['name', { signal: 'Down' }],
		['topic', { topic: 'performance' }],
		['risk', { riskLevel: 'critical' }],
		['weight', { weight: 66 }],
		['always counting', { alwaysCounts: true }],
		['a phrase', { phrases: ['site down'] }],
	])('has another version by its %s', (_what, change) => {
		expect(compileTaxonomy([{ ...row, ...change }]).version).not.toBe(
			compileTaxonomy([row]).version,
		);
	});

	it('has the same version by a phrase given twice', () => {
		const twice = { ...row, phrases: [...row.phrases, 'site down'] };
		expect(compileTaxonomy([twice]).version).toBe(compileTaxonomy([row]).version);
	});
});

describe('mentions', () => {
	const taxonomy = compileTaxonomy([
		row,
		{ ...row, signal: 'Place', phrases: ['site', '"down"', 'new site'] },
	]);
	const mentioned = (text: string) =>
		findMentions(text, taxonomy).map(({ name, start, end }) => `${name} ${text.slice(start, end)}`);

	it('are found whether said, denied or imagined, by place', () => {
		expect(mentioned('If a site is not down. Or the site is offline?')).toEqual([
			'Place site',
			'Outage site is not down',
			'Place down',
			'Place site',
			'Outage site is offline',
		]);
	});

	it('of one name do not overlap', () => {
		expect(mentioned('new site')).toEqual(['Place new site']);
	});

	it('are at most five of a name', () => {
		expect(mentioned('site. '.repeat(9))).toHaveLength(5);
	});
});

describe('the fingerprint of a text', () => {
	it.each([
		['', '811c9dc527d4eb2f'],
		['a', 'e40c292c2e429785'],
		['config', '23ff66c77bd75f1b'],
	])('of %j is the same in every version, as it is stored', (text, hash) => {
		expect(hashText(text)).toBe(hash);
	});
});

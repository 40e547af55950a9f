import { describe, expect, it } from 'vitest';

import { compileTaxonomy } from '../../../../nodes/core/score/match';
import { DEFAULT_TAXONOMY, TAXONOMY_PRESETS } from '../../../../nodes/core/score/wordList';
import {
	BUILT_IN_SIGNALS,
	composeWordList,
	type WordListSettings,
} from '../../../../nodes/core/score/wordList/compose';

const untouched: WordListSettings = { own: [], usesBuiltIn: true, presets: [], changes: [] };
const compose = (changed: Partial<WordListSettings>) =>
	composeWordList({ ...untouched, ...changed });
const named = (changed: Partial<WordListSettings>, name: string) =>
	compose(changed).rows.find(({ signal }) => signal === name);
const own = { signal: 'Flux', topic: '', riskLevel: 'high', phrases: ['flux overheated'] };

describe('the signals of a node', () => {
	it('are the built-in ones when nothing is touched', () => {
		expect(compose({})).toEqual({ rows: DEFAULT_TAXONOMY, skipped: [] });
	});

	it("are the admin's own alone when the built-in words are switched off", () => {
		expect(compose({ own: [own], usesBuiltIn: false }).rows).toEqual([own]);
	});

	it('are those of a product as well when they are asked for', () => {
		const { rows } = compose({ presets: ['crm', 'no such'] });
		expect(rows).toEqual([...DEFAULT_TAXONOMY, ...(TAXONOMY_PRESETS.crm?.rows ?? [])]);
	});

	it('have names of their own', () => {
		const names = BUILT_IN_SIGNALS.map(({ signal }) => signal.toLowerCase());
		expect(new Set(names).size).toBe(names.length);
	});
});

describe('a change of a built-in signal', () => {
	it('sets its weight or its topic, both where there are two, and leaves the rest', () => {
		const changes = [
			{ signal: 'Outage', weight: 66 },
			{ signal: 'Outage', topic: 'incident' },
		];
		const before = DEFAULT_TAXONOMY.find(({ signal }) => signal === 'Outage');
		expect(named({ changes }, 'Outage')).toEqual({ ...before, weight: 66, topic: 'incident' });
		expect(before).not.toHaveProperty('weight');
	});

	it('takes a topic away', () => {
		expect(named({ changes: [{ signal: 'Outage', topic: '' }] }, 'Outage')?.topic).toBe('');
	});

	it('switches it off', () => {
		expect(named({ changes: [{ signal: 'Outage', isOff: true }] }, 'Outage')).toBeUndefined();
	});

	it('says nothing of a signal that is not in use', () => {
		const changes = [{ signal: 'Selling stopped', weight: 50 }];
		expect(compose({ changes }).rows).toEqual(DEFAULT_TAXONOMY);
	});
});

describe("the admin's own signals", () => {
	it('take the place of a built-in one by its name, with its phrases', () => {
		const mine = { ...own, signal: 'billing frustration', riskLevel: 'critical' };
		const row = named({ own: [mine] }, 'billing frustration');
		const before = DEFAULT_TAXONOMY.find(({ signal }) => signal === 'Billing frustration');
		expect(row).toMatchObject({ riskLevel: 'critical', topic: 'billing' });
		expect(row?.phrases).toEqual(['flux overheated', ...(before?.phrases ?? [])]);
		expect(compose({ own: [mine] }).rows).toHaveLength(DEFAULT_TAXONOMY.length);
	});

	it('leave out what is unfinished', () => {
		const { rows, skipped } = compose({ own: [{ ...own, signal: '' }, own] });
		expect(rows).toHaveLength(DEFAULT_TAXONOMY.length + 1);
		expect(skipped).toEqual([{ number: 1, reason: expect.stringContaining('Signal Name') }]);
	});
});

describe('the version', () => {
	const versionOf = (changed: Partial<WordListSettings>) =>
		compileTaxonomy(compose(changed).rows).version;

	it('changes with own signals, with a change of a built-in one and with the switch', () => {
		const versions = [
			versionOf({}),
			versionOf({ own: [own] }),
			versionOf({ usesBuiltIn: false }),
			versionOf({ changes: [{ signal: 'Outage', weight: 66 }] }),
			versionOf({ changes: [{ signal: 'Outage', isOff: true }] }),
			versionOf({ presets: ['crm'] }),
		];
		expect(new Set(versions).size).toBe(versions.length);
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { evidenceOf } from '../../../nodes/core/alert/evidence';
import type { Signal } from '../../../nodes/core/item/types';
import { compileTaxonomy } from '../../../nodes/core/score/match';
import { scoreTicket } from '../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const evidenceIn = (body: string, subject = 'Invoice') => {
	const { signals, topic } = scoreTicket({ subject, body }, taxonomy, { format: 'text' });
	return evidenceOf(signals, [], topic);
};
const signal = (name: string, quote: string, start: number, weight: number): Signal => ({
	name,
	riskLevel: 'high',
	weight,
	quote,
	start,
	end: start + quote.length,
});

describe('the evidence of an alert', () => {
	it.each<[string, string[]]>([
		['wrong amount again', ['“wrong amount again” (Billing frustration)']],
		[
			'We were charged the wrong amount again.',
			['“charged the wrong amount again” (Billing frustration)'],
		],
		[
			'You charged us the wrong amount again. This is the third time this quarter.',
			[
				'“charged us the wrong amount again” (Billing frustration)',
				'“third time” (Repeated contact)',
			],
		],
	])('names the trouble, and a passage once: %s', (body, evidence) => {
		expect(evidenceIn(body)).toEqual(evidence);
	});

	it('begins with what the ticket is about, however strong the rest', () => {
		const bill = signal('Billing frustration', 'wrong amount', 0, 65);
		const exporting = signal('Core workflow failure', 'cannot export', 40, 75);
		expect(evidenceOf([exporting, bill], [], 'billing')).toEqual([
			'“wrong amount” (Billing frustration)',
			'“cannot export” (Core workflow failure)',
		]);
		expect(evidenceOf([exporting, bill], [], 'export')[0]).toContain('cannot export');
	});

	it('begins with what is critical, whatever the ticket is about', () => {
		const bill = signal('Billing frustration', 'wrong amount', 0, 65);
		const threat = signal('Threat to leave', 'we are leaving', 40, 90);
		expect(evidenceOf([bill, threat], [], 'billing')[0]).toBe('“we are leaving” (Threat to leave)');
	});

	it('keeps the name of what is critical in a passage that another signal shares', () => {
		const lost = signal('Outage', 'wrong amount again', 0, 85);
		const bill = signal('Billing frustration', 'wrong amount', 0, 65);
		expect(evidenceOf([bill, lost], [], 'billing')).toEqual(['“wrong amount again” (Outage)']);
	});

	it('takes an own signal of the admin for one that names a trouble', () => {
		const own = signal('Fees', 'wrong amount', 0, 60);
		const failure = signal('Core workflow failure', 'wrong amount again', 0, 75);
		expect(evidenceOf([own, failure], [])).toEqual(['“wrong amount again” (Fees)']);
	});

	it('shows every signal at most once and three at most, in whatever order they came', () => {
		const any = fc.record({
			name: fc.constantFrom('Outage', 'Billing frustration', 'Core workflow failure', 'Own', 'Two'),
			start: fc.nat(20),
			weight: fc.integer({ min: 0, max: 100 }),
			length: fc.integer({ min: 1, max: 10 }),
		});
		const text = 'abcdefghijklmnopqrstuvwxyzabcdefghij';
		fc.assert(
			fc.property(
				fc.array(any, { maxLength: 12 }),
				fc.constantFrom('billing', ''),
				(all, topic) => {
					const signals = all.map(({ name, start, weight, length }) =>
						signal(name, text.slice(start, start + length), start, weight),
					);
					const evidence = evidenceOf(signals, [], topic);
					expect(evidence.length).toBeGreaterThan(0);
					expect(evidence.length).toBeLessThanOrEqual(3);
					const names = evidence.map((line) => /\(([^)]+)\)$/.exec(line)?.[1]);
					if (all.length > 0) expect(new Set(names).size).toBe(names.length);
				},
			),
		);
	});
});

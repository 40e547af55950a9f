import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { withFloor } from '../../../nodes/core/chatModel/floor';
import { compileTaxonomy, type CompiledTaxonomy } from '../../../nodes/core/score/match';
import { scoreAtWeight, type KeptScore } from '../../../nodes/core/score/otherWeight';
import { scoreTicket } from '../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';

const VERSION = '0123456789abcdef-01234567';
const core = { name: 'Core workflow failure', riskLevel: 'high', weight: 75 } as const;
const threat = { name: 'Threat to leave', riskLevel: 'critical', weight: 85 } as const;
const annoyed = { name: 'General annoyance', riskLevel: 'lowMedium', weight: 35 } as const;
const kept = (over: Partial<KeptScore>): KeptScore => ({
	score: 75,
	unlistedScore: 40,
	signals: [core],
	flags: [],
	version: VERSION,
	isFirst: true,
	...over,
});
const at = (over: Partial<KeptScore>, weight: number, name: string = core.name) => {
	const { least, most } = scoreAtWeight(kept(over), name, weight);
	return least === most ? least : [least, most];
};

describe('the score at another weight', () => {
	it('of a message that one signal lifted is that weight, down to what the model made of it', () => {
		expect(at({}, 60)).toBe(60);
		// Where it also praises, less: below 55 that counts, and the log does not tell.
		expect(at({}, 20)).toEqual([15, 40]);
	});

	it('of a message that the model alone scored as high is the same', () => {
		expect(at({ score: 78, unlistedScore: 78 }, 20)).toBe(78);
		// Its phrase did not count, since its sentence did not read like trouble; beside "no crash since May" it would be 40.
		expect(at({ score: 72, unlistedScore: 72 }, 55)).toBe(72);
		expect(at({ score: 72, unlistedScore: 72 }, 50)).toEqual([40, 72]);
	});

	it('is no other where the signal is not in it, or weighs no more', () => {
		expect(at({}, 20, 'Outage')).toBe(75);
		expect(at({}, 80)).toBe(75);
	});

	it('counts what the others still ask for: 85 and six hundredths of the lighter one', () => {
		const signals = [threat, core];
		// 85 + 4.5, and 85 + 3.6.
		expect(at({ score: 90, signals }, 60)).toBe(89);
		// Whether the other counts as well is not in the log: from 60 alone to 75 + 3.6.
		expect(at({ score: 90, signals }, 60, threat.name)).toEqual([60, 79]);
	});

	it('leaves a grumble to add what it adds', () => {
		// 75 + 2.1, and 75 + 1.2.
		expect(at({ score: 77, signals: [core, annoyed] }, 20, annoyed.name)).toBe(76);
	});

	it('is bounded where nobody knows what the model alone made of it', () => {
		expect(at({ unlistedScore: undefined }, 60)).toEqual([60, 75]);
		// The model alone never makes a Critical score.
		expect(at({ score: 85, signals: [threat], unlistedScore: undefined }, 60, threat.name)).toEqual(
			[60, 79],
		);
		expect(at({ signals: undefined }, 60)).toEqual([0, 75]);
		expect(at({ version: undefined }, 60)).toEqual([0, 75]);
	});

	it('takes back what earlier messages of the ticket added, and adds it again', () => {
		const flags = ['asked-before'];
		// 60 by the signal and 10 for one message, or 50 and 20: only the first fits.
		expect(at({ score: 70, signals: [{ ...core, weight: 60 }], flags }, 50)).toBe(60);
		// Below 44 a message is calm, whatever came before.
		expect(at({ score: 70, signals: [{ ...core, weight: 60 }], flags }, 40)).toEqual([15, 40]);
	});

	it('may be raised by earlier messages of the ticket where it was too high to be', () => {
		const message = { score: 85, signals: [threat] };
		expect(at(message, 60, threat.name)).toBe(60);
		expect(at({ ...message, isFirst: false }, 60, threat.name)).toEqual([60, 79]);
		expect(at({ ...message, isFirst: false, flags: ['resolved'] }, 60, threat.name)).toBe(60);
	});

	it('of a chat model stands, unless the words lifted it', () => {
		const version = 'fedcba9876543210';
		expect(at({ version }, 20)).toBe(75);
		const flags = ['built-in-floor'];
		expect(at({ version, flags, signals: [threat], score: 85 }, 60, threat.name)).toEqual([40, 60]);
		expect(at({ version, flags, signals: [threat], score: 85 }, 30, threat.name)).toBe(40);
	});
});

/** Sentences that raise, add, calm, praise and end; a ticket is any few of them. */
const SENTENCES = [
	'The export is broken and nobody can work.',
	'Our integration with Salesforce stopped syncing.',
	'We lost all our data.',
	'We are going to cancel our contract.',
	'Please cancel my subscription.',
	'Our whole team cannot log in.',
	'The dashboard is slow.',
	'It is so annoying.',
	'This is very frustrating.',
	'I am still waiting for an answer.',
	'You charged us twice.',
	'This is urgent, we have a deadline today.',
	'Please delete all our data.',
	'Thank you, your team is great.',
	'We love the new feature.',
	'No rush at all.',
	'Everything works fine now, it is solved.',
	'Not a single crash since May.',
	'How do I invite a colleague?',
	'### Steps\n1. Open the app\n2. Press export\nVersion: 4.2.1',
];
const tickets = fc.record({
	sentences: fc.shuffledSubarray(SENTENCES, { minLength: 1, maxLength: 6 }),
	earlier: fc.nat({ max: 3 }),
});
const list = compileTaxonomy(DEFAULT_TAXONOMY);
/** The same list with one weight changed; where phrases are found does not depend on it. */
const reweighed = (name: string, weight: number): CompiledTaxonomy => ({
	...list,
	rows: list.rows.map((row) => (row.signal === name ? { ...row, weight } : row)),
});

describe('held against the scorer with the list changed', () => {
	it('the true score lies within, and mostly it is certain on which side of 50, 65 and 80 it is', () => {
		let [certain, all] = [0, 0];
		fc.assert(
			fc.property(
				tickets,
				fc.constantFrom(20, 50, 60),
				fc.boolean(),
				({ sentences, earlier }, weight, knowsModel) => {
					const previous = Array.from({ length: earlier }, () => ({ score: 50 }));
					const ticket = { subject: 'Export', body: sentences.join(' '), previous };
					const { unlistedScore, ...scored } = scoreTicket(ticket, list);
					for (const name of new Set(scored.signals.map((signal) => signal.name))) {
						const signal = scored.signals.find((one) => one.name === name);
						if ((signal?.weight ?? 0) <= weight) continue;
						const message = {
							...{ ...scored, isFirst: earlier === 0 },
							...(knowsModel && { unlistedScore }),
						};
						const { least, most } = scoreAtWeight(message, name, weight);
						const { score } = scoreTicket(ticket, reweighed(name, weight));
						expect([name, weight, score >= least, score <= most]).toEqual([
							name,
							weight,
							true,
							true,
						]);
						if (!knowsModel) continue;
						all += 1;
						if ([50, 65, 80].every((asked) => least >= asked || most < asked)) certain += 1;
					}
				},
			),
			{ seed: 11, numRuns: 250 },
		);
		expect(all).toBeGreaterThan(100);
		expect(certain / all).toBeGreaterThan(0.8);
	});
});

describe('what the model alone made of a message', () => {
	it('is told beside the score, also where a chat model was lifted', () => {
		const ticket = { subject: 'Export', body: 'We lost all our data. This is unacceptable.' };
		const builtIn = scoreTicket(ticket, list);
		expect(builtIn.score).toBeGreaterThanOrEqual(85);
		expect(builtIn.unlistedScore).toBeLessThan(80);
		const lifted = withFloor({ ...builtIn, score: 30, signals: [] }, builtIn);
		expect(lifted).toMatchObject({ score: 85, unlistedScore: 30, flags: ['built-in-floor'] });
	});
});

import { describe, expect, it } from 'vitest';
import { compileTaxonomy, findSignals } from '../../../nodes/core/score/match';
import { summarise } from '../../../nodes/core/score/summary';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';

const compiled = compileTaxonomy(DEFAULT_TAXONOMY);

function summary(subject: string, body: string): string | undefined {
	const text = subject === '' ? body : `${subject}\n\n${body}`;
	return summarise(text, findSignals(text, compiled).signals, text.length - body.length);
}

describe('summarise', () => {
	it('takes the sentences that tell most, in the order of the text', () => {
		expect(
			summary(
				'Help',
				'Hi team,\n\nHope you are well. We moved offices in May. Since Monday all our data disappeared. ' +
					'Our customers are complaining. The weather is fine.\n\nBest regards',
			),
		).toBe('Since Monday all our data disappeared. Our customers are complaining.');
	});

	it('takes the first sentences that are no greeting when nothing was found', () => {
		expect(
			summary('', 'Hello,\n\nCould we get a copy of the contract? We need it for our files.'),
		).toBe('Could we get a copy of the contract? We need it for our files.');
	});

	it('takes the subject when the body is empty, and nothing when there is no text', () => {
		expect(summary('Export broken', '')).toBe('Export broken');
		expect(summary('', ' \n ')).toBeUndefined();
	});

	it('cuts a very long sentence at a word and says so', () => {
		const long = summary('', `The export fails ${'and again '.repeat(80)}`) ?? '';
		expect(long.length).toBeLessThanOrEqual(300);
		expect(long).toMatch(/(?:and|again)…$/);
	});

	it('never cuts a character in two', () => {
		const cut = summary('', '😀'.repeat(400)) ?? '';
		expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
	});
});

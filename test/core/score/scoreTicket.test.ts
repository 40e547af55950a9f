import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnscorableError } from '../../../nodes/core/item/unscorable';
import { compileTaxonomy } from '../../../nodes/core/score/match';
import { scoreTicket } from '../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const score = (body: string, subject?: string): number =>
	scoreTicket({ subject, body }, taxonomy, { format: 'text' }).score;

describe('the scale', () => {
	it('scores the source recipe’s own examples', () => {
		expect(score('data disappeared')).toBe(85);
		expect(score('Love the new feature but the colors are odd')).toBe(15);
	});

	it.each([
		'We can’t invoice since this morning, 40 people are waiting.',
		'This is my fourth message about the webhooks. Kind regards, Ana',
		'We are moving to a competitor at the end of the month.',
		'Your status page is green, our checkout has been down for two hours.',
	])('finds frustration: %s', (body) => {
		expect(score(body)).toBeGreaterThanOrEqual(65);
	});

	it.each([
		'How do I export the list to Excel?',
		'Was failing since Monday, works now, thanks!',
		'What does error 422 mean? We are still building the integration.',
		'Could you send me a copy of invoice 2231?',
		'It is not urgent: the label is cut off in German.',
		'How do I cancel a scheduled report?',
	])('leaves calm tickets alone: %s', (body) => {
		expect(score(body)).toBeLessThan(65);
	});

	it.each([
		'Hello',
		'hi',
		'asdf',
		'.',
		'👍',
		'?',
		'Invoice',
		'Demo',
		'Please call me',
		'test ticket',
	])('alerts nobody over a greeting or a keyword, as subject, body or both: %s', (text) => {
		for (const subject of [undefined, text]) {
			const result = scoreTicket({ subject, body: text }, taxonomy, { format: 'text' });
			expect(result.score).toBeLessThan(50);
			expect(result.flags).toEqual([]);
		}
	});

	it.each(['not working', 'This is ridiculous', 'still waiting', 'I will cancel.'])(
		'hears few words that speak of trouble: %s',
		(body) => {
			const result = scoreTicket({ body }, taxonomy, { format: 'text' });
			expect(result.score).toBeGreaterThanOrEqual(65);
			expect(result.signals.length).toBeGreaterThan(0);
		},
	);

	it('is 0 to 100 and agrees with its label for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (body) => {
				fc.pre(/[\p{L}\p{N}]/u.test(body));
				const result = scoreTicket({ subject: 'Hello', body }, taxonomy);
				expect(result.score).toBeGreaterThanOrEqual(0);
				expect(result.score).toBeLessThanOrEqual(100);
				expect(Number.isInteger(result.score)).toBe(true);
				expect(result.confidence).toBeGreaterThan(0);
				expect(result.confidence).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('the word list', () => {
	it('holds a ticket at the weight of a Critical phrase', () => {
		expect(
			score('How do I add a user? By the way, our data has disappeared.'),
		).toBeGreaterThanOrEqual(85);
	});

	it('counts an admin’s own phrase always, however calm the rest is', () => {
		const own = compileTaxonomy([
			{
				signal: 'Flux',
				topic: 'flux',
				riskLevel: 'critical',
				weight: 91,
				phrases: ['flux capacitor overheated'],
			},
		]);
		const result = scoreTicket(
			{ body: 'How do I add a user? The flux capacitor overheated. Where is the guide?' },
			own,
		);
		expect(result.score).toBe(91);
	});

	it('never lowers a score by one Critical phrase more', () => {
		const sentences = [
			'How do I add a user?',
			'Thanks for the help.',
			'The export is slow.',
			'Still no reply, this is unacceptable.',
			'Invoice 2291 is attached.',
			'We love the new editor.',
			'Nobody can log in.',
		];
		fc.assert(
			fc.property(fc.subarray(sentences, { minLength: 1 }), (chosen) => {
				const body = chosen.join(' ');
				expect(score(`${body} All our data disappeared.`)).toBeGreaterThanOrEqual(score(body));
			}),
			{ numRuns: 60 },
		);
	});
});

describe('what a result tells', () => {
	it('has exact quotes, the method and a version that follows the list', () => {
		const first = scoreTicket({ subject: 'Help', body: 'Our data disappeared.' }, taxonomy);
		for (const { quote, start, end } of first.signals) {
			expect(first.text.slice(start, end)).toBe(quote);
		}
		expect(first).toMatchObject({ label: 'Critical', method: 'Built-In', language: 'en' });
		const other = scoreTicket({ body: 'Our data disappeared.' }, compileTaxonomy([]));
		expect(other.version).not.toBe(first.version);
	});

	it('flags mail that no person wrote and scores it low', () => {
		const result = scoreTicket(
			{
				subject: 'Automatic reply: URGENT outage',
				body: 'I am out of the office until Monday. For urgent issues please call the desk.',
			},
			taxonomy,
		);
		expect(result.flags).toContain('auto-reply');
		expect(result.score).toBeLessThan(20);
	});

	it('has little confidence in a language it does not know', () => {
		const result = scoreTicket(
			{ body: 'Dobrý den, export už týden nefunguje a nikdo nám neodpovídá, co s tím uděláte?' },
			taxonomy,
		);
		expect(result.flags.some((flag) => flag.startsWith('language-not-covered'))).toBe(true);
		expect(result.confidence).toBeLessThan(0.3);
	});

	it('throws when there is nothing to score', () => {
		const score = () => scoreTicket({ body: ' ' }, taxonomy);
		expect(score).toThrow('no text');
		expect(score).toThrow(UnscorableError);
	});
});

describe('what goes with the score', () => {
	it('is the words behind it only where they are asked for', () => {
		const ticket = { body: 'The export keeps failing and nobody answers.' };
		expect(scoreTicket(ticket, taxonomy)).not.toHaveProperty('words');
		expect(scoreTicket(ticket, taxonomy, { explains: true }).words?.length).toBeGreaterThan(0);
	});

	it('an absence note that tells of lost data was written by a person all the same', () => {
		const subject = 'Automatic reply: Your export';
		const told = scoreTicket({ subject, body: 'All our data has disappeared.' }, taxonomy);
		expect(told.flags).toContain('auto-reply');
		expect(told.score).toBeGreaterThanOrEqual(80);
		const note = scoreTicket({ subject, body: 'The export keeps failing.' }, taxonomy);
		expect(note.score).toBeLessThanOrEqual(15);
		expect(note.topic).toBe('general');
	});
});

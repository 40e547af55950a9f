import { describe, expect, it } from 'vitest';

import { compileTaxonomy, findSignals } from '../../../../nodes/core/score/match';
import type { RiskLevel } from '../../../../nodes/core/item/types';

const found = (
	phrase: string,
	text: string,
	{ topic = '', riskLevel = 'high' as RiskLevel, alwaysCounts = false } = {},
) => {
	const row = { signal: 'S', topic, riskLevel, phrases: [phrase], alwaysCounts };
	const { signals, negated } = findSignals(text, compileTaxonomy([row]));
	return { counts: signals.length, denied: negated.length };
};
const COUNTS = { counts: 1, denied: 0 };
const DENIED = { counts: 0, denied: 1 };

describe('a trouble is denied', () => {
	it.each([
		['data loss', 'There was no data loss.'],
		['data loss', 'Es gab keinen data loss.'],
		['data loss', 'Sans aucun data loss.'],
		['data loss', 'It came without any data loss.'],
		['crash', 'The app has not crashed.'],
		['crash', 'The app hasn’t crashed once.'],
		['crash', 'It stopped crashing.'],
		['crash', 'It ceased crashing.'],
		['export broken', 'You resolved the broken export.'],
		['data loss', 'We never ever had any more data loss.'],
		['export broken', 'You fixed the broken export.'],
		['data disappeared', 'Our data has not disappeared.'],
		['cancel contract', 'We are not going to cancel the contract.'],
		['want refund', "I don't want a refund."],
		['refund', 'I am not asking for a refund.'],
	])('%s: %s', (phrase, text) => {
		expect(found(phrase, text).counts).toBe(0);
	});

	it.each([
		['data loss', 'Not just data loss, we lost time as well.'],
		['data loss', 'No, the data loss is real.'],
		['data loss', 'No answer so far. The data loss is real.'],
		['data loss', 'Nobody answers, data loss all over.'],
		['crash', 'It never stopped crashing.'],
		['crash', 'I have no idea, but it crashes.'],
		['not working', 'The export is not working.'],
		['leave', "We don't want to leave, but we will if it goes on."],
		['data loss', 'We never ever since had any more data loss.'],
		['crash', 'It has not stopped crashing.'],
		['data loss', 'I do not know why you think that we had some data loss.'],
	])('%s is not: %s', (phrase, text) => {
		expect(found(phrase, text)).toEqual(COUNTS);
	});
});

describe('a trouble is only imagined', () => {
	it.each([
		'What happens if the export fails?',
		'How do you handle it when an export fails?',
		'Is there any risk of a failed export?',
		'In the event of a failed export, whom do we call?',
		'What does a failed export mean?',
		'Whether an export fails is shown where?',
		'We might see a failed export if two people start it.',
		'Could an export fail?',
		'Can we see failed exports in the log?',
		'We would like to see failed exports.',
		'The export failed in staging.',
		'Export failed in a dry run.',
		'Wie kann ich sehen, welcher export failed?',
	])('%s', (text) => {
		const phrase = /failed export/.test(text) ? 'failed export' : 'export failed';
		expect(found(phrase, text)).toEqual(DENIED);
	});

	it.each([
		'Why does the export fail?',
		'Could you look why the export fails?',
		'Can you fix it please, the export fails again.',
		'If I click on it, the export fails.',
		'Every time we start it the export fails.',
		'The export failed in staging and in production.',
		'On 5 may the export failed.',
		'Where is the file, the export still fails?',
	])('and here it is not: %s', (text) => {
		expect(found('export failed', text)).toEqual(COUNTS);
	});

	it('and not by what stands thirty words before', () => {
		expect(found('export failed', `In case ${'it does so '.repeat(8)}the export fails.`)).toEqual(
			DENIED,
		);
		expect(found('export failed', `In case ${'it does so '.repeat(11)}the export fails.`)).toEqual(
			COUNTS,
		);
	});

	it('but an "if" is a threat where the topic is leaving, the law or support', () => {
		const text = 'If the export fails once more we leave.';
		expect(found('leave', text, { topic: 'cancellation' })).toEqual(COUNTS);
		expect(found('export failed', text, { topic: 'support' })).toEqual(COUNTS);
		expect(found('export failed', text)).toEqual(DENIED);
	});
});

describe('good news', () => {
	it.each(['cancellation', 'legal', 'security'])('takes no %s back', (topic) => {
		const text = 'We cancel the contract. All works now.';
		expect(found('cancel', text, { topic })).toEqual(COUNTS);
		expect(found('cancel', text, { topic: 'sync' })).toEqual(DENIED);
	});
});

describe('what is critical by its words is no event', () => {
	it.each([
		['data lost', 'Data lost: none.'],
		['data loss', 'Data loss: 0 records'],
		['data loss', 'Datenverlust / data loss – nein.'],
		['data loss', 'We bought data loss insurance.'],
		['data loss', 'Read the data loss policy.'],
		['deleted', 'They are deleted after 30 days.'],
		['data loss', 'How do you protect us against data loss?'],
		['data loss', 'What is the maximum data loss?'],
		['all be down', 'All will be down on Sunday.'],
		['delete contacts', 'Please delete the contacts.'],
		['erase data', 'You may erase the data.'],
		['data goes', 'The data goes to the queue.'],
	])('%s: %s', (phrase, text) => {
		expect(found(phrase, text, { riskLevel: 'critical' }).counts).toBe(0);
	});

	it.each([
		['data lost', 'Data lost: 400 records'],
		['data loss', 'Since the data loss we stopped.'],
		['deleted', 'They are deleted since Monday.'],
		['delete contacts', 'Your update deletes the contacts.'],
		['data goes missing', 'The data goes missing.'],
		['where data go', 'where did our data go'],
	])('%s is one: %s', (phrase, text) => {
		expect(found(phrase, text, { riskLevel: 'critical' })).toEqual(COUNTS);
	});

	it('is asked only of critical phrases', () => {
		expect(found('data lost', 'Data lost: none.')).toEqual(COUNTS);
	});
});

describe('who always counts when leaving does not count', () => {
	const leaving = (text: string) => found('cancel', text, { alwaysCounts: true }).counts;

	it.each([
		'How can our customer’s subscription be cancelled: cancel their subscription?',
		'Please cancel for a customer.',
		'I want to cancel the newsletter, so cancel to newsletter.',
		'Please cancel my trial.',
		'We cancel two seats.',
		'I did cancel by mistake.',
		'Can we cancel at any time?',
		'What happens when we cancel?',
	])('%s', (text) => {
		expect(leaving(text)).toBe(0);
	});

	it.each(['Please cancel.', 'We cancel all seats.', 'We cancel when the term ends.'])(
		'and this does: %s',
		(text) => {
			expect(leaving(text)).toBe(1);
		},
	);

	it('by how much a plan shrinks: from 40 to 8 is leaving, from 40 to 24 is not', () => {
		const shrinks = (text: string) => found('reduce', text, { alwaysCounts: true }).counts;
		expect(shrinks('Please reduce us from 40 to 8 seats.')).toBe(1);
		expect(shrinks('Please reduce us from 40 to 24 seats.')).toBe(0);
		expect(shrinks('Please reduce us from 40 to 23 seats.')).toBe(1);
	});
});

describe('words of trouble in praise', () => {
	it.each([
		['damn', 'This is damn good.'],
		['not recommend', 'I cannot recommend it enough.'],
		['not recommend', 'Could not recommend you more highly.'],
	])('%s: %s', (phrase, text) => {
		expect(found(phrase, text).counts).toBe(0);
	});

	it.each([
		['damn', 'This is damn slow.'],
		['not recommend', 'I cannot recommend it.'],
	])('%s is none: %s', (phrase, text) => {
		expect(found(phrase, text)).toEqual(COUNTS);
	});
});

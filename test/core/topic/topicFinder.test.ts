import { describe, expect, it } from 'vitest';
import { compileTaxonomy, findSignals } from '../../../nodes/core/score/match';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';
import { DEFAULT_TOPICS, GENERAL_TOPIC, topicFinder } from '../../../nodes/core/topic/topicFinder';

const compiled = compileTaxonomy(DEFAULT_TAXONOMY);
const rowTopics = new Map(DEFAULT_TAXONOMY.map(({ signal, topic }) => [signal, topic]));
const find = topicFinder();

function topic(text: string): string {
	return find(text, findSignals(text, compiled).signals, (signal) => rowTopics.get(signal) ?? '');
}

describe('topic', () => {
	it.each([
		["We can't export the monthly list to CSV.", 'export'],
		['The HubSpot sync stopped yesterday.', 'sync'],
		['You charged us twice in May.', 'billing'],
		['Nobody can log in, the password page errors.', 'access'],
		['All our data disappeared.', 'data'],
		['The app takes forever to load, it is so slow.', 'performance'],
		['The webhook API returns 500 for every call.', 'integration'],
		['How do I export my data?', 'export'],
		['Please send us the invoice for March.', 'billing'],
		['It would be great if there was a dark mode.', 'feature request'],
		['Wo finde ich die Rechnung?', 'billing'],
		['Comment exporter le rapport ?', 'export'],
		['Ich möchte die Rechnungsadresse ändern.', 'billing'],
		['Preciso redefinir minha senha.', 'access'],
		['Wanneer is het volgende onderhoud?', 'outage'],
		['Who is our account manager now?', 'support'],
		['Hello there.', GENERAL_TOPIC],
	])('%s is about %s', (text, expected) => {
		expect(topic(text)).toBe(expected);
	});

	it('is from the list the admin keeps', () => {
		const own = topicFinder([{ topic: 'Coffee', phrases: ['espresso'] }]);
		expect(own('The espresso is cold', [], () => '')).toBe('Coffee');
		expect(own('The tea is cold', [], () => '')).toBe(GENERAL_TOPIC);
	});

	it('lets a hint give way to a plain phrase', () => {
		const own = topicFinder([
			{ topic: 'Tea', phrases: ['~cup', '~warm'] },
			{ topic: 'Coffee', phrases: ['espresso'] },
		]);
		expect(own('A warm cup', [], () => '')).toBe('Tea');
		expect(own('A warm cup of espresso', [], () => '')).toBe('Coffee');
	});

	it('has no topic twice in the default list', () => {
		const names = DEFAULT_TOPICS.map((row) => row.topic);
		expect(new Set(names).size).toBe(names.length);
	});
});

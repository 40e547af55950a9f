import { describe, expect, it } from 'vitest';
import { compileTaxonomy, findSignals } from '../../../../nodes/core/score/match';
import {
	DEFAULT_TAXONOMY,
	MOST_PHRASES,
	readSignalRows,
	RISK_WEIGHTS,
	TAXONOMY_PRESETS,
} from '../../../../nodes/core/score/wordList';
import { wordListScore } from '../../../../nodes/core/score/wordScore';

const GOOD = { signal: 'Trouble', topic: 'data', riskLevel: 'high', phrases: ['data lost'] };

function score(text: string): number {
	const { signals, praise } = findSignals(text, compiled);
	return wordListScore(signals, praise.length);
}

const compiled = compileTaxonomy(DEFAULT_TAXONOMY);

/** The rows of a list that has no fault. */
function rowsOf(value: unknown) {
	const { rows, skipped } = readSignalRows(value);
	expect(skipped).toEqual([]);
	return rows;
}

/** Why a list, or its first faulty row, cannot be used. */
function faultOf(value: unknown): string | undefined {
	try {
		return readSignalRows(value).skipped[0]?.reason;
	} catch (error) {
		return String(error);
	}
}

describe('readSignalRows', () => {
	it('reads phrases one per line or as a list', () => {
		const lines = rowsOf([{ ...GOOD, phrases: ' data lost \n\n"lost it"\r\n' }]);
		expect(lines).toEqual(rowsOf([{ ...GOOD, phrases: ['data lost', '"lost it"'] }]));
	});

	it('reads a JSON text, a single row and what a fixed collection of n8n holds', () => {
		const rows = rowsOf([GOOD]);
		expect(rowsOf(JSON.stringify([GOOD]))).toEqual(rows);
		expect(rowsOf(GOOD)).toEqual(rows);
		expect(rowsOf({ signals: [GOOD] })).toEqual(rows);
	});

	it('takes no input for an empty list', () => {
		for (const nothing of [undefined, null, '', ' ', [], {}]) expect(rowsOf(nothing)).toEqual([]);
	});

	it.each([
		['Critical', 'critical'],
		['Medium-High', 'mediumHigh'],
		['medium high', 'mediumHigh'],
		['lowMedium', 'lowMedium'],
	])('takes the risk level %s', (written, level) => {
		expect(rowsOf([{ ...GOOD, riskLevel: written }])[0]?.riskLevel).toBe(level);
	});

	it('takes a weight from an expression and leaves an empty one to the risk level', () => {
		expect(rowsOf([{ ...GOOD, weight: '72' }])[0]?.weight).toBe(72);
		expect(rowsOf([{ ...GOOD, weight: '' }])[0]).not.toHaveProperty('weight');
	});

	it.each([
		[[GOOD, { ...GOOD, signal: 'trouble' }], /Row 2 \("trouble"\): Signal Name is used by row 1/],
		[[{ ...GOOD, signal: ' ' }], /Row 1: Signal Name/],
		[[GOOD, 'x'], /Row 2: the row is "x"/],
		[[{ ...GOOD, phrases: ['a b', ''] }], /Row 1 \("Trouble"\): Phrase 2 is empty/],
		[[{ ...GOOD, phrases: ' \n ' }], /Row 1 \("Trouble"\): Phrases is empty/],
		[[{ ...GOOD, phrases: [7] }], /Row 1 \("Trouble"\): Phrase 1 is 7/],
		[[{ ...GOOD, phrases: ['the'] }], /Phrase 1 \("the"\).*would match everything/],
		[[{ ...GOOD, phrases: ['broken|is'] }], /\("is"\).*would match everything/],
		[[{ ...GOOD, phrases: ['?!'] }], /Phrase 1 \("\?!"\) has no words/],
		[[{ ...GOOD, phrases: ['x'.repeat(2000)] }], /Phrase 1 .* is longer than/],
		[[{ ...GOOD, phrases: [Array(5).fill('a|b|c|d|e|f|g|h').join(' ')] }], /combinations/],
		[[{ ...GOOD, weight: 101 }], /Row 1 \("Trouble"\): Weight is 101/],
		[[{ ...GOOD, weight: -1 }], /Weight is -1/],
		[[{ ...GOOD, weight: 'heavy' }], /Weight is "heavy", which is no number/],
		[[{ ...GOOD, weight: Number.NaN }], /Weight is NaN/],
		[[{ ...GOOD, riskLevel: 'huge' }], /Row 1 \("Trouble"\): Risk Level is "huge"/],
		[[{ ...GOOD, riskLevel: undefined }], /Risk Level is nothing/],
		[[{ ...GOOD, topic: 3 }], /Topic is 3/],
		['{"signal":', /not valid JSON/],
		[42, /The list is 42/],
	])('says what is wrong: %#', (value, message) => {
		expect(faultOf(value)).toMatch(message);
	});

	it('names a misspelt field, and leaves the columns of a table alone', () => {
		expect(faultOf([{ ...GOOD, wieght: 50 }])).toMatch(/"wieght".*mean "weight"/);
		const { riskLevel, ...rest } = GOOD;
		expect(faultOf([{ ...rest, risk_level: riskLevel }])).toMatch(/mean "riskLevel"/);
		const asRow = { ...GOOD, id: 1, createdAt: 'x', updatedAt: 'y', note: 'z' };
		expect(rowsOf([asRow])).toHaveLength(1);
	});

	it('takes 12,000 phrases and says how many are too many', () => {
		const phrases = (count: number) => Array.from({ length: count }, (_, i) => `fault number ${i}`);
		expect(rowsOf([{ ...GOOD, phrases: phrases(12_000) }])[0]?.phrases).toHaveLength(12_000);
		expect(faultOf([{ ...GOOD, phrases: phrases(20_000) }])).toMatch(/^Row 1 /);
		expect(faultOf([{ ...GOOD, phrases: phrases(MOST_PHRASES + 1) }])).toMatch(
			/Row 1 \("Trouble"\): .* more than 15000 phrases/,
		);
	});
});

describe('a row that cannot be used', () => {
	it('is left out and named, and the others are taken', () => {
		const blank = { signal: '', topic: '', riskLevel: 'high', phrases: '' };
		const { rows, skipped } = readSignalRows([blank, GOOD, { ...GOOD, signal: 'B', phrases: '' }]);
		expect(rows).toEqual([GOOD]);
		expect(skipped.map(({ number }) => number)).toEqual([1, 3]);
	});

	it('counts nothing against the limits', () => {
		const many = Array.from({ length: MOST_PHRASES }, (_, i) => `fault number ${i}`);
		const { rows } = readSignalRows([
			{ ...GOOD, signal: 'Wrong', weight: -1, phrases: many },
			{ ...GOOD, signal: 'Right', phrases: many },
		]);
		expect(rows.map(({ signal }) => signal)).toEqual(['Right']);
	});
});

describe('the default list', () => {
	it('is a valid list, alone and with every preset', () => {
		// What an admin cannot set is no part of a list.
		const read = rowsOf(DEFAULT_TAXONOMY);
		expect(DEFAULT_TAXONOMY).toMatchObject(read);
		expect(read).toHaveLength(DEFAULT_TAXONOMY.length);
		for (const { rows } of Object.values(TAXONOMY_PRESETS)) {
			expect(rowsOf([...DEFAULT_TAXONOMY, ...rows])).toHaveLength(
				DEFAULT_TAXONOMY.length + rows.length,
			);
		}
	});

	it('has the five signal types of the source recipe at their risk levels', () => {
		const levels = Object.fromEntries(DEFAULT_TAXONOMY.map((row) => [row.signal, row.riskLevel]));
		expect(levels).toMatchObject({
			'Core workflow failure': 'high',
			'Integration failure': 'high',
			'Data integrity concern': 'critical',
			'Billing frustration': 'mediumHigh',
			'General annoyance': 'lowMedium',
		});
	});

	it.each([
		["I can't export anything", 'Core workflow failure'],
		['It is broken since update 4', 'Core workflow failure'],
		['We have missing data', 'Data integrity concern'],
		['The Salesforce sync stopped', 'Integration failure'],
		['The webhook is not firing', 'Integration failure'],
		['We get API error 500', 'Integration failure'],
		['The numbers are wrong', 'Data integrity concern'],
		['The report is different every time', 'Data integrity concern'],
		['Our data disappeared', 'Data integrity concern'],
		['You charged the wrong amount', 'Billing frustration'],
		["We can't find invoices", 'Billing frustration'],
		['There is an unexpected charge', 'Billing frustration'],
		['The app is slow', 'General annoyance'],
		['What a confusing UI', 'General annoyance'],
		["I can't find feature X", 'General annoyance'],
		["If this isn't solved we will cancel our contract", 'Threat to leave'],
		['We are evaluating alternatives', 'Threat to leave'],
		['Our lawyers will be in touch', 'Legal threat'],
		['This is a breach of contract', 'Legal threat'],
		['This is the third time I write', 'Repeated contact'],
		['We have been waiting for two weeks', 'Repeated contact'],
		['Nobody responded', 'Repeated contact'],
		['Nobody can log in', 'Outage'],
		['The whole platform is down', 'Outage'],
		["I can see another customer's data", 'Security worry'],
		['We missed our deadline because of this', 'Business impact'],
		['Our customers are complaining', 'Business impact'],
		['Your support is useless', 'Poor support experience'],
		['I would like to speak to your manager', 'Poor support experience'],
		['This is unacceptable', 'Open frustration'],
		['To be frank this is less than ideal', 'Open frustration'],
		['Der Export funktioniert nicht mehr', 'Core workflow failure'],
		['Unsere Daten sind verschwunden', 'Data integrity concern'],
		['Wir warten seit drei Wochen', 'Repeated contact'],
		["L'export ne fonctionne plus", 'Core workflow failure'],
		['Nos données ont disparu', 'Data integrity concern'],
		['La sincronización dejó de funcionar', 'Integration failure'],
		['Los datos desaparecieron', 'Data integrity concern'],
		['O relatório não carrega', 'Core workflow failure'],
		['Nossos dados sumiram', 'Data integrity concern'],
		['De export werkt niet', 'Core workflow failure'],
		['Onze gegevens zijn verdwenen', 'Data integrity concern'],
	])('%s: %s', (text, signal) => {
		expect(findSignals(text, compiled).signals.map(({ name }) => name)).toContain(signal);
	});

	it.each([
		'How do I export my data?',
		'What does error 404 mean?',
		'Can I change the amount we are charged?',
		'Could you send me the March invoice?',
		'Is there a way to schedule reports?',
		'We would like to add five users.',
		'Can the report be broken down by region?',
		'What are your support hours over the holidays?',
		"I can't wait to try the new dashboard.",
		'Does the export include archived projects?',
		'THANKS!!! GREAT!!! HELLO!!!',
		'We will lose nothing, right? Just checking before we downgrade.',
		'Wie kann ich meine Daten exportieren?',
		'Comment puis-je exporter mes données ?',
		'¿Cómo puedo exportar mis datos?',
		'Como posso exportar meus dados?',
		'Hoe kan ik mijn gegevens exporteren?',
		'Die Daten sind nicht verschwunden.',
		'Les données ne sont pas perdues.',
		'Los datos no desaparecieron.',
		'Os dados não sumiram.',
		'De gegevens zijn niet verdwenen.',
	])('stays calm about: %s', (text) => {
		expect(score(text)).toBeLessThan(65);
	});

	it('says nothing about capitals and exclamation marks', () => {
		expect(score('WE MOVED TO A NEW OFFICE!!!')).toBe(score('We moved to a new office.'));
	});

	it('scores as the source recipe does', () => {
		expect(score('data disappeared')).toBe(85);
		expect(score('Love the new feature but the menu is confusing')).toBe(15);
	});
});

describe('wordListScore', () => {
	const signal = (name: string, weight: number, start = 0) => ({
		name,
		riskLevel: 'high' as const,
		weight,
		quote: 'x',
		start,
		end: start + 1,
	});

	it('gives one signal its weight, no signal a low neutral score and praise less', () => {
		expect(wordListScore([signal('a', 75)])).toBe(75);
		expect(wordListScore([])).toBe(20);
		expect(wordListScore([], 1)).toBeLessThan(20);
	});

	it('adds for further signals and repetition, within bounds', () => {
		const both = wordListScore([signal('a', 75), signal('b', 65)]);
		expect(both).toBeGreaterThan(75);
		expect(wordListScore([signal('a', 75), signal('a', 75, 9)])).toBeGreaterThan(75);
		const many = Array.from({ length: 50 }, (_, i) => signal(`low ${i}`, 35));
		expect(wordListScore(many)).toBeLessThan(65);
		expect(wordListScore([...many, signal('a', RISK_WEIGHTS.critical)])).toBeLessThanOrEqual(100);
	});
});

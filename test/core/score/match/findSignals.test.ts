import { describe, expect, it } from 'vitest';
import { compileTaxonomy, findSignals, resolutionIn } from '../../../../nodes/core/score/match';
import { DEFAULT_TAXONOMY, type TaxonomyRow } from '../../../../nodes/core/score/wordList';

function row(...phrases: string[]): TaxonomyRow[] {
	return [{ signal: 'Trouble', topic: '', riskLevel: 'high', phrases }];
}

function quotes(text: string, ...phrases: string[]): string[] {
	return findSignals(text, compileTaxonomy(row(...phrases))).signals.map(({ quote }) => quote);
}

describe('what a phrase matches', () => {
	it.each([
		["can't export", 'We cant export the list.', 'cant export'],
		["can't export", 'We can’t export the list.', 'can’t export'],
		["can't export", 'We CANNOT EXPORT the list.', 'CANNOT EXPORT'],
		["can't export", 'We can not export the list.', 'can not export'],
		["can't export", 'I am unable to export the list.', 'unable to export'],
		["can't export", 'I am not able to export the list.', 'am not able to export'],
		["can't export", 'I could not export the list.', 'could not export'],
		["can't export", "It won't let me export the list.", "won't let me export"],
		['unable to export', "We can't export the list.", "can't export"],
		['export failed', 'The exports fail at night.', 'exports fail'],
		['export failed', 'Exporting has failed.', 'Exporting has failed'],
		['data disappeared', 'Our data has completely disappeared.', 'data has completely disappeared'],
		['lost data', 'We are losing data.', 'losing data'],
		['webhook not firing', "The webhooks don't fire.", "webhooks don't fire"],
		['webhook not firing', 'The webhook has stopped firing.', 'webhook has stopped firing'],
		['data disappeared', 'All data dissapeared.', 'data dissapeared'],
		['integration broken', 'The intergration is broken.', 'intergration is broken'],
		['log in', "I'm unable to login here", 'login'],
	])('%s is found in "%s"', (phrase, text, quote) => {
		expect(quotes(text, phrase)).toEqual([quote]);
	});

	it.each([
		['port', 'We export reports.', 'a part of a word'],
		['data disappeared', 'Here is the data. It disappeared from view.', 'two sentences'],
		[
			'data disappeared',
			'The data we sent to all of our many customers in May disappeared.',
			'a wide gap',
		],
		["can't export", "We can't wait to export this.", 'another verb after "can\'t"'],
		['charged wrong', 'The plan changed wrong numbers.', 'a real word one letter away'],
		['lost files', 'the last files', 'short words one letter away'],
	])('%s is not found in "%s": %s', (phrase, text) => {
		expect(quotes(text, phrase)).toEqual([]);
	});

	it('in double quotes it is matched to the letter, whatever the case', () => {
		expect(quotes('Export Failed again', '"export failed"')).toEqual(['Export Failed']);
		expect(quotes('exports failed, export has failed, exportfailed', '"export failed"')).toEqual(
			[],
		);
		expect(quotes('Code E-1042 again', '"e-1042"')).toEqual(['E-1042']);
	});

	it.each([
		['export   failed', ['export   failed']],
		['export\nfailed', ['export\nfailed']],
		['re-export failed', ['export failed']],
		['xexport failed', []],
		['export failedx', []],
		['export-failed', []],
		['export fail', []],
		['the code (export failed)', ['export failed']],
		['export failed export failed', ['export failed', 'export failed']],
	])('between word boundaries, with any blank for a blank: %j', (text, expected) => {
		expect(quotes(text, '"export failed"')).toEqual(expected);
		expect(quotes(text, '"export  failed"')).toEqual(expected);
	});

	it.each([
		['in the middle', '"a zebra b"', 'see a zebra b here', 'a zebra b'],
		['before a sign', '"zebra!"', 'Zebra! x', 'Zebra!'],
		['behind a sign', '"#zebra"', 'x#zebra', '#zebra'],
		['beside letters of two units', '"zebra"', '😡zebra😡', 'zebra'],
		['in an unspaced script', '"消えた"', '昨日 消えた よ', '消えた'],
		[
			'with an address',
			'"https://a.example zebra"',
			'see https://a.example zebra',
			'https://a.example zebra',
		],
	])('wherever the word is that it is looked up by: %s', (_where, phrase, text, quote) => {
		expect(quotes(text, phrase, '"a b"', '"b a"')).toEqual([quote]);
	});

	it('and not inside a word of letters of two units', () => {
		expect(quotes('𝕳zebra', '"zebra"')).toEqual([]);
		expect(quotes('zebra𝕳', '"zebra"')).toEqual([]);
	});
});

describe('what does not count', () => {
	it.each([
		'The export is not failing.',
		'The export is no longer failing.',
		'We never had the export failing.',
		'The export stopped failing.',
		'What happens when an export fails?',
		'In case the export fails, who do we call?',
		'Would an export fail if we did that?',
		'If the export fails, please tell us.',
		'The export was failing, works now, thanks.',
		'The export failed yesterday. It has been fixed, thanks!',
		'But it works now, the export failed.',
		'It works now. Yesterday the export had failed.',
	])('%s', (text) => {
		const found = findSignals(text, compileTaxonomy(row('export failed')));
		expect(found.signals).toEqual([]);
		expect(found.negated).toHaveLength(1);
	});

	it.each([
		['Not only does the export fail, we lose time.', 'export failed'],
		["The export fails and hasn't been fixed.", 'export failed'],
		['If I click the button the export fails.', 'export failed'],
		['It worked for an hour, but the export fails again.', 'export failed'],
		['Please let me know once it is fixed. The export fails.', 'export failed'],
		['The login works now, but the export failed.', 'export failed'],
		['The login works now. Still the export failed today.', 'export failed'],
		["It doesn't work.", 'not working'],
	])('but %s does', (text, phrase) => {
		expect(quotes(text, phrase)).toHaveLength(1);
	});
});

describe('how calm the ticket is', () => {
	const failing = compileTaxonomy([
		...row('export failed'),
		{ signal: 'Waiting', topic: 'support', riskLevel: 'mediumHigh', phrases: ['three weeks'] },
	]);
	it.each([
		'The export failed once, no rush.',
		'The export failed. It is not urgent.',
		'The export failed, a cosmetic issue.',
		'The export failed, whenever you have a minute.',
		'The export failed, nicht dringend.',
		'The export failed, rien d’urgent.',
		'The export failed, sin prisa.',
		'The export failed, sem pressa.',
		'The export failed, geen haast.',
		'The export fails in our sandbox.',
		'How do I see whether an export failed?',
		'Is there a report on failed exports?',
	])('%s counts nothing', (text) => {
		const { signals, negated } = findSignals(text, failing);
		expect([signals.length, negated.length > 0 || !/export failed/.test(text)]).toEqual([0, true]);
	});

	it('a threat, waiting or support signal takes the calm back', () => {
		const { signals } = findSignals(
			'The export failed. No rush, it has only been three weeks.',
			failing,
		);
		expect(signals.map(({ name }) => name)).toEqual(['Trouble', 'Waiting']);
	});
});

describe('offsets', () => {
	it.each([
		['İİİ the export failed', 'export failed'],
		['\u{1f642}\u{1f642} export\u{1f642} failed', 'export\u{1f642} failed'],
		['e\u0301e\u0301 export failed', 'export failed'],
		['EXPORT \u2013 FAILED', 'EXPORT \u2013 FAILED'],
		['export\u00a0failed', 'export\u00a0failed'],
	])('cut the quote out of %j', (text, quote) => {
		expect(quotes(text, 'export failed')).toEqual([quote]);
	});

	it('hold in scripts without spaces, where nothing may stand in between', () => {
		expect(quotes('昨日データが消えた。', 'データが消えた')).toEqual(['データが消えた']);
		expect(quotes('データは全部消えた。', 'データ消えた')).toEqual([]);
	});

	it('cover overlapping matches of one signal once', () => {
		expect(
			quotes('our sync export failed again', 'export failed', 'sync export', 'failed again'),
		).toEqual(['sync export', 'failed again']);
		expect(quotes('the export failed again', 'export failed', 'export failed again')).toEqual([
			'export failed again',
		]);
	});
});

describe('alternatives in a phrase', () => {
	it.each([
		['lost|missing data|files', 'We are missing files.', 'missing files'],
		['pen-test|(pen test|audit log)', 'The pen test is due.', 'pen test'],
		['(audit log)|pentest', 'Our pentest is due.', 'pentest'],
		["can't (log in|sign up)", "I can't sign up.", "can't sign up"],
		['closed (my|our)? ticket', 'You closed the ticket.', 'closed the ticket'],
		['closed (my|our)? ticket', 'You closed my ticket.', 'closed my ticket'],
	])('%s is found in "%s"', (phrase, text, quote) => {
		expect(quotes(text, phrase)).toEqual([quote]);
	});
});

describe('resolutionIn', () => {
	it('finds the words that the trouble is over', () => {
		expect(resolutionIn('It was failing. It works now, thanks!')?.quote).toBe('works now');
	});
	it.each([
		'The sync recovered by itself.',
		'Sorry for the noise.',
		'Never mind, user error.',
		'Der Absturz wurde behoben.',
		'Hat sich erledigt.',
		'Refonctionne, merci.',
		'Funciona de nuevo.',
		'Voltou ao normal.',
		'Inmiddels werkt het weer.',
	])('in every language: %s', (text) => {
		expect(resolutionIn(text)).toBeDefined();
	});
	it.each([
		"It hasn't been fixed.",
		'When will this be fixed?',
		'Please get it fixed.',
		'It is still not resolved.',
		'Let me know once it works again.',
		'Nothing works now.',
	])('does not take for one: %s', (text) => {
		expect(resolutionIn(text)).toBeUndefined();
	});
});

describe('how far good news reaches', () => {
	const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
	const quoted = (text: string) => findSignals(text, taxonomy).signals.map(({ quote }) => quote);

	it.each([
		'All our data has disappeared. The login problem is fixed though.',
		'We lost all our data on Monday. The unrelated SSO question is resolved.',
		'Alle unsere Daten sind weg. Das Login-Problem ist übrigens behoben.',
		'Exports fail for all 40 users. PS: the logo issue has been fixed, thanks.',
		'Not a big deal for you maybe, but we lost all our data and cannot work.',
		'You call this low priority? Our data is gone.',
	])('not to other trouble, and no calm word to lost data: %s', (text) => {
		expect(quoted(text).length).toBeGreaterThan(0);
	});

	it.each([
		'All data was lost. The issue is resolved, thank you.',
		'Our data was gone on Monday. Your team restored it, all fixed.',
		'All our data had disappeared this morning. It is back now, thanks!',
		'I am not asking to cancel our subscription.',
	])('to what it speaks of, and nobody wants what is denied: %s', (text) => {
		expect(quoted(text)).toEqual([]);
	});

	it.each([
		['"can\'t login"', "Now we can't login.", "can't login"],
		['"won\'t load"', 'It won’t load.', 'won’t load'],
		['"can\'t"', "I can't.", "can't"],
		['"l\'export plante"', "Ici l'export plante.", "l'export plante"],
	])('exact phrases with an apostrophe are found: %s', (phrase, text, quote) => {
		const rows = [{ signal: 'x', topic: '', riskLevel: 'high' as const, phrases: [phrase] }];
		expect(findSignals(text, compileTaxonomy(rows)).signals.map((found) => found.quote)).toEqual([
			quote,
		]);
	});
});

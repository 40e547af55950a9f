import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_LANGUAGES, detectLanguage } from '../../../nodes/core/language/detectLanguage';

const FIXTURE = join(import.meta.dirname, '../../fixtures/text/languages.json');
/** Written after the detector was tuned, and never tuned to. */
const ASIDE = join(import.meta.dirname, '../../fixtures/text/languagesAside.json');
const EVAL = join(import.meta.dirname, '../../../../shared/eval');

const readSamples = (file: string): Record<string, string[]> =>
	JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
const samples = readSamples(FIXTURE);
const aside = readSamples(ASIDE);

function accuracy(texts: readonly string[], language: string): number {
	return texts.filter((text) => detectLanguage(text).language === language).length / texts.length;
}

describe('the language of short support texts', () => {
	it.each([...BUILT_IN_LANGUAGES])('is told in 24 of 25 cases: %s', (language) => {
		expect(accuracy(samples[language] ?? [], language)).toBeGreaterThanOrEqual(0.96);
	});

	it.each([...BUILT_IN_LANGUAGES])('is told in 13 of 15 cases kept aside: %s', (language) => {
		expect(accuracy(aside[language] ?? [], language)).toBeGreaterThanOrEqual(13 / 15);
	});

	it('is told for other languages too, so that they can be flagged', () => {
		for (const sample of samples.other ?? []) {
			const { language } = detectLanguage(sample.slice(4));
			expect(language, sample).toBe(sample.slice(0, 2));
			expect(BUILT_IN_LANGUAGES.has(language ?? '')).toBe(false);
		}
	});

	it.each([
		'webhook API error 500',
		'API timeout',
		'SSO SAML login error',
		'OAuth token',
		'Webhook delivery to https://hooks.acme.example/de/die/das failed with ECONNREFUSED',
		'Zapier integration with Salesforce and HubSpot stopped syncing',
		'TypeError in kundenDaten.exportieren() after upgrade',
	])('is English among words of trade: %s', (text) => {
		expect(detectLanguage(text).language).toBe('en');
	});

	it('is not confused by words of trade in another language', () => {
		expect(detectLanguage('Der Webhook vom API Server timeout, Login kaputt').language).toBe('de');
		expect(detectLanguage('Le dashboard est down, login impossible').language).toBe('fr');
		expect(detectLanguage('El webhook no funciona, error 500 en el API').language).toBe('es');
	});

	it.each(['', '   ', '12345 67', '!!! ???', 'https://acme.example/path', 'a1b2c3', '😡😡'])(
		'is absent with confidence 0 where there are no words: %j',
		(text) => {
			expect(detectLanguage(text)).toEqual({ confidence: 0 });
		},
	);

	it('is surer of a long text than of a word', () => {
		const long = detectLanguage('We cannot export our data and nobody has answered since Monday.');
		const short = detectLanguage('refund');
		expect(long.confidence).toBeGreaterThan(0.9);
		expect(short.confidence).toBeLessThan(0.6);
	});

	it('never throws and keeps its confidence between 0 and 1', () => {
		const wild = fc
			.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
			.map((units) => String.fromCharCode(...units));
		fc.assert(
			fc.property(wild, (text) => {
				const { confidence, language } = detectLanguage(text);
				expect(confidence).toBeGreaterThanOrEqual(0);
				expect(confidence).toBeLessThanOrEqual(1);
				if (language !== undefined) expect(language).toMatch(/^[a-z]{2}$/);
			}),
			{ numRuns: 500 },
		);
	});

	it('is told in bounded time', () => {
		for (const unit of ['a', 'a ', "'", '-', '’', '1', 'а', '\u0301', '@', ' ']) {
			expect(() => detectLanguage(unit.repeat(1_000_000))).not.toThrow();
		}
	}, 30_000);
});

describe.skipIf(!existsSync(EVAL))(
	'the language of public texts (read from ../shared/eval, skipped without)',
	() => {
		const read = (name: string): string[] =>
			gunzipSync(readFileSync(join(EVAL, `${name}.public.jsonl.gz`)))
				.toString('utf8')
				.trim()
				.split('\n')
				.map((line) => (JSON.parse(line) as { text: string }).text);

		// A tenth of the German and some of the Portuguese tweets are English or single words.
		it.each([
			['tweets_de', 'de', 0.89],
			['tweets_fr', 'fr', 0.98],
			['tweets_es', 'es', 0.98],
			['tweets_pt', 'pt', 0.95],
			['ghfrust_en', 'en', 0.98],
			['stackoverflow_en', 'en', 0.98],
			['goemotions_en', 'en', 0.98],
			['topic_banking77_en', 'en', 0.99],
		])('%s is told as %s', (name, language, floor) => {
			expect(accuracy(read(name), language)).toBeGreaterThanOrEqual(floor);
		});
	},
);

import { describe, expect, it } from 'vitest';

import { sentimentOf } from './scoreOf';

const criticalIn = (body: string) =>
	sentimentOf(body).signals.filter(({ riskLevel }) => riskLevel === 'critical');

describe('critical words by inflection, denial or chance are no critical event:', () => {
	it.each([
		'Where do the records go after the nightly job? I would like to document it.',
		'The number of open contacts went from 900 to 40 thanks to your filter.',
		'Restore test of Friday: files lost: 0, duration 12 minutes.',
		'Datenverlust: keiner. Rücksicherung in vier Minuten.',
		'Please delete all contacts that came with the import of Monday.',
		'Where do I find the data loss clause of the contract?',
		'Are projects deleted after 24 months without a login?',
		'What is the maximum data loss we have to expect under the plan?',
		'One of our users can’t open the calendar, which role does she need?',
	])('%s', (body) => {
		expect(criticalIn(body)).toEqual([]);
		expect(sentimentOf(body).score).toBeLessThan(80);
	});
});

describe('the events themselves are:', () => {
	it.each([
		'All our records are gone since the update.',
		'Where did all our data go?',
		'Since the update, files are lost every day.',
		'Unsere Daten sind verschwunden.',
		'Nobody can log in, the whole site is down.',
	])('%s', (body) => {
		expect(criticalIn(body).length).toBeGreaterThan(0);
		expect(sentimentOf(body).score).toBeGreaterThanOrEqual(80);
	});
});

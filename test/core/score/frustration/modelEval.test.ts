import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../eval/calibrate';
import { areaUnderCurve, ratesAt, recallAtTop } from '../../../eval/measures';
import { reportOf } from '../../../eval/report';
import { isKeptAside, ownTickets, readCsv } from '../../../eval/rows';

describe('the measures', () => {
	it('give 1 to a perfect order, 0.5 to a tie, 0 to the reverse', () => {
		expect(areaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1])).toBe(1);
		expect(areaUnderCurve([1, 1, 1, 1], [0, 0, 1, 1])).toBe(0.5);
		expect(areaUnderCurve([4, 3, 2, 1], [0, 0, 1, 1])).toBe(0);
	});

	it('count the threshold itself as frustrated', () => {
		expect(ratesAt([65, 64, 65, 10], [1, 1, 0, 0], 65)).toEqual({
			recall: 0.5,
			falsePositiveRate: 0.5,
			f1: 0.5,
		});
	});

	it('look at the top share of all rows', () => {
		expect(recallAtTop([9, 8, 1, 2, 3], [1, 0, 1, 0, 0], 0.2)).toBe(0.5);
	});
});

describe('the calibration', () => {
	/** Frustrated tickets grow more frequent with the value: none at -3, 20 of 100 at -2, all from 2 on. */
	const values: number[] = [];
	const labels: number[] = [];
	for (let value = -4; value <= 5; value++) {
		for (let index = 0; index < 100; index++) {
			values.push(value + index / 1000);
			labels.push(index % 10 < 2 * (value + 3) ? 1 : 0);
		}
	}
	const scored = (perValue: number) =>
		labels.map((label, index) => ({ label, score: 65 + perValue * (values[index] ?? 0) }));
	const { threshold, steepnessAbove } = calibrate(values, scored(5));

	it('puts 65 as high as may be while 90.5 % of the frustrated tickets reach it', () => {
		expect(ratesAt(values, labels, threshold).recall).toBeCloseTo(0.905, 2);
	});

	it('makes at least three quarters of the tickets scored 65 to 72 frustrated ones', () => {
		const score = (value: number) =>
			100 / (1 + Math.exp(-((value - threshold) * steepnessAbove + Math.log(0.65 / 0.35))));
		const band = labels.filter(
			(_, index) => (values[index] ?? 0) >= threshold && score(values[index] ?? 0) < 83.75,
		);
		expect(band.filter((label) => label === 1).length / band.length).toBeGreaterThanOrEqual(0.75);
	});

	it('rises below it as the scores do that people gave', () => {
		const flat = calibrate(values, scored(5)).steepnessBelow;
		expect(calibrate(values, scored(12)).steepnessBelow).toBeGreaterThan(flat);
	});
});

describe('a CSV file', () => {
	it('may quote commas, line breaks and quotes', () => {
		const [first, second] = readCsv(
			'label,text,acceptTopics\r\n1,"It said ""no"", twice\nand stopped",billing|export\r\n0,fine,\r\n',
		);
		expect(first).toMatchObject({
			label: 1,
			text: 'It said "no", twice\nand stopped',
			acceptTopics: ['billing', 'export'],
		});
		expect(second).toMatchObject({ label: 0, text: 'fine' });
	});

	it('says which columns it lacks', () => {
		expect(() => readCsv('a,b\n1,2\n')).toThrow('"label" and "text"');
	});
});

describe('our own tickets', () => {
	const tickets = ownTickets();

	it('are at least 600 with ids of their own, and scores that agree with the labels', () => {
		expect(tickets.length).toBeGreaterThanOrEqual(600);
		expect(new Set(tickets.map(({ id }) => id)).size).toBe(tickets.length);
		for (const { label, score } of tickets) expect((score ?? 0) >= 65).toBe(label === 1);
	});

	it('keep about a quarter aside, the same story in every language together', () => {
		const aside = tickets.filter(isKeptAside);
		expect(aside.length / tickets.length).toBeGreaterThan(0.2);
		expect(aside.length / tickets.length).toBeLessThan(0.3);
		const story = tickets.filter(({ kind, lang }) => kind === 'churn-threat' && lang !== 'en');
		expect(new Set(story.map(isKeptAside)).size).toBe(1);
	});
});

describe('a report', () => {
	const rows = [
		{ label: 1, kind: 'a', topic: 'billing', acceptTopics: ['export'] },
		{ label: 1, kind: 'b', topic: 'billing' },
		{ label: 0, kind: 'a', topic: 'data' },
		{ label: null, kind: 'a', topic: 'data' },
	];
	const results = [
		{ score: 90, topic: 'export', signals: 1 },
		{ score: 66, topic: 'billing', signals: 0 },
		{ score: 81, topic: 'ui', signals: 2 },
		{ score: 10, topic: 'data', signals: 0 },
	];
	const report = reportOf(rows, results);

	it('counts rows without a label for the topic alone, and takes other topics that are as good', () => {
		expect(report).toMatchObject({ n: 3, positives: 2, topicAccuracy: 0.75 });
	});

	it('says how sure each band is, how precise 80 is and which alerts have a quote', () => {
		expect(report.precisionAt80).toBe(0.5);
		expect(report.evidenceShare).toBe(0.5);
		expect(report.reliability['65-72']).toEqual({ share: 1, n: 1 });
		expect(report.reliability['0-19']).toEqual({ share: null, n: 0 });
	});

	it('gives each kind its own rates, and no languages where there are none', () => {
		expect(report.byKind?.a).toMatchObject({ n: 2, recallAt65: 1, falsePositiveRateAt65: 1 });
		expect(report).not.toHaveProperty('byLang');
	});
});

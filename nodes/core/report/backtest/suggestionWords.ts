import { shown } from '../../text/shown';
import { formatMoney } from '../../values/wording';
import { shownCount, shownRate } from '../accountWords';
import { ruleNames, thresholdsOf } from '../gateRules';
import type { ReportSection } from '../types';
import type { Capacity, Option, Suggestion } from './suggest';

/** Says which thresholds fit a team, and shows what those beside them would have brought. */
export function suggestionSection(suggestion: Suggestion, { from, to }: Capacity): ReportSection {
	const title = `Rules for ${from} to ${to} alerts per manager and working day`;
	if (suggestion.kind === 'none') {
		return { title, lines: [`Nothing is suggested. ${suggestion.because}.`] };
	}
	if (suggestion.kind === 'fits') {
		const { average, busiest } = suggestion.current;
		return {
			title,
			lines: [
				`These rules fit as they are: ${shownRate(average)} a day on average, ${shownRate(busiest)} for the busiest manager.`,
			],
		};
	}
	const { best, current, moves, scores, floors } = suggestion;
	const names = [...ruleNames(moves.map((move) => move.from)).values()];
	const fit =
		best.distance === 0
			? 'With these thresholds the team would have had what it can handle'
			: 'No thresholds of these rules fit; these come nearest';
	return {
		title,
		lines: [
			...moves.map(
				(move, index) =>
					`${shown(names[index], 80) ?? 'Rule'}: move it from ${thresholdsOf(move.from)} to ${thresholdsOf(move.to)}.`,
			),
			`${fit}: ${shownRate(best.average)} a day on average and ${shownRate(best.busiest)} for the busiest manager, instead of ${shownRate(current.average)} and ${shownRate(current.busiest)}; ${shownCount(best.alerts)} alerts in all instead of ${shownCount(current.alerts)}.`,
			`The threshold that helps most is moved first, and each only as far as needed. What other thresholds of ${shown(names[0], 80) ?? 'the first rule'} would bring, everything else as suggested:`,
		],
		table: {
			isFolded: true,
			columns: [
				{ title: `Thresholds of ${shown(names[0], 60) ?? 'the rule'}` },
				{ title: 'Average', isNumber: true },
				{ title: 'Busiest', isNumber: true },
				{ title: 'Alerts', isNumber: true },
				{ title: 'Fits' },
			],
			rows: [
				...scores.map(({ minScore, option }) => [`score ${minScore}`, ...cells(option)]),
				...floors.map(({ floor, option }) => [`MRR ${formatMoney(floor)}`, ...cells(option)]),
			],
		},
	};
}

function cells({ average, busiest, alerts, distance }: Option): string[] {
	return [
		shownRate(average),
		shownRate(busiest),
		shownCount(alerts),
		distance === 0 ? 'yes' : 'no',
	];
}

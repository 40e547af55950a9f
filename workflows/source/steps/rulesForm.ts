import type { NodeOptions } from '../canvas/canvas.ts';
import { ending } from './formEnding.ts';

/** The node whose fields say what is tried. */
export const RULES_FORM = 'Try Rules';

const TITLE = 'Try rules on your history';

const number = (fieldName: string, fieldLabel: string, value: number) => ({
	fieldLabel,
	fieldName,
	fieldType: 'number',
	defaultValue: String(value),
	requiredField: true,
});

/** Of an empty number n8n makes 0, of an empty text nothing. */
const optional = (fieldName: string, fieldLabel: string, placeholder: string) => ({
	fieldLabel,
	fieldName,
	fieldType: 'text',
	placeholder,
});

/** Options of a form that asks for a period, what the team can handle, and a change of one rule. */
export const chooseRules: NodeOptions = {
	disabled: true,
	parameters: {
		authentication: 'basicAuth',
		formTitle: TITLE,
		formDescription:
			'What the current rules, or a change of them, would have done with the tickets of the last days. Nothing is changed, and nobody is alerted.',
		formFields: {
			values: [
				number('days', 'Days back', 90),
				number('from', 'Alerts per manager a day, from', 3),
				number('to', 'Alerts per manager a day, to', 8),
				optional('rule', 'Rule to change (optional)', 'e.g. Frustrated paying account'),
				optional('score', 'Its minimum score (optional)', 'e.g. 70'),
				optional('mrr', 'Its MRR floor (optional)', 'e.g. 1000'),
			],
		},
		options: { appendAttribution: false, buttonLabel: 'Try', path: 'cs-alerts/try-rules' },
	},
};

/** Options of the report on what the form says. */
export const backtest: NodeOptions = {
	parameters: {
		operation: 'backtest',
		days: '={{ $json.days }}',
		rulesFrom: 'log',
		changes: {
			change: [
				{ rule: '={{ $json.rule }}', threshold: 'minScore', value: '={{ $json.score }}' },
				{ rule: '={{ $json.rule }}', threshold: 'mrr', value: '={{ $json.mrr }}' },
			],
		},
		capacityFrom: '={{ $json.from }}',
		capacityTo: '={{ $json.to }}',
	},
	onError: 'continueErrorOutput',
};

/** Options of the form's last page, when there is a report. */
export const showResult: NodeOptions = {
	parameters: {
		operation: 'completion',
		respondWith: 'showText',
		responseText: '={{ $json.report.html }}',
	},
};

/** Options of the form's last page, when what was filled in could not be tried. */
export const showProblem: NodeOptions = ending(
	TITLE,
	'The rules were not tried',
	'={{ $json.error.message }}',
);

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { checkSettings, DEFAULT_GATE, type GateSettings } from '../core/gate';
import { changeRules, readSettings, type RuleChange } from '../core/report/gateRules';
import { countOf } from '../core/values/wording';
import type { TicketLog } from '../log/ticketLog';
import { readRuleRows, ruleProperties } from '../shared/ruleRows';
import { currentGate, knownGate } from './loggedGate';

const show = (more: Record<string, string[]> = {}) => ({
	show: { operation: ['backtest'], ...more },
});

export const backtestProperties: INodeProperties[] = [
	{
		displayName: 'Rules',
		name: 'rulesFrom',
		type: 'options',
		displayOptions: show(),
		options: [
			{
				name: 'Current Rules, From the Log',
				value: 'log',
				description: 'Those of the Threshold Gate that decided last',
			},
			{
				name: 'Rows',
				value: 'rows',
				description: 'Rules filled in here as in Threshold Gate, from a preset on',
			},
			{
				name: 'Given as JSON',
				value: 'json',
				description: 'Rules from elsewhere, such as those a report suggested',
			},
		],
		default: 'log',
		description:
			'Which rules the logged tickets are replayed against. What the gate does around its rules, such as its currency and its policies, is as in the gate that decided last, where the log has it.',
	},
	...ruleProperties({ '/operation': ['backtest'], '/rulesFrom': ['rows'] }),
	{
		displayName: 'Rules as JSON',
		name: 'rulesJson',
		type: 'json',
		displayOptions: show({ rulesFrom: ['json'] }),
		default:
			'[\n  { "name": "Frustrated paying account", "minScore": 65, "mrrAtLeast": 1000 },\n  { "name": "Critical ticket", "minScore": 80 },\n  { "name": "Renewal is near", "minScore": 50, "renewalWithinDays": 60 }\n]',
		required: true,
		description:
			'A list of rules as the report’s figures give them out, or an object with rules and the policies of the gate',
	},
	{
		displayName: 'Changes to Try',
		name: 'changes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: show({ rulesFrom: ['log', 'json'] }),
		placeholder: 'Add Change',
		default: {},
		description: 'Thresholds of these rules that are changed before they are tried',
		options: [
			{
				displayName: 'Change',
				name: 'change',
				values: [
					{
						displayName: 'Rule',
						name: 'rule',
						type: 'string',
						default: '',
						placeholder: 'e.g. Frustrated paying account',
						description: 'Name of the rule, as the gate has it',
					},
					{
						displayName: 'Threshold',
						name: 'threshold',
						type: 'options',
						options: [
							{ name: 'Minimum Score', value: 'minScore' },
							{ name: 'MRR Floor', value: 'mrr' },
						],
						default: 'minScore',
						description: 'What of the rule is changed',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 70,
						description: 'A score from 0 to 100, or an MRR per month',
					},
				],
			},
		],
	},
	{
		displayName: 'Re-Score Old Versions',
		name: 'rescore',
		type: 'boolean',
		displayOptions: show(),
		default: false,
		description:
			'Whether to score messages again that another version of the word list or model had scored, as far as the log still has their text. Built-In does it, with the word list as it comes; a chat model is never asked.',
	},
];

/** As given: an expression may make anything of a field. */
interface ChangeRow {
	rule: unknown;
	threshold: 'minScore' | 'mrr';
	value: unknown;
}

/** The rules to try. */
export interface TriedRules {
	gate: GateSettings;
	/** What they are called. */
	rulesName: string;
	/** What their reader has to know of them, one sentence each. */
	rulesNotes: string[];
}

/**
 * Reads which rules to try.
 * @throws Error saying what to do, when there are none, one was not found, or one could never be meant that way
 */
export async function readRules(
	context: IExecuteFunctions,
	itemIndex: number,
	log: TicketLog,
): Promise<TriedRules> {
	const from = context.getNodeParameter('rulesFrom', itemIndex) as 'log' | 'rows' | 'json';
	if (from === 'log') {
		return changed(context, itemIndex, {
			gate: await currentGate(log),
			rulesName: 'current rules',
			rulesNotes: [],
		});
	}
	const known = await knownGate(log);
	const base = known ?? { ...DEFAULT_GATE, timeZone: context.getTimezone() };
	const rulesNotes = [
		known === undefined
			? 'What the gate does around its rules, such as its currency, exchange rates and policies, is not in the log; it counts here as Threshold Gate comes.'
			: 'What the gate does around its rules, such as its currency, exchange rates and policies, counts here as in the gate that decided last.',
	];
	if (from === 'rows') {
		const gate = { ...base, rules: readRuleRows(context, itemIndex) };
		checkSettings(gate);
		return { gate, rulesName: 'given rules', rulesNotes };
	}
	const gate = readSettings(parsed(context.getNodeParameter('rulesJson', itemIndex)), base);
	return changed(context, itemIndex, { gate, rulesName: 'given rules', rulesNotes });
}

function changed(
	context: IExecuteFunctions,
	itemIndex: number,
	{ gate, rulesName, rulesNotes }: TriedRules,
): TriedRules {
	const rows = context.getNodeParameter('changes.change', itemIndex, []) as ChangeRow[];
	const changes = rows.filter(({ value }) => !isBlank(value)).map(toChange);
	if (changes.length === 0) return { gate, rulesName, rulesNotes };
	return {
		gate: changeRules(gate, changes),
		rulesName: `${rulesName} with ${countOf(changes.length, 'change')}`,
		rulesNotes,
	};
}

/** A form hands on what was left empty: such a change is none. */
const isBlank = (value: unknown) => String(value ?? '').trim() === '';

function toChange({ rule, threshold, value }: ChangeRow): RuleChange {
	if (isBlank(rule)) {
		throw new Error('Changes to Try: Rule is empty. Name the rule that is changed, or empty Value');
	}
	const number = Number(value);
	if (!Number.isFinite(number)) {
		throw new Error(
			`Changes to Try: Value of the rule "${String(rule)}" must be a number, without a currency or commas`,
		);
	}
	return { rule: String(rule), [threshold]: number };
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const read = jsonOf(value);
	if (read === undefined) {
		throw new Error('Rules as JSON is no JSON. Check its brackets, commas and quotation marks');
	}
	return read;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

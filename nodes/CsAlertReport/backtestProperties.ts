import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { changeRules, readSettings, type RuleChange } from '../core/report/gateRules';
import type { GateSettings } from '../core/gate';
import { countOf } from '../core/values/wording';
import type { TicketLog } from '../log/ticketLog';

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
			{ name: 'Given as JSON', value: 'json', description: 'Rules that no gate has yet' },
		],
		default: 'log',
		description: 'Which rules the logged tickets are replayed against',
	},
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
		displayOptions: show(),
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
];

/** As given: an expression may make anything of a field. */
interface ChangeRow {
	rule: unknown;
	threshold: 'minScore' | 'mrr';
	value: unknown;
}

/**
 * The rules to try, and what they are called.
 * @throws Error saying what to do, when there are none or one was not found
 */
export async function readRules(
	context: IExecuteFunctions,
	itemIndex: number,
	log: TicketLog,
): Promise<{ gate: GateSettings; rulesName: string }> {
	const isGiven = context.getNodeParameter('rulesFrom', itemIndex) === 'json';
	const given = isGiven
		? readSettings(parsed(context.getNodeParameter('rulesJson', itemIndex)))
		: await currentRules(log);
	const rows = context.getNodeParameter('changes.change', itemIndex, []) as ChangeRow[];
	const changes = rows.filter(({ value }) => !isBlank(value)).map(toChange);
	const gate = changeRules(given, changes);
	const name = isGiven ? 'given rules' : 'current rules';
	const rulesName =
		changes.length === 0 ? name : `${name} with ${countOf(changes.length, 'change')}`;
	return { gate, rulesName };
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

/** The rules of the gate that decided last. */
async function currentRules(log: TicketLog): Promise<GateSettings> {
	const hash = await log.newestGateConfig();
	if (hash === undefined) {
		throw new Error(
			'The log has no decided ticket yet, so the current rules are not known. Let tickets come in first, or choose Given as JSON under Rules',
		);
	}
	const stored = await log.gateConfig(hash);
	if (stored === undefined) {
		throw new Error(
			'The log does not hold the rules of the gate that decided last. Set History to From the Log in Threshold Gate, or choose Given as JSON under Rules',
		);
	}
	return readSettings(stored);
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

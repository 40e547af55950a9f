import { shown } from '../text/shown';
import { isTimeZone } from '../values/zonedTime';
import { currencyProblem } from './conditions/money';
import { conditionsOf } from './conditions/table';
import { whatItAsks } from './identity';
import type { ExchangeRate, GateRule, GateSettings } from './settings';

/**
 * Checks settings that an admin edited.
 * @throws Error naming the row and the field in plain words, when they could never be meant that way
 */
export function checkSettings(settings: GateSettings): void {
	checkRules(settings.rules, settings.currency);
	const currency = currencyProblem(settings.currency);
	if (currency !== undefined) throw new Error(`Currency of the Rules ${currency}`);
	checkRates(settings.rates, settings.currency);
	if (!isTimeZone(settings.timeZone)) {
		throw new Error(
			`Time Zone "${shown(settings.timeZone, 60) ?? ''}" is not known. Use a name such as Europe/Berlin, or leave the field empty for the time zone of the workflow`,
		);
	}
	if (!isWithin(settings.worseByPoints, 1, 100)) {
		throw new Error('Alert Again When Worse By must be a number from 1 to 100');
	}
	const { incident } = settings;
	if (incident !== undefined && !isWithin(incident.accounts, 2, 1000)) {
		throw new Error('Accounts of an Incident must be a number from 2 to 1000');
	}
	if (incident !== undefined && !isWithin(incident.minutes, 1, 1440)) {
		throw new Error('Minutes of an Incident must be a number from 1 to 1440');
	}
}

function checkRules(rules: readonly GateRule[], currency: string): void {
	if (rules.length === 0) {
		throw new Error('The gate has no rules. Add at least one row under Rules');
	}
	rules.forEach((rule, index) => {
		const problem = ruleProblem(rule);
		if (problem !== undefined) throw new Error(`${rowName(rule, index)}: ${problem}`);
	});
	const seen = new Map<string, number>();
	rules.forEach((rule, index) => {
		const asked = JSON.stringify(whatItAsks(rule, currency));
		const first = seen.get(asked);
		if (first !== undefined) {
			throw new Error(
				`Rules ${first + 1} and ${index + 1} ask for the same. Change one of them, or delete it`,
			);
		}
		seen.set(asked, index);
	});
}

function ruleProblem(rule: GateRule): string | undefined {
	if (!isWithin(rule.minScore, 0, 100)) return 'Minimum Score must be a number from 0 to 100';
	const conditions = conditionsOf(rule);
	if (rule.minScore === 0 && conditions.length === 0) {
		return 'would alert on every ticket. Set a Minimum Score above 0, or add a condition';
	}
	const wrong = conditions.find(({ problem }) => problem !== undefined);
	if (wrong !== undefined) return `${wrong.label} ${wrong.problem}`;
	if (rule.currency === undefined) return undefined;
	const currency = currencyProblem(rule.currency);
	if (currency !== undefined) return `Currency of the MRR ${currency}`;
	return conditions.some(({ isMoney }) => isMoney)
		? undefined
		: 'Currency of the MRR is set, but the rule asks for no MRR. Add MRR at Least, or remove the currency';
}

function checkRates(rates: readonly ExchangeRate[], home: string): void {
	const seen = new Set([home]);
	rates.forEach(({ currency, worth }, index) => {
		const row = `Exchange Rate ${index + 1}`;
		const problem = currencyProblem(currency);
		if (problem !== undefined) throw new Error(`${row}: Currency ${problem}`);
		if (!(Number.isFinite(worth) && worth > 0)) {
			throw new Error(`${row}: Worth must be a number above 0`);
		}
		if (currency === home) {
			throw new Error(`${row}: ${home} is the currency of the rules and needs no rate`);
		}
		if (seen.has(currency)) throw new Error(`${row}: ${currency} has a rate already`);
		seen.add(currency);
	});
}

function rowName({ name }: GateRule, index: number): string {
	const told = shown(name, 60);
	return told === undefined ? `Rule ${index + 1}` : `Rule ${index + 1} ("${told}")`;
}

function isWithin(value: number, least: number, most: number): boolean {
	return Number.isFinite(value) && value >= least && value <= most;
}

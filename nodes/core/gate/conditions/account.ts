import { isObject } from '../../item/fields';
import type { Account } from '../../item/types';
import { quoted, shown } from '../../text/shown';
import { countOf, formatDaysAhead } from '../../values/wording';
import type { FieldCondition } from '../settings';
import { asItIs, fromTo, unknown, type Check, type Condition } from './condition';

/**
 * A renewal date that has passed says nothing of the next renewal, so it counts as unknown: the CRM
 * was not kept up, or the contract has just lapsed, and both are worth a look.
 */
export const renewalWithinDays: Condition<number> = {
	label: 'Renewal Within Days',
	problem: fromTo(0),
	id: (days) => `renewal within ${days}`,
	words: (days) => `a renewal within ${countOf(days, 'day')}`,
	canonical: asItIs,
	check: (most, { account, daysAhead }) => {
		const fact = 'renewal date';
		const days = daysAhead(account?.renewalDate);
		if (days === undefined) return unknown(fact);
		if (days < 0) {
			return { text: `the renewal is overdue: its date passed ${formatDaysAhead(days)}`, fact };
		}
		const holds = days <= most;
		return {
			holds,
			text: `renewal ${formatDaysAhead(days)} is ${holds ? 'within' : 'later than'} ${countOf(most, 'day')}`,
		};
	},
};

export const healthBelow: Condition<number> = {
	label: 'Health Below',
	problem: fromTo(0, 100),
	id: (score) => `health below ${score}`,
	words: (score) => `a health score below ${score}`,
	canonical: asItIs,
	check: (limit, { account }) => {
		const health = account?.healthScore;
		if (health === undefined || !Number.isFinite(health)) return unknown('health score');
		const holds = health < limit;
		return { holds, text: `health ${health} is ${holds ? 'below' : 'not below'} ${limit}` };
	},
};

export const healthDrop: Condition<number> = {
	label: 'Health Dropped by',
	problem: fromTo(1, 100),
	id: (points) => `health dropped by ${points}`,
	words: (points) => `a health score that fell by ${countOf(points, 'point')} or more`,
	canonical: asItIs,
	check: (least, { account }) => {
		const change = account?.healthChange;
		if (change === undefined || !Number.isFinite(change.points)) return unknown('health change');
		const fallen = Math.max(0, -change.points);
		const holds = fallen >= least;
		const days = Number.isFinite(change.days) ? ` in ${countOf(change.days, 'day')}` : '';
		return {
			holds,
			text: `health fell ${countOf(fallen, 'point')}${days}, ${holds ? 'at least' : 'fewer than'} ${least}`,
		};
	},
};

export const accountFields: Condition<readonly FieldCondition[]> = {
	label: 'Account Fields',
	problem: (fields) =>
		fields.length > 0 &&
		fields.every(({ field, values }) => pathOf(field).length > 0 && valuesOf(values).length > 0)
			? undefined
			: 'must name a field and at least one value',
	id: (fields) => fields.map(({ field, values }) => `${field} ${values.join(' ')}`).join(' '),
	words: (fields) => fields.map(fieldWords).join(' and '),
	canonical: (fields) =>
		fields
			.map(({ field, values }) => [pathOf(field).join('.'), valuesOf(values)] as const)
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
	check: (fields, { account }) => {
		const checks = fields.map((field) => checkField(field, account));
		const failed = checks.find(({ holds }) => holds === false);
		const open = checks.find(({ holds }) => holds === undefined);
		return failed ?? open ?? { holds: true, text: checks.map(({ text }) => text).join(' and ') };
	},
};

function checkField({ field, values }: FieldCondition, account: Account | undefined): Check {
	const name = shown(pathOf(field).join('.')) ?? 'account field';
	const own = textsAt(account, pathOf(field));
	const told = listed(own);
	if (told === undefined) return unknown(name);
	const wanted = new Set(valuesOf(values));
	const holds = valuesOf(own).some((value) => wanted.has(value));
	return {
		holds,
		text: holds ? `${name} is ${told}` : `${name} ${told} is not ${listed(values) ?? ''}`,
	};
}

function fieldWords({ field, values }: FieldCondition): string {
	return `${shown(pathOf(field).join('.')) ?? ''} ${listed(values) ?? ''}`;
}

/** The names on the way to a field; "account." in front is no part of it. */
function pathOf(field: string): string[] {
	const names = namesIn(field);
	return names.length > 1 && plain(names[0] ?? '') === 'account' ? names.slice(1) : names;
}

function namesIn(text: string): string[] {
	return text
		.split('.')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

/** What stands there: what the account itself has, else the field of that name, which may have dots in it. */
function textsAt(account: Account | undefined, path: readonly string[]): string[] {
	const own = textsIn(path.reduce<unknown>((value, name) => entryOf(value, name), account));
	if (own.length > 0) return own;
	const isFull = path.length > 1 && plain(path[0] ?? '') === 'fields';
	return textsIn(entryOf(account?.fields, (isFull ? path.slice(1) : path).join('.')));
}

/** Only what an object itself has: no name leads to what every object has. The very name goes before one in other letters. */
function entryOf(value: unknown, name: string): unknown {
	if (!isObject(value)) return undefined;
	if (Object.hasOwn(value, name)) return value[name];
	const wanted = plain(name);
	const found = Object.keys(value).find((key) => plain(namesIn(key).join('.')) === wanted);
	return found === undefined ? undefined : value[found];
}

function textsIn(value: unknown): string[] {
	return [value].flat().flatMap((one) => {
		if (typeof one === 'string') return one.trim() === '' ? [] : [one];
		return typeof one === 'boolean' || (typeof one === 'number' && Number.isFinite(one))
			? [String(one)]
			: [];
	});
}

/** As they are compared, each once and in order. */
function valuesOf(values: readonly string[]): string[] {
	return [...new Set(values.map(plain))].filter((value) => value !== '').sort();
}

function plain(text: string): string {
	return text.normalize('NFC').trim().toLowerCase();
}

function listed(values: readonly string[]): string | undefined {
	const told = values.flatMap((value) => quoted(value, 60) ?? []);
	return told.length === 0 ? undefined : told.join(' or ');
}

import type { AccountFacts, Delivery } from '../item/types';
import { shown } from '../text/shown';
import { formatMoney, formatNumber } from '../values/wording';
import { formatDay, type Regional } from '../values/wordedTime';
import type { AlertInput } from './occasion';

/** What has changed since an alert was last sent whole, e.g. "Health 51/100, before 58/100"; empty where nothing did. */
export function changesSince(
	sent: Delivery['sent'],
	{ sentiment, account, gate }: AlertInput,
	now: Date,
	regional: Regional,
): string[] {
	if (sent === undefined) return [];
	const [facts, before] = [factsOf(account), factsOf(sent.account)];
	const ofHundred = (value: number) => `${formatNumber(value, regional.locale)}/100`;
	const money =
		({ currency }: AccountFacts) =>
		(value: number) =>
			formatMoney(value, currency, regional.locale);
	const day = (value: string) => formatDay(value, now, regional) ?? value;
	return [
		changed('Frustration', sentiment?.score, sent.sentiment?.score, ofHundred),
		changed('Severity', gate.severity, sent.gate?.severity, String),
		changed('Topic', shown(sentiment?.topic, 60), shown(sent.sentiment?.topic, 60), String),
		changed('Health', facts.healthScore, before.healthScore, ofHundred),
		changed('MRR', facts.mrr, before.mrr, money(facts), money(before)),
		changed('Renewal', facts.renewalDate, before.renewalDate, day),
	].filter((line) => line !== undefined);
}

/** Absent where one side is unknown or both are the same. */
function changed<T>(
	what: string,
	now: T | undefined,
	before: T | undefined,
	text: (value: T) => string,
	textBefore = text,
): string | undefined {
	if (now === undefined || before === undefined || now === before) return undefined;
	return `${what} ${text(now)}, before ${textBefore(before)}`;
}

const factsOf = (account: AlertInput['account']): AccountFacts =>
	account?.status === 'matched' ? account : {};

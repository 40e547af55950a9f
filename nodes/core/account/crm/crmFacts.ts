import { readAccountFields } from '../../item/accountFields';
import type { Owner } from '../../item/types';
import { comparableEmail } from '../email';
import { readDate, readMoney, type ValueReading } from '../../values/cells';
import { trimmedTextOf } from '../../values/text';
import { companyHostsOf } from '../websites';
import { readIds } from '../table/lists';
import { monthlyFromYearly, readCurrency, readHealthScore, type AccountRow } from '../table/rows';

/** What a CRM answered for one account, before anything is made of it. */
export interface CrmValues {
	id: string;
	name?: unknown;
	parentId?: unknown;
	mrr?: unknown;
	currency?: unknown;
	renewalDate?: unknown;
	healthScore?: unknown;
	ownerName?: unknown;
	ownerEmail?: unknown;
	/** False when the CRM deactivated the owner's user; absent when it does not say. */
	ownerIsActive?: boolean;
	/** Websites and mail domains, each one text. */
	domains?: unknown[];
	/** What the helpdesk calls this customer's organization. */
	organizations?: unknown;
	url?: string;
	/** What else an admin asked for, by the field's own name. */
	fields?: ReadonlyArray<readonly [name: string, value: unknown]>;
}

export interface CrmReading {
	/** Whether the field the MRR is read from holds a monthly or a yearly amount. */
	mrrPeriod: 'month' | 'year';
	/** ISO 4217, for amounts whose currency the CRM does not name. */
	defaultCurrency?: string;
}

/**
 * Makes a known account of a CRM's answer. A fact the CRM does not know is absent.
 * @returns the account, and in plain words each value that could not be understood
 */
export function readCrmAccount(
	values: CrmValues,
	reading: CrmReading,
): { account: AccountRow; problems: string[] } {
	const problems: string[] = [];
	const take = <T>(fact: string, { value, problem }: ValueReading<T>): T | undefined => {
		if (problem !== undefined) problems.push(`Account ${values.id}, ${fact}: ${problem}`);
		return value;
	};
	const money = take('MRR', readMoney(values.mrr));
	const currency = take('currency', readCrmCurrency(values.currency, money?.currency, reading));
	const account: AccountRow = {
		id: values.id,
		domains: hostsOf(values.domains ?? []),
		contacts: [],
	};
	const facts = {
		name: trimmedTextOf(values.name),
		parentId: trimmedTextOf(values.parentId),
		mrr: money && (reading.mrrPeriod === 'year' ? monthlyFromYearly(money.amount) : money.amount),
		currency: money && currency,
		renewalDate: take('renewal date', readDate(values.renewalDate)),
		healthScore: take('health score', readHealthScore(values.healthScore)),
		organizations: readIds(values.organizations),
		url: values.url,
		fields: readAccountFields(values.fields ?? []),
		...readOwner(values),
	};
	for (const [fact, value] of Object.entries(facts)) {
		if (value !== undefined) Object.assign(account, { [fact]: value });
	}
	return { account, problems };
}

/** A deactivated user reads no alerts, so the account has no owner, and says whose it was. */
function readOwner(values: CrmValues): Pick<AccountRow, 'owner' | 'inactiveOwner'> {
	const name = trimmedTextOf(values.ownerName);
	const email = comparableEmail(values.ownerEmail);
	if (name === undefined && email === undefined) return {};
	const owner: Owner = {
		...(name !== undefined && { name }),
		...(email !== undefined && { email }),
	};
	return values.ownerIsActive === false ? { inactiveOwner: owner } : { owner };
}

/** The record's currency, else the one written beside the amount, else the one that is set; none where two differ. */
function readCrmCurrency(
	cell: unknown,
	written: string | undefined,
	{ defaultCurrency }: CrmReading,
): ValueReading<string> {
	const { value: named, problem } = readCurrency(cell);
	if (problem !== undefined) return { problem };
	if (named !== undefined && written !== undefined && named !== written) {
		return { problem: `the amount is in ${written}, but the field says ${named}` };
	}
	return { value: named ?? written ?? defaultCurrency };
}

function hostsOf(values: unknown[]): string[] {
	return [
		...new Set(values.flatMap((value) => (typeof value === 'string' ? companyHostsOf(value) : []))),
	];
}

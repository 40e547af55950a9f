import { ownerKeyOf } from '../../item/ownerKey';
import { shown } from '../../text/shown';
import { ownerName } from '../accountWords';
import { byAccount, isLoss, type Outcome } from '../outcomes';
import type { LoggedAlert } from '../rows';

/** What alerts led to, as far as the log and the outcomes tell. */

/** Accounts, and what they pay per month, by currency; '' where the currency is not known. */
export interface Accounts {
	count: number;
	mrr: Record<string, number>;
	/** Accounts whose MRR is not known. */
	unknownMrr: number;
}

export interface ManagerImpact {
	/** Absent for alerts without an owner. */
	owner?: string;
	sent: number;
	answered: number;
	actedOn: number;
	/** Of the first answer, in milliseconds; absent where there was none. */
	medianAnswerMs?: number;
}

export interface Impact extends Omit<ManagerImpact, 'owner'> {
	/** Alerts that were opened, whether they arrived or not. */
	opened: number;
	useful: number;
	accounts: Accounts;
	/** Accounts whose last outcome after an alert is that they renewed or expanded. */
	saved: Accounts;
	/** The same of churned and contracted ones. */
	lost: Accounts;
	/** Accounts with an outcome after an alert that somebody acted on, and after alerts that nobody did. */
	withAction: { saved: number; lost: number };
	withoutAction: { saved: number; lost: number };
	managers: ManagerImpact[];
}

interface AlertedAccount {
	first: LoggedAlert;
	last: LoggedAlert;
	isActedOn: boolean;
}

export interface ImpactCounter {
	add(alerts: readonly LoggedAlert[]): void;
	result(): Impact;
}

export function impactCounter(outcomes: readonly Outcome[]): ImpactCounter {
	const outcomesOf = byAccount(outcomes);
	const accounts = new Map<string, AlertedAccount>();
	const [all, managers] = [answerCounter(), new Map<string, ReturnType<typeof answerCounter>>()];
	let opened = 0;
	let useful = 0;
	const add = (alert: LoggedAlert) => {
		opened += 1;
		if (alert.verdict === 'useful') useful += 1;
		all.add(alert);
		const owner = ownerKeyOf(alert.owner) ?? '';
		const manager = managers.get(owner) ?? answerCounter(alert);
		managers.set(owner, manager);
		manager.add(alert);
		const { accountId } = alert;
		if (accountId === undefined || alert.deliveredAt === undefined) return;
		const known = accounts.get(accountId);
		accounts.set(accountId, {
			first: known?.first ?? alert,
			last: alert,
			isActedOn: (known?.isActedOn ?? false) || isActedOn(alert),
		});
	};
	return {
		add: (alerts) => alerts.forEach(add),
		result: () => {
			const ended = [...accounts].flatMap(([accountId, account]) => {
				const after = (outcomesOf.get(accountId) ?? []).filter(
					({ end }) => end >= account.first.openedAt,
				);
				const last = after.at(-1);
				return last === undefined ? [] : [{ account, isLost: isLoss(last) }];
			});
			const endings = (isActedOn: boolean) => {
				const some = ended.filter(({ account }) => account.isActedOn === isActedOn);
				const lost = some.filter(({ isLost }) => isLost).length;
				return { saved: some.length - lost, lost };
			};
			const alertsOf = (isLost: boolean) =>
				ended.flatMap((one) => (one.isLost === isLost ? [one.account.last] : []));
			return {
				opened,
				useful,
				...all.result(),
				accounts: accountsOf([...accounts.values()].map(({ last }) => last)),
				saved: accountsOf(alertsOf(false)),
				lost: accountsOf(alertsOf(true)),
				withAction: endings(true),
				withoutAction: endings(false),
				managers: [...managers.values()]
					.map((manager) => manager.result())
					.sort((a, b) => b.sent - a.sent),
			};
		},
	};
}

/** Somebody said that it was useful, or took it up and did not say that it was noise or not theirs. */
export function isActedOn({ acknowledgedAt, verdict }: LoggedAlert): boolean {
	return verdict === 'useful' || (verdict === undefined && acknowledgedAt !== undefined);
}

function answerCounter(one?: LoggedAlert) {
	const counts = { sent: 0, answered: 0, actedOn: 0 };
	const waits: number[] = [];
	const owner = ownerName(one?.owner);
	return {
		add: (alert: LoggedAlert) => {
			const { deliveredAt, answeredAt } = alert;
			if (deliveredAt === undefined) return;
			counts.sent += 1;
			if (isActedOn(alert)) counts.actedOn += 1;
			if (answeredAt === undefined) return;
			counts.answered += 1;
			waits.push(Math.max(0, answeredAt.getTime() - deliveredAt.getTime()));
		},
		result: (): ManagerImpact => ({
			...(owner !== undefined && { owner }),
			...counts,
			medianAnswerMs: medianOf(waits),
		}),
	};
}

function accountsOf(alerts: readonly LoggedAlert[]): Accounts {
	const mrr: Record<string, number> = {};
	for (const alert of alerts) {
		if (alert.mrr === undefined) continue;
		const currency = shown(alert.currency, 10) ?? '';
		mrr[currency] = (mrr[currency] ?? 0) + alert.mrr;
	}
	const unknownMrr = alerts.filter((alert) => alert.mrr === undefined).length;
	return { count: alerts.length, mrr, unknownMrr };
}

/** Absent of none; of an even count the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number | undefined {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [
		sorted[Math.ceil(sorted.length / 2) - 1],
		sorted[Math.floor(sorted.length / 2)],
	];
	return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

import { ownerKeyOf } from '../../item/ownerKey';
import type { Owner } from '../../item/types';
import { ownerName } from '../accountWords';
import type { AlertStep } from './alertLives';

/** How many alerts came to each manager's desk, day by day. */

/** The desk of alerts whose account has no owner. */
export const NO_OWNER = '';

export interface Desk {
	/** Absent for alerts without an owner, which the fallback owner gets. */
	owner?: string;
	/** Alerts that were opened. */
	opened: number;
	/** Alerts that came again, since things got worse. */
	again: number;
	/** Alerts and alerts again, by calendar day; days without any are left out. */
	byDay: ReadonlyMap<string, number>;
}

export interface DeskCounter {
	/** Counts a message's owner in, whether an alert comes of it or not. */
	see(owner: Owner | undefined): string;
	count(owner: string, step: AlertStep, day: string): void;
	/** Busiest first; managers without any alert are there, too. */
	desks(): Desk[];
}

interface Counted extends Desk {
	byDay: Map<string, number>;
}

export function deskCounter(): DeskCounter {
	const desks = new Map<string, Counted>();
	return {
		see: (owner) => {
			const key = ownerKeyOf(owner) ?? NO_OWNER;
			if (key !== NO_OWNER && !desks.has(key)) {
				desks.set(key, { owner: ownerName(owner) ?? key, opened: 0, again: 0, byDay: new Map() });
			}
			return key;
		},
		count: (key, step, day) => {
			if (step === 'joined') return;
			const desk = desks.get(key) ?? { opened: 0, again: 0, byDay: new Map<string, number>() };
			desks.set(key, desk);
			desk[step] += 1;
			desk.byDay.set(day, (desk.byDay.get(day) ?? 0) + 1);
		},
		desks: () => [...desks.values()].sort((a, b) => alertsOn(b) - alertsOn(a)),
	};
}

/** What came to a desk: alerts, and alerts again. */
export const alertsOn = ({ opened, again }: Desk) => opened + again;

/** How much the desks carry, for each working day: what comes at the weekend lies there on Monday. */
export interface Load {
	managers: number;
	workingDays: number;
	/** Over all managers. */
	average: number;
	busiest: number;
	/** Alerts without an owner; they count for nobody's desk. */
	withoutOwner: number;
}

export function loadOf(desks: readonly Desk[], workingDays: number): Load {
	const owned = desks.filter(({ owner }) => owner !== undefined);
	const total = owned.reduce((sum, desk) => sum + alertsOn(desk), 0);
	const unowned = desks.filter(({ owner }) => owner === undefined);
	const days = Math.max(1, workingDays);
	return {
		managers: owned.length,
		workingDays,
		average: owned.length === 0 ? 0 : total / owned.length / days,
		busiest: Math.max(0, ...owned.map(alertsOn)) / days,
		withoutOwner: unowned.reduce((sum, desk) => sum + alertsOn(desk), 0),
	};
}

/** The busiest day of a desk; absent where nothing came. */
export function busiestDay({ byDay }: Desk): { day: string; alerts: number } | undefined {
	const days = [...byDay].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	const [first] = days;
	return first === undefined ? undefined : { day: first[0], alerts: first[1] };
}

import { counted } from '../report/accountWords';
import { shown } from '../text/shown';
import type { SetupCheck, SetupFacts } from './types';

/** What is not done yet although it should be, or has failed. */
export function outstandingChecks(facts: SetupFacts): SetupCheck[] {
	return [overdue(facts), undelivered(facts), failed(facts), unanswered(facts)];
}

function overdue({ overdueMessages, overdueDeliveries }: SetupFacts): SetupCheck {
	const about = { id: 'overdue', name: 'Work in time' };
	const late = [
		overdueMessages === 0
			? undefined
			: `${counted(overdueMessages, 'message')} should have been decided more than ten minutes ago`,
		overdueDeliveries === 0
			? undefined
			: `${counted(overdueDeliveries, 'alert')} should have been sent more than ten minutes ago`,
	].filter((part) => part !== undefined);
	if (late.length === 0) {
		return { ...about, status: 'ok', found: 'Nothing waits longer than it should.' };
	}
	return {
		...about,
		status: 'problem',
		found: `${late.join(', and ')}.`,
		whatToDo:
			overdueDeliveries > 0
				? 'Publish the workflow that has the CS Alert Trigger (CS Alerts), and see its executions: one may hang.'
				: 'Publish the workflow that has the Support Ticket Trigger (CS Alerts), and see its executions: one may hang.',
	};
}

function undelivered(facts: SetupFacts): SetupCheck {
	const { undelivered: count, undeliveredBecause, retried, retriedBecause } = facts;
	const about = { id: 'undelivered', name: 'Deliveries' };
	const newest = (reason: string | undefined) => {
		const because = shown(reason, 400);
		return because === undefined ? '' : ` The newest: ${because}.`;
	};
	if (count === 0 && retried === 0) {
		return { ...about, status: 'ok', found: 'No message is undelivered, tests included.' };
	}
	if (count === 0) {
		return {
			...about,
			status: 'warning',
			found: `${counted(retried, 'message')} did not arrive at the first try and ${retried === 1 ? 'waits' : 'wait'} for the next, tests included.${newest(retriedBecause)}`,
			whatToDo:
				'Where the reason does not pass by itself, mend the channel’s node in CS Alerts (credential, channel, address) and publish. A new run of Try It does not wait; for the others, run Ticket Log’s operation Try Again with Undelivered Alerts.',
		};
	}
	return {
		...about,
		status: 'problem',
		found: `${counted(count, 'message')} could not be delivered on any way, tests included.${newest(undeliveredBecause)}`,
		whatToDo:
			'Mend the channel’s node in CS Alerts (credential, channel, address), publish, then run Ticket Log’s operation Try Again with Undelivered Alerts.',
	};
}

function failed({ failed: count }: SetupFacts): SetupCheck {
	const about = { id: 'failed', name: 'Failed tickets' };
	if (count === 0) return { ...about, status: 'ok', found: 'None failed in the last 7 days.' };
	return {
		...about,
		status: 'warning',
		found: `${counted(count, 'message')} failed in the last 7 days and ${count === 1 ? 'is' : 'are'} not tried any more.`,
		whatToDo:
			'Ticket Log’s operation Get Messages with the state Failed shows the reasons. Once the cause is mended, Try Again takes them up.',
	};
}

function unanswered({ unansweredEscalations: count }: SetupFacts): SetupCheck {
	const about = { id: 'unanswered', name: 'Overdue alerts' };
	if (count === 0) {
		return { ...about, status: 'ok', found: 'No alert waits for an answer beyond its time.' };
	}
	return {
		...about,
		status: 'warning',
		found: `${counted(count, 'alert')} went to a manager and ${count === 1 ? 'is' : 'are'} still answered by nobody.`,
		whatToDo:
			'Ask the owners: each alert has a link to acknowledge or close it. See that absent owners have a delegate in cs_owners.',
	};
}

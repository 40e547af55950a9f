import { isAlive } from '../log/alive';
import { webLink } from '../values/link';
import { formatSpan } from '../values/wordedTime';
import { shown } from '../text/shown';
import type { AddressAnswer } from './addressAnswers';
import type { SetupCheck, TriggerFacts } from './types';

const DAY_MS = 86_400_000;
/** Seen last before that, it was taken away on purpose. */
const GONE_DAYS = 30;

const HELPDESKS: Readonly<Record<string, string>> = {
	zendesk: 'Zendesk',
	intercom: 'Intercom',
	freshdesk: 'Freshdesk',
	other: 'other helpdesk',
};

/** A published workflow that has no changes cannot be published again (n8n 2.41): its button is grey. */
const AGAIN = 'open its workflow, choose Unpublish under ⌄ beside Published, then publish it';

/** How a trigger is called on the page, e.g. "Zendesk". */
export function triggerName({ helpdesk = 'other' }: Pick<TriggerFacts, 'helpdesk'>): string {
	return HELPDESKS[helpdesk] ?? shown(helpdesk, 40) ?? 'other helpdesk';
}

/** Absent for one that nobody has seen for a month. */
function hasLeft({ seenAt }: TriggerFacts, now: Date): boolean {
	return now.getTime() - seenAt.getTime() > GONE_DAYS * DAY_MS;
}

/**
 * Each trigger the log has seen in the last month, and what its address answered.
 * @param answers by source, of those that live and have an address
 * @param n8nAddress of the editor, to link to the workflow
 */
export function triggerChecks(
	triggers: readonly TriggerFacts[],
	answers: ReadonlyMap<string, AddressAnswer>,
	n8nAddress: string,
	now: Date,
): SetupCheck[] {
	const known = triggers.filter((trigger) => !hasLeft(trigger, now));
	if (known.length === 0) return [NO_TRIGGER];
	known.sort((a, b) => triggerName(a).localeCompare(triggerName(b)));
	const isNoneAlive = !known.some((trigger) => isAlive(trigger, now));
	return known.map((trigger) => {
		const about = {
			id: `trigger:${trigger.source}`,
			name: `Support Ticket Trigger, ${triggerName(trigger)}`,
		};
		const link = workflowLink(n8nAddress, trigger.workflowId);
		const check = isAlive(trigger, now)
			? liveTrigger(trigger, answers.get(trigger.source))
			: unpublished(trigger, isNoneAlive, now);
		return { ...about, ...check, ...(check.status !== 'ok' && link !== undefined && { link }) };
	});
}

const NO_TRIGGER: SetupCheck = {
	id: 'triggers',
	name: 'Support Ticket Trigger',
	status: 'problem',
	found: 'None is published, so no ticket comes in.',
	whatToDo:
		'Open CS Alerts, choose the credential in the trigger of your helpdesk, enable it (select it, press D), and publish.',
};

type Finding = Pick<SetupCheck, 'status' | 'found' | 'whatToDo'>;

function unpublished({ seenAt }: TriggerFacts, isNoneAlive: boolean, now: Date): Finding {
	return {
		status: isNoneAlive ? 'problem' : 'warning',
		found: `It is not published: it last ran ${formatSpan(now.getTime() - seenAt.getTime())} ago. Its tickets do not come in.`,
		whatToDo: `Open its workflow and publish it. If it was taken away on purpose, this line goes by itself ${GONE_DAYS} days after its last run.`,
	};
}

function liveTrigger(
	{ address, reconcileError }: TriggerFacts,
	answer: AddressAnswer | undefined,
): Finding {
	if (answer === undefined) {
		return {
			status: 'warning',
			found: 'It runs, but its address is not known yet.',
			whatToDo: `Run this again in a minute. If it stays so, ${AGAIN}.`,
		};
	}
	const finding = answeredBy(answer, address ?? '', 'Deliveries of the helpdesk');
	if (finding.status !== 'ok' || reconcileError === undefined) return finding;
	return {
		status: 'warning',
		found: `It answers at its public address. The last time it asked the helpdesk for missed tickets it failed: ${shown(reconcileError, 300) ?? ''}.`,
		whatToDo: 'Test the helpdesk’s credential in the trigger. It asks again every hour by itself.',
	};
}

/** The address where links and buttons of alerts are answered. */
export function responseCheck(
	address: string | undefined,
	answer: AddressAnswer | undefined,
): SetupCheck {
	const about = { id: 'answers', name: 'CS Alert Response Trigger' };
	if (address === undefined || answer === undefined) {
		return {
			...about,
			status: 'warning',
			found: 'It is not published, so alerts carry no links to answer them.',
			whatToDo:
				'Open CS Alerts, which has one, and publish it. If it is published: n8n tells the log its address at each start, so restart n8n, or choose Unpublish under ⌄ beside Published and publish it anew.',
		};
	}
	return { ...about, ...answeredBy(answer, address, 'Answers to alerts') };
}

function answeredBy(answer: AddressAnswer, address: string, what: string): Finding {
	const at = shown(address, 200) ?? 'its address';
	switch (answer.kind) {
		case 'ours':
			return { status: 'ok', found: `It answers at its public address, ${at}.` };
		case 'unable':
			return {
				status: 'problem',
				found: `It is there, at ${at}, but refuses everything: ${shown(answer.says, 300) ?? ''}.`,
				whatToDo: 'Open it, choose its credential anew and test that, then publish.',
			};
		case 'unregistered':
			return {
				status: 'problem',
				found: `It counts as published, but n8n answers 404 at ${at}. ${what} are lost meanwhile.`,
				whatToDo: `To mend this known fault of n8n, ${AGAIN}. If you have unpublished it in the last five minutes, that is why.`,
			};
		case 'starting':
			return {
				status: 'warning',
				found: `n8n is still starting and answers for it at ${at}.`,
				whatToDo: 'Run this again in a minute.',
			};
		case 'stranger':
			return {
				status: 'problem',
				found: `Something else answers at ${at}, with status ${answer.status}. ${what} end there.`,
				whatToDo:
					'See that N8N_WEBHOOK_URL is n8n’s address as others call it, and that the proxy before n8n lets /webhook/ pass without a login.',
			};
		case 'unreachable':
			return {
				status: 'warning',
				found: `${at} could not be called from here: ${shown(answer.reason, 200) ?? 'no answer'}.`,
				whatToDo:
					'See that N8N_WEBHOOK_URL is n8n’s address as others call it. Some networks do not let a server call its own public address: then open it in a browser from elsewhere; anything but an answer of n8n is wrong.',
			};
	}
}

function workflowLink(n8nAddress: string, workflowId: string): string | undefined {
	return webLink(`${n8nAddress.replace(/\/+$/, '')}/workflow/${encodeURIComponent(workflowId)}`);
}

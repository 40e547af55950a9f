import type { Account, Alert, AlertTask, Ticket } from '../item/types';
import { oneLine, shorten } from '../text/shown';
import { formatMoment, type Regional } from '../values/wordedTime';
import { localDate } from '../values/zonedTime';
import { escapeHtml } from './render/emailFrame';

/**
 * What a helpdesk and a CRM can be told once somebody in customer success knows of a ticket. Requests are ready to be
 * sent by an HTTP Request node with the helpdesk's credential; what they hold is ours, nothing of it the customer's.
 */
export interface WriteBack {
	/** Whom it is for: the helpdesk's name where it takes a note, "crm" where the account is known. */
	to: string[];
	/** e.g. "CS told: Dana Reyes (Slack), 2:02 PM". */
	note: string;
	/** A private note. In Zendesk with the tag "cs_told", which is added to those that are there. */
	request?: { url: string; body: object };
	/** A task on the account. `dueDate` as an ISO date in the workflow's time zone, where the recommended action has a deadline. */
	task?: { accountId: string; subject: string; text: string; dueDate?: string };
}

/** Zendesk's tags have no spaces. */
const TAG = 'cs_told';
const CHANNELS: Record<Alert['channel'], string> = {
	slack: 'Slack',
	email: 'email',
	teams: 'Microsoft Teams',
};
// Zendesk's and Freshdesk's numbers, Intercom's numbers.
const ID = /^\d{1,20}$/;
const HOST = /^[a-z0-9.-]{1,253}$/;
/** A CRM may show a task as HTML: what the customer wrote stays in the ticket. */
const WITHOUT_LINK = 'A frustrated ticket alerted customer success';
/** Salesforce takes 255 characters. */
const MOST_SUBJECT = 200;

interface Told {
	alert: Pick<Alert, 'recipient' | 'channel'> & AlertTask;
	ticket: Ticket;
	account?: Account;
	/** When the message was delivered. */
	at: Date;
	regional: Regional;
}

/** Of the message that opened an alert, or opened it anew. Absent for a test, of which there is nothing to tell. */
export function writeBackOf(told: Told): WriteBack | undefined {
	const { ticket, alert, at, regional } = told;
	const { recipient, channel } = alert;
	if (ticket.isTest === true) return undefined;
	const who = oneLine(recipient.name ?? recipient.email ?? 'the CS team');
	const note = `CS told: ${who} (${CHANNELS[channel]}), ${formatMoment(at, at, regional)}`;
	const request = requestOf(ticket, note);
	const task = taskOf(told);
	const to = [
		...(request === undefined ? [] : [ticket.helpdesk ?? '']),
		...(task === undefined ? [] : ['crm']),
	];
	return { to, note, ...(request && { request }), ...(task && { task }) };
}

function requestOf({ helpdesk, key, id }: Ticket, note: string): WriteBack['request'] {
	const [, host = ''] = key.split(':');
	if (id === undefined || !ID.test(id) || !HOST.test(host)) return undefined;
	if (helpdesk === 'zendesk') {
		// Of one ticket alone, Zendesk would put these tags in the place of all others.
		return {
			url: `https://${host}/api/v2/tickets/update_many.json?ids=${id}`,
			body: { ticket: { comment: { body: note, public: false }, additional_tags: [TAG] } },
		};
	}
	if (helpdesk === 'freshdesk') {
		return {
			url: `https://${host}/api/v2/tickets/${id}/notes`,
			body: { body: escapeHtml(note), private: true },
		};
	}
	if (helpdesk === 'intercom') {
		return {
			url: `https://api.intercom.io/conversations/${id}/reply`,
			body: { message_type: 'note', type: 'admin', body: escapeHtml(note) },
		};
	}
	return undefined;
}

function taskOf({ account, alert, ticket, regional }: Told): WriteBack['task'] {
	if (account?.id === undefined || account.status !== 'matched') return undefined;
	const { recommendedAction, ticketUrl, actByTime } = alert;
	const about = ticket.id === undefined ? '' : ` (ticket ${ticket.id})`;
	return {
		accountId: account.id,
		subject: `${shorten(oneLine(recommendedAction), MOST_SUBJECT)}${about}`,
		text: ticketUrl === undefined ? WITHOUT_LINK : `${WITHOUT_LINK}: ${ticketUrl}`,
		...(actByTime !== undefined && {
			dueDate: localDate(new Date(actByTime), regional.timeZone),
		}),
	};
}

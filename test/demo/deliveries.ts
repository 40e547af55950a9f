import type { Posted } from '../support/rig.ts';

/**
 * What the three helpdesks would send, as the triggers' panels tell to set them up: Zendesk form-encoded,
 * Intercom its own JSON, Freshdesk the JSON body of an automation rule.
 */
export type LogState = 'alerted' | 'updated' | 'monitored' | 'unattached' | 'skipped' | 'failed';

export interface Delivery extends Posted {
	/** What the table calls it. */
	title: string;
	/** The key of its log row, or with "…" at its end how it begins; absent when nothing may be logged. */
	ticketKey?: string;
	/** The state its row must end in; absent when nothing may be logged. */
	expected?: LogState;
	/** The HTTP status the helpdesk must get. */
	answer: number;
	/** Whether the same ticket was delivered before. */
	isAgain?: boolean;
}

interface Message {
	id: string;
	from: string;
	name: string;
	subject: string;
	text: string;
	expected: LogState;
}

export const zendesk = ({ id, from, name, subject, text, expected }: Message): Delivery => ({
	title: subject,
	helpdesk: 'zendesk',
	contentType: 'application/x-www-form-urlencoded',
	body: new URLSearchParams({
		id,
		subject,
		description: text,
		requester_email: from,
		requester_name: name,
		created_at: '2026-11-23T09:00Z',
		link: `https://northwind.zendesk.com/agent/tickets/${id}`,
		via: 'Mail',
	}).toString(),
	ticketKey: `zendesk:northwind.zendesk.com:${id}`,
	expected,
	answer: 200,
});

const intercom = ({ id, from, name, subject, text, expected }: Message): Delivery => ({
	title: subject,
	helpdesk: 'intercom',
	contentType: 'application/json',
	body: JSON.stringify({
		type: 'notification_event',
		id: `notif_${id}`,
		topic: 'conversation.user.created',
		app_id: 'nw7x2k1q',
		data: {
			type: 'notification_event_data',
			item: {
				type: 'conversation',
				id,
				created_at: 1_795_424_400,
				title: null,
				source: {
					type: 'conversation',
					id: `9${id}`,
					delivered_as: 'customer_initiated',
					subject,
					body: text,
					author: { type: 'user', id: `u${id}`, name, email: from },
				},
				contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: `u${id}` }] },
			},
		},
		delivery_attempts: 1,
		delivery_status: 'pending',
	}),
	ticketKey: `intercom:nw7x2k1q:${id}`,
	expected,
	answer: 200,
});

const freshdesk = ({ id, from, name, subject, text, expected }: Message): Delivery => ({
	title: subject,
	helpdesk: 'freshdesk',
	contentType: 'application/json',
	body: JSON.stringify({
		freshdesk_webhook: {
			triggered_event: '{ticket_action:created}',
			ticket_id: id,
			ticket_url: `https://northwind.freshdesk.com/helpdesk/tickets/${id}`,
			ticket_subject: subject,
			ticket_description: text,
			ticket_status: 'Open',
			ticket_priority: 'Low',
			requester_name: name,
			requester_email: from,
		},
	}),
	ticketKey: `freshdesk:northwind.freshdesk.com:${id}`,
	expected,
	answer: 200,
});

const dataGone = zendesk({
	id: '4811',
	from: 'jo.oneil@acme.example',
	name: "Jo O'Neil",
	subject: "Our team's Q3 data disappeared",
	text: "Hi,\n\nWe opened the quarterly board this morning and all of our Q3 data has disappeared. It isn't in the archive either, and we can't export the backup. Our board meeting is tomorrow.\n\nThis is the third time I'm writing about this.\n\nJo O'Neil\nHead of Operations",
	expected: 'alerted',
});

export const DELIVERIES: readonly Delivery[] = [
	zendesk({
		id: '4810',
		from: 'mia@globex.example',
		name: 'Mia Chen',
		subject: 'How do I add a colleague?',
		text: 'Hello, where can I invite a colleague to our workspace? Thank you!',
		expected: 'monitored',
	}),
	dataGone,
	{ ...dataGone, isAgain: true, title: `${dataGone.title} (same delivery again)` },
	intercom({
		id: '215470',
		from: 'lena@globex-labs.example',
		name: 'Lena Fischer',
		subject: 'The new board view',
		text: '<p>We love the new board view, great job! One small wish: a dark mode.</p>',
		expected: 'monitored',
	}),
	intercom({
		id: '215471',
		from: 'k.brandt@wayne.example',
		name: 'Karl Brandt',
		subject: 'Charged the wrong amount',
		text: '<p>We were charged the wrong amount again, the invoice shows 14 seats and we have 9.</p><p>I have asked twice for a refund and got no answer. This is getting ridiculous.</p>',
		expected: 'alerted',
	}),
	freshdesk({
		id: '912',
		from: 'ops@initech.example',
		name: 'Bill L.',
		subject: 'Salesforce sync stopped',
		text: '<div>The Salesforce sync stopped on Friday and nothing has come through since.<br>Please look into it, our reps work with old numbers.</div>',
		expected: 'alerted',
	}),
	zendesk({
		id: '4812',
		from: 'tess@soylent.example',
		name: 'Tess Green',
		subject: 'Cannot export the report',
		text: "The export button does nothing. I can't export the weekly report to CSV.",
		expected: 'monitored',
	}),
	zendesk({
		id: '4813',
		from: 'pat@brand-new-startup.example',
		name: 'Pat Doe',
		subject: 'Webhook not firing',
		text: 'Our webhook is not firing since this morning, the integration is broken.',
		expected: 'unattached',
	}),
	freshdesk({
		id: '913',
		from: 'sammy.surprise@gmail.com',
		name: 'Sammy',
		subject: 'Missing data',
		text: '<p>Half of my records are missing data after the import. I need this fixed.</p>',
		expected: 'alerted',
	}),
	zendesk({
		id: '4814',
		from: 'richard.piper@gmail.com',
		name: 'Richard Piper',
		subject: 'API error 500 on every call',
		text: 'Since your last update we get API error 500 on every call. Nothing works for our users.',
		expected: 'alerted',
	}),
	intercom({
		id: '215472',
		from: 'ana@stark.example',
		name: 'Ana Ruiz',
		subject: 'HubSpot sync is broken',
		text: '<p>The HubSpot sync is broken, contacts no longer arrive.</p>',
		expected: 'unattached',
	}),
	zendesk({
		id: '4815',
		from: 'gavin@hooli.example',
		name: 'Gavin B.',
		subject: 'Cannot save tasks',
		text: "Tasks are not saving and I can't export them either. We cannot work like this.",
		expected: 'unattached',
	}),
	intercom({
		id: '215473',
		from: 'lena@globex-labs.example',
		name: 'Lena Fischer',
		subject: 'Solved: export',
		text: '<p>Quick update: the export was failing this morning, but it works now. Thanks for the quick help!</p>',
		expected: 'monitored',
	}),
	{
		title: 'Ping from Intercom',
		helpdesk: 'intercom',
		contentType: 'application/json',
		body: JSON.stringify({
			type: 'notification_event',
			id: null,
			topic: 'ping',
			app_id: 'nw7x2k1q',
			data: { type: 'notification_event_data', item: { type: 'ping', message: 'hello' } },
		}),
		answer: 200,
	},
	freshdesk({
		id: '914',
		from: 'mia@globex.example',
		name: 'Mia Chen',
		subject: 'Which plan are we charged for?',
		text: '<p>Hi team, could you tell me which plan we are charged for and when the next invoice comes?</p>',
		expected: 'monitored',
	}),
	intercom({
		id: '215474',
		from: 'ceo@acme.example',
		name: 'Ruth Acme',
		subject: 'Numbers wrong in every report',
		text: '<p>The numbers are wrong in every report this week. The report is different every time we open it.</p>',
		// Acme's alert is open and this is no worse: it is updated.
		expected: 'updated',
	}),
	freshdesk({
		id: '915',
		from: 'nora@globex.example',
		name: 'Nora Lind',
		subject: 'Automatic reply: Out of office',
		text: '<p>Thank you for your message. I am out of the office until Monday and will reply when I am back.</p>',
		expected: 'unattached',
	}),
	zendesk({
		id: '4816',
		from: 'mia@globex.example',
		name: 'Mia Chen',
		subject: 'Re: Webhook retries',
		text: 'Perfect, thank you, that answers it.\n\nOn Fri, 20 Nov 2026 at 10:12, Support <help@northwind.example> wrote:\n> You wrote that everything is broken, the data disappeared and that you will cancel.\n> Could you tell us more?',
		expected: 'monitored',
	}),
	zendesk({
		id: '4817',
		from: 'dev@unknown-shop.example',
		name: 'Kit',
		subject: 'URGENT',
		text: 'Production is down for all of our users and our data disappeared. We will cancel if this is not solved today.',
		expected: 'alerted',
	}),
	freshdesk({
		id: '916',
		from: 'tess@soylent.example',
		name: 'Tess Green',
		subject: 'The page is slow',
		text: '<p>The dashboard is a bit slow today and I find the new menu confusing.</p>',
		expected: 'monitored',
	}),
	zendesk({
		id: '4818',
		from: 'mia@globex.example',
		name: 'Mia Chen',
		subject: '',
		text: '',
		expected: 'unattached',
	}),
	{
		title: 'Payload without a ticket ID',
		helpdesk: 'zendesk',
		contentType: 'application/json',
		body: JSON.stringify({
			subject: 'Export broken',
			requester_email: 'mia@globex.example',
			link: 'https://northwind.zendesk.com/agent/tickets/',
		}),
		ticketKey: 'zendesk:unreadable:…',
		expected: 'skipped',
		answer: 400,
	},
	freshdesk({
		id: '917',
		from: 'lee@globex.example',
		name: 'Lee <script>alert(1)</script>',
		subject: '<!channel> O\'Brien & "sons" can\'t log in',
		text: '<p>We can\'t log in since the update: "Invalid session" for O\'Brien &amp; sons. 20 people are locked out and cannot work.</p>',
		expected: 'alerted',
	}),
];

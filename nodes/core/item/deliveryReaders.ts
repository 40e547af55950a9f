import { timeOf } from '../values/dates';
import { textOf } from '../values/text';
import { earlierPlaceOf } from './earlierPlace';
import { flagOf, isObject, notOneOf, numberOf, oneOf, type Json } from './fields';
import { readAccount, readGate, readSentiment, readTicket } from './readers';
import type {
	ActionLinks,
	Alert,
	AlertChannel,
	AlertStanding,
	AlertTask,
	Delivery,
	DeliveryKind,
	DeliveryStep,
	Digest,
	DigestEntry,
	DigestSection,
	FollowUp,
	IncidentAccount,
	IncidentAccounts,
	Owner,
	ResponseAction,
	ReviewEntry,
	SlackMessageId,
	Verdict,
} from './types';

/** The readers of what is due to be sent, and of what was made of it. */

const ALERT_CHANNELS: readonly AlertChannel[] = ['slack', 'email', 'teams'];
const DELIVERY_KINDS: readonly DeliveryKind[] = [
	'alert',
	'update',
	'reminder',
	'escalation',
	'review',
	'answer',
	'closed',
	'digest',
];
const DELIVERY_STEPS: readonly DeliveryStep[] = ['owner', 'otherChannel', 'manager'];
const FOLLOW_UPS = ['reminder', 'escalation'] as const;
const STANDINGS = ['open', 'acknowledged', 'snoozed', 'closed'] as const;
export const VERDICTS: readonly Verdict[] = ['useful', 'noise', 'wrongAccount', 'wrongOwner'];

/** Every answer there is, in the order they are offered. */
export const RESPONSE_ACTIONS: readonly ResponseAction[] = [
	'acknowledge',
	'useful',
	'noise',
	'wrongAccount',
	'wrongOwner',
	'snooze',
	'close',
	'attach',
	'dismiss',
];

/** Whether an item is still the one that was to be sent, rather than what a channel made of it. */
export function isStillToSend({ alert, delivery }: Json): boolean {
	return alert !== undefined || delivery !== undefined;
}

/**
 * The delivery of an item; absent when the item was not taken from what is due.
 * @throws Error when there is one without an ID or of no kind the contract knows, since it could be recorded nowhere
 */
export function readDelivery(json: Json): Delivery | undefined {
	const { delivery } = json;
	if (!isObject(delivery)) return undefined;
	const id = textOf(delivery.id);
	if (id === undefined) throw new Error('delivery.id is missing');
	const kind = oneOf(DELIVERY_KINDS, delivery.kind);
	if (kind === undefined) {
		throw new Error(notOneOf('delivery.kind', DELIVERY_KINDS, delivery.kind));
	}
	const { attempt, messages } = delivery;
	const news = textOf(delivery.news);
	const sent = sentOf(delivery.sent);
	const standing = standingOf(delivery.standing);
	const incident = incidentOf(delivery.incident);
	const earlier = earlierPlaceOf(delivery.earlier);
	return {
		id,
		kind,
		alertId: textOf(delivery.alertId),
		attempt: typeof attempt === 'number' && Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
		mayBeRepeat: delivery.mayBeRepeat === true,
		step: oneOf(DELIVERY_STEPS, delivery.step) ?? 'owner',
		message: slackMessageOf(delivery.message),
		...(typeof messages === 'number' && messages > 0 && { messages }),
		...(sent !== undefined && { sent }),
		...(news !== undefined && { news }),
		...(isObject(delivery.links) && { links: readActionLinks(delivery.links) }),
		...(standing !== undefined && { standing }),
		...(incident !== undefined && { incident }),
		...(delivery.mayWait === true && { mayWait: true }),
		...(earlier !== undefined && { earlier }),
	};
}

/** Links by answer; what is no answer or no text is left out. */
function readActionLinks(links: Json): ActionLinks {
	return Object.fromEntries(
		RESPONSE_ACTIONS.flatMap((action) => {
			const link = textOf(links[action]);
			return link === undefined ? [] : [[action, link]];
		}),
	);
}

function standingOf(standing: unknown): AlertStanding | undefined {
	if (!isObject(standing)) return undefined;
	const state = oneOf(STANDINGS, standing.state);
	const openedAt = textOf(standing.openedAt);
	if (state === undefined || openedAt === undefined) return undefined;
	const verdict = oneOf(VERDICTS, standing.verdict);
	const texts = STANDING_TEXTS.flatMap((name) => {
		const text = textOf(standing[name]);
		return text === undefined ? [] : [[name, text] as const];
	});
	return {
		state,
		openedAt,
		...Object.fromEntries(texts),
		...(verdict !== undefined && { verdict }),
	};
}

const STANDING_TEXTS = [
	'acknowledgedAt',
	'acknowledgedBy',
	'snoozedUntil',
	'snoozedBy',
	'escalatedAt',
	'handedOnAt',
	'handedOnTo',
	'closedAt',
	'closedBy',
	'closedBecause',
	'verdictBy',
] as const;

function incidentOf(incident: unknown): IncidentAccounts | undefined {
	if (!isObject(incident)) return undefined;
	const topic = textOf(incident.topic);
	if (topic === undefined) return undefined;
	const accountsIn = (list: unknown) =>
		Array.isArray(list) ? list.flatMap(incidentAccountOf) : [];
	const alerted = accountsIn(incident.alerted);
	return {
		topic,
		accounts: accountsIn(incident.accounts),
		more: numberOf(incident.more) ?? 0,
		...(alerted.length > 0 && { alerted }),
	};
}

function incidentAccountOf(account: unknown): IncidentAccount[] {
	if (!isObject(account)) return [];
	return [
		{
			id: textOf(account.id),
			name: textOf(account.name),
			mrr: numberOf(account.mrr),
			currency: textOf(account.currency),
			score: numberOf(account.score),
			ticketUrl: textOf(account.ticketUrl),
		},
	];
}

/** What waits in Review, of an item; one that cannot be read is left out. */
export function readReview({ review }: Json): ReviewEntry[] {
	if (!Array.isArray(review)) return [];
	return review.filter(isObject).map((entry) => ({
		ticket: readTicket(entry),
		sentiment: readSentiment(entry),
		account: readAccount(entry),
		gate: readGate(entry),
		links: isObject(entry.links) ? readActionLinks(entry.links) : {},
		...reviewedOf(entry.reviewed),
	}));
}

function reviewedOf(reviewed: unknown): Pick<ReviewEntry, 'reviewed'> {
	if (!isObject(reviewed)) return {};
	const [because, at] = [textOf(reviewed.because), textOf(reviewed.at)];
	return because === undefined ? {} : { reviewed: { because, ...(at !== undefined && { at }) } };
}

/**
 * The digest of an item.
 * @throws Error when there is none
 */
export function readDigest(json: Json): Digest {
	const { digest } = json;
	const title = isObject(digest) ? textOf(digest.title) : undefined;
	if (!isObject(digest) || title === undefined) {
		throw new Error(
			'The item has no digest. It is made by a Ticket Log node with the operation Queue Digest',
		);
	}
	const counts = isObject(digest.counts) ? Object.entries(digest.counts) : undefined;
	const owner = readDigestOwner(json);
	return {
		title,
		lead: textOf(digest.lead) ?? '',
		since: textOf(digest.since) ?? '',
		until: textOf(digest.until) ?? '',
		...(counts !== undefined && {
			counts: Object.fromEntries(
				counts.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
			),
		}),
		sections: Array.isArray(digest.sections) ? digest.sections.flatMap(digestSectionOf) : [],
		...(owner !== undefined && { owner }),
	};
}

/** Whose accounts the digest of an item sums up; absent in the lead's, and where there is none. */
export function readDigestOwner({ digest }: Json): Owner | undefined {
	const owner = isObject(digest) ? digest.owner : undefined;
	if (!isObject(owner)) return undefined;
	const [name, email, slackId] = [textOf(owner.name), textOf(owner.email), textOf(owner.slackId)];
	const channel = oneOf(ALERT_CHANNELS, owner.channel);
	return {
		...(name !== undefined && { name }),
		...(email !== undefined && { email }),
		...(slackId !== undefined && { slackId }),
		...(channel !== undefined && { channel }),
	};
}

type KnownAlert = Pick<
	Alert,
	'title' | 'channel' | 'channelBecause' | 'recipient' | 'followUps' | 'holdUntil' | 'replyDraft'
>;

/**
 * The alert of an item, as far as the log needs it; absent when none was written.
 * @throws Error when there is one for no channel the contract knows
 */
export function readAlert(json: Json): KnownAlert | undefined {
	const { alert } = json;
	if (!isObject(alert)) return undefined;
	const channel = oneOf(ALERT_CHANNELS, alert.channel);
	if (channel === undefined) {
		throw new Error(notOneOf('alert.channel', ALERT_CHANNELS, alert.channel));
	}
	const recipient = isObject(alert.recipient) ? alert.recipient : {};
	const [holdUntil, replyDraft] = [textOf(alert.holdUntil), textOf(alert.replyDraft)];
	const channelBecause = textOf(alert.channelBecause);
	return {
		title: textOf(alert.title) ?? '',
		channel,
		...(channelBecause !== undefined && { channelBecause }),
		recipient: {
			name: textOf(recipient.name),
			email: textOf(recipient.email),
			slack: textOf(recipient.slack),
			teams: textOf(recipient.teams),
			isFallback: recipient.isFallback === true,
			noAccount: flagOf(recipient.noAccount),
			inactiveOwner: textOf(recipient.inactiveOwner),
			standsInFor: textOf(recipient.standsInFor),
		},
		...(Array.isArray(alert.followUps) && { followUps: alert.followUps.flatMap(followUpOf) }),
		...(timeOf(holdUntil) !== undefined && { holdUntil }),
		...(replyDraft !== undefined && { replyDraft }),
	};
}

/** What a task in the CRM is made of; empty where the item holds no alert. */
export function readAlertTask({ alert }: Json): AlertTask {
	const { recommendedAction, actByTime, ticketUrl } = isObject(alert) ? alert : {};
	return {
		recommendedAction: textOf(recommendedAction) ?? '',
		actByTime: textOf(actByTime),
		ticketUrl: textOf(ticketUrl),
	};
}

function followUpOf(followUp: unknown): FollowUp[] {
	if (!isObject(followUp)) return [];
	const kind = oneOf(FOLLOW_UPS, followUp.kind);
	const at = textOf(followUp.at);
	if (kind === undefined || at === undefined || Number.isNaN(Date.parse(at))) return [];
	return [{ kind, at }];
}

function sentOf(sent: unknown): Delivery['sent'] {
	if (!isObject(sent)) return undefined;
	const replyDraft = textOf(sent.replyDraft);
	return {
		...(replyDraft !== undefined && { replyDraft }),
		...(isObject(sent.ticket) && { ticket: readTicket(sent) }),
		sentiment: readSentiment(sent),
		account: readAccount(sent),
		...(isObject(sent.gate) && { gate: readGate(sent) }),
	};
}

function digestSectionOf(section: unknown): DigestSection[] {
	if (!isObject(section)) return [];
	const { entries, more } = section;
	return [
		{
			title: textOf(section.title) ?? '',
			entries: Array.isArray(entries) ? entries.flatMap(digestEntryOf) : [],
			more: typeof more === 'number' && more > 0 ? more : 0,
		},
	];
}

function digestEntryOf(entry: unknown): DigestEntry[] {
	if (!isObject(entry)) return [];
	const [text, url] = [textOf(entry.text), textOf(entry.url)];
	return text === undefined ? [] : [{ text, ...(url !== undefined && { url }) }];
}

function slackMessageOf(message: unknown): SlackMessageId | undefined {
	if (!isObject(message)) return undefined;
	const channel = textOf(message.channel);
	const ts = textOf(message.ts);
	return channel === undefined || ts === undefined ? undefined : { channel, ts };
}

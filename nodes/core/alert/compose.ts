import type { Alert, Delivery, SendableMessage, SlackMessageId } from '../item/types';
import { timeOf } from '../values/dates';
import {
	absenceLine,
	assignmentOf,
	ownerLineOf,
	settingsFor,
	workingTimeOf,
	type Assignment,
} from './assignment';
import { changesSince } from './changes';
import { composeContent } from './content';
import { followUpsOf } from './followUps';
import { holdUntilOf, readerOf } from './hold';
import { newestNotice, noticesOf, openAlertNotice, updatedNotice } from './notices';
import type { AlertInput, Occasion } from './occasion';
import { nameOf } from './owners/onDuty';
import { placeOf, type Place } from './place';
import { repeatOf } from './repeat';
import { renderEmail } from './render/email';
import { renderSlack } from './render/slack';
import { renderReminderReply, renderUpdateReply } from './render/slackReply';
import { renderTeams } from './render/teams';
import type { DeliverySettings } from './settings';
import { momentText, silenceText } from './standing';
import { whoseOf } from './title';

/** A message, and words to the admin about what could not be understood on the way. */
export interface Composed<Message extends SendableMessage = SendableMessage> {
	message: Message;
	remarks: string[];
}

/** What a workflow without a log sends: each alert once. */
const UNLOGGED: Omit<Delivery, 'id'> = {
	kind: 'alert',
	attempt: 1,
	mayBeRepeat: false,
	step: 'owner',
};

/** Everything that decides what one message says. */
interface Writing {
	/** What the item brings: the newest message of the alert. */
	input: AlertInput;
	/** The alert as it was last sent whole; the same as `input` where the log no longer has it. */
	asSent: AlertInput;
	settings: DeliverySettings;
	now: Date;
	due: Omit<Delivery, 'id'> & { id?: string };
	assignment: Assignment;
}

/**
 * A message about a ticket's alert, whatever is due: the alert itself, an update, a reminder, an escalation, or how it
 * stands by now. What it says, to whom it goes, and how it looks in each channel.
 * @param delivery what is due; absent in a workflow without a log, which sends each alert once
 * @throws Error naming the setting to fill in, when there is nobody to send it to
 * @throws Error for a kind of message that is not written from a ticket
 */
export function composeAlert(
	input: AlertInput,
	given: DeliverySettings,
	now: Date,
	delivery?: Delivery,
): Composed<Alert> {
	const due = delivery ?? UNLOGGED;
	if (due.kind === 'review' || due.kind === 'digest') {
		throw new Error(`A ${due.kind} is not written from a single ticket`);
	}
	const { sent } = due;
	const asSent: AlertInput =
		sent?.ticket === undefined || sent.gate === undefined
			? input
			: { ...sent, ticket: sent.ticket, gate: sent.gate };
	const subject = due.kind === 'alert' || due.kind === 'update' ? input : asSent;
	const { account, ticket } = subject;
	const settings = settingsFor(ticket, given);
	const assignment = assignmentOf(account, ticket, settings, now, due.standing);
	const writing: Writing = { input, asSent, settings, now, due, assignment };
	const place = placeOf(assignment, settings, due);
	return { message: messageOf(writing, subject, place), remarks: assignment.remarks };
}

function messageOf(writing: Writing, subject: AlertInput, place: Place): Alert {
	const { settings, due, now, assignment } = writing;
	const { channel, recipient, because, via, message } = place;
	const reader = readerOf(assignment, due);
	const holdUntil = holdUntilOf(reader, subject, due, place, settings, now)?.toISOString();
	const own = composeContent(subject, occasionOf(writing, subject, place));
	const content = via === 'slackEdit' ? standingContent(writing) : own;
	const email = renderEmail(content);
	const { title, ...said } = content;
	const style = { buttons: settings.slackButtons, deliveryId: due.id };
	// What people look for stands first: n8n shows the fields in this order.
	return {
		title,
		text: email.text,
		recipient,
		channel,
		...(holdUntil === undefined ? repeatOf(place, via, settings, due) : { via: 'hold', holdUntil }),
		...(because !== undefined && { channelBecause: because }),
		...said,
		slack: renderSlack(message === undefined ? content : standingContent(writing), style),
		...(message !== undefined && { slackMessage: slackMessageOf(message) }),
		...(via === 'slackUpdate' && { slackReply: renderUpdateReply(content, style) }),
		...(via === 'slackReply' && {
			slackReply: renderReminderReply(content, assignment.person?.slackId, style),
		}),
		...(channel === 'teams' && { teams: renderTeams(content, settings.teamsChannelLink) }),
		email,
		...(startsFollowUps(due, subject) && { followUps: followUpsFor(writing, subject) }),
	};
}

/** Nobody is reminded of a test, and no manager is told. */
const startsFollowUps = ({ kind }: Pick<Delivery, 'kind'>, { ticket }: AlertInput) =>
	(kind === 'alert' || kind === 'reminder') && ticket.isTest !== true;

function followUpsFor({ settings, now, assignment }: Writing, { gate }: AlertInput) {
	return followUpsOf(settings.followUps, gate.severity, now, workingTimeOf(assignment, settings));
}

const slackMessageOf = ({ channel, ts }: SlackMessageId): SlackMessageId => ({ channel, ts });

/** The alert as it was sent with how it stands by now: what its message in Slack is changed to. */
function standingContent(writing: Writing) {
	const { input, asSent, due } = writing;
	const { kind, messages } = due;
	const updated =
		kind === 'update'
			? newestNotice(messages, input.sentiment?.score, input.ticket.subject)
			: messages !== undefined && messages > 1
				? updatedNotice(messages)
				: undefined;
	return composeContent(asSent, {
		...commonOccasion(writing),
		kind: 'answer',
		notices: noticesOf(undefined, [updated], asSent.ticket),
	});
}

/** What is said around the ticket where the message stands by itself. */
function occasionOf(writing: Writing, subject: AlertInput, place: Place): Occasion {
	const { input, settings, now, due, assignment } = writing;
	const { kind, messages, news, sent } = due;
	const regional = regionalOf(writing);
	const absence =
		due.step === 'manager' || kind === 'escalation'
			? undefined
			: absenceLine(assignment, now, settings);
	const notices = noticesOf(due, [place.detour, absence], subject.ticket);
	if (kind === 'update') notices.push(openAlertNotice(messages));
	if (kind === 'reminder' && news !== undefined) notices.push(news);
	if (kind === 'escalation') notices.push(news ?? silenceLine(writing, subject));
	const isNew = kind === 'alert' || kind === 'update';
	return {
		...commonOccasion(writing),
		kind,
		notices,
		news,
		changes: isNew ? changesSince(sent, input, now, regional) : [],
		told: toldLine(writing),
	};
}

function commonOccasion(writing: Writing) {
	const { settings, now, due, assignment } = writing;
	const opened = timeOf(due.standing?.openedAt);
	return {
		now,
		...(opened !== undefined && { since: new Date(opened) }),
		regional: regionalOf(writing),
		actions: settings.actions,
		ownerLine: ownerLineOf(assignment, settings),
		owner: assignment.isOwned ? nameOf(assignment.owner) : undefined,
		recipient: recipientName(writing),
		wording: settings.wording,
		links: due.links,
		standing: due.standing,
		incident: due.incident,
	};
}

/** Whoever reads it, by name or address; the fallback owner where nobody is. */
function recipientName({ settings, assignment, due }: Writing): string | undefined {
	const reader = readerOf(assignment, due);
	const { name, email } = settings.fallbackOwner;
	return reader === undefined ? (name ?? email) : nameOf(reader);
}

/** Times by the clocks of whoever reads them. */
function regionalOf({ settings, assignment, due }: Writing) {
	const reader = readerOf(assignment, due);
	return { ...settings.regional, timeZone: reader?.timeZone ?? settings.regional.timeZone };
}

/** "Nobody has answered the alert for Acme Corp since 9:12 AM, 4 hours ago". */
function silenceLine(writing: Writing, subject: AlertInput): string {
	const { due, now } = writing;
	const whose = whoseOf(subject, { incident: due.incident });
	const text = silenceText(whose, due.standing, now, regionalOf(writing));
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Who was told before the reader of this message. */
function toldLine(writing: Writing): string | undefined {
	const { due, assignment, settings, now } = writing;
	const { standing, kind } = due;
	const at = (iso: string | undefined) => momentText(iso, now, regionalOf(writing));
	const isHandedOn = assignment.handedOn !== undefined;
	if (kind === 'escalation' || (kind === 'alert' && isHandedOn)) {
		// Who was on duty then; by now somebody else may be.
		const { account, ticket } = writing.asSent;
		const before = kind === 'escalation' ? standing : undefined;
		const since = before?.handedOnAt ?? standing?.openedAt;
		const then = new Date(timeOf(since) ?? now);
		const { person } = assignmentOf(account, ticket, settings, then, before);
		const { fallbackOwner, slackChannel } = settings;
		const who = person === undefined ? (fallbackOwner.name ?? slackChannel) : nameOf(person);
		return who && [`Told before: ${who}`, at(since)].filter(Boolean).join(', ');
	}
	if (standing?.escalatedAt === undefined) return undefined;
	const { manager } = assignment;
	const who = manager === undefined ? 'the CS manager' : `${nameOf(manager)} (manager)`;
	return [`Also told: ${who}`, at(standing.escalatedAt)].filter(Boolean).join(', ');
}

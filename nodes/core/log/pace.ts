import { slackIdOf } from '../alert/owners/slackId';
import { ownerKeyOf } from '../item/ownerKey';
import type { DeliveryKind, DeliveryStep, Owner } from '../item/types';

/** Slack takes about one message a second and channel (API reference, rate limits); Teams is held to the same. */
export const PACE_MS = 1000;

/** Mail servers take what comes. */
const EMAIL = 'email';
/** All of Teams goes to the one channel of the settings. */
const TEAMS = 'teams';
/** The Slack channel of the settings, while nobody has told which one that is. */
const SHARED = 'slack:shared';
const inSlack = (conversation: string) => `slack:${conversation}`;
const isInSlack = (place: string) => place.startsWith('slack:');

/** What says where a delivery goes, as far as the log knows it: the rest is settled when it is written. */
export interface Heading {
	kind: DeliveryKind;
	step: DeliveryStep;
	/** The owner of the account it is about, or of the accounts that it sums up. */
	owner?: Owner;
	/** Whether that owner has handed the alert on: it goes to somebody whom only the settings know. */
	isHandedOn?: boolean;
	/** The conversation in Slack that holds the message it changes or joins, or the post of Review that is edited. */
	conversation?: string;
}

/** Where a message went, as Record Delivery tells it. */
export interface SentTo {
	channel?: string;
	/** A Slack ID or the name of a channel. */
	recipient?: string;
	message?: { channel: string };
}

/** Where earlier messages went, by the names of {@link wayOf} and of places. */
export type KnownPlaces = ReadonlyMap<string, string>;

/** The names under which it may be known where this goes. */
export function namesOf(heading: Heading): string[] {
	return [wayOf(heading), expectedPlace(heading)];
}

/**
 * What a delivery shares its pace with: the conversation that it goes to, where an earlier one of the same way has told
 * that, else what its account says. Absent for e-mail, which needs no pace.
 * @param known by all of {@link namesOf}
 */
export function paceKeyOf(heading: Heading, known: KnownPlaces): string | undefined {
	const { kind, conversation } = heading;
	if (isEdit(heading) && conversation !== undefined) return inSlack(conversation);
	const expected = expectedPlace(heading);
	const place = known.get(wayOf(heading)) ?? known.get(expected) ?? expected;
	// What belongs to a message that stands in Slack goes below it, unless it goes to somebody else.
	const joins = (kind === 'update' || kind === 'reminder') && heading.step !== 'manager';
	const isBelow = joins && conversation !== undefined && isInSlack(place);
	return paced(isBelow ? inSlack(conversation) : place);
}

/** What to remember of where a delivery went, by name; nothing of one that joined a message that stood there already. */
export function placesToldBy(heading: Heading, sent: SentTo): Array<[name: string, place: string]> {
	const place = placeOf(sent);
	const isOwnMessage = sent.channel !== 'slack' || sent.message !== undefined;
	if (place === undefined || !isOwnMessage || joinsOthers(heading)) return [];
	const told: Array<[string, string]> = [[wayOf(heading), place]];
	if (isInSlack(place) && sent.recipient !== undefined) {
		told.push([inSlack(sent.recipient), place]);
		// Nobody's own conversation: it can only be the channel of the settings.
		if (heading.owner === undefined) told.push([SHARED, place]);
	}
	return told.filter(([name]) => name !== place);
}

/**
 * The conversation in Slack behind what {@link paceKeyOf} gave; absent where only a member is known, or the shared
 * channel by no ID.
 */
export function conversationOf(paceKey: string | undefined): string | undefined {
	return /^slack:([CDG][A-Z0-9]{2,})$/.exec(paceKey ?? '')?.[1];
}

/** The place that a message went to; absent where that is not told. */
export function placeOf({ channel, recipient, message }: SentTo): string | undefined {
	if (channel === 'email' || channel === 'teams') return channel === 'email' ? EMAIL : TEAMS;
	const conversation = message?.channel ?? recipient;
	return channel === 'slack' && conversation !== undefined ? inSlack(conversation) : undefined;
}

/** The key to pace a place by; absent for e-mail. */
export const paced = (place: string) => (place === EMAIL ? undefined : place);

const isEdit = ({ kind, conversation }: Heading) =>
	kind === 'answer' || kind === 'closed' || (kind === 'review' && conversation !== undefined);
const isForAll = ({ kind, owner }: Heading) =>
	kind === 'review' || (kind === 'digest' && owner === undefined);
const joinsOthers = (heading: Heading) =>
	isEdit(heading) || heading.kind === 'update' || heading.kind === 'reminder';

/** One name for all deliveries that go the same way: to the same owner, or whoever has it after them, over the same step. */
function wayOf(heading: Heading): string {
	const { kind, step, owner, isHandedOn } = heading;
	const what = isForAll(heading) ? 'list' : kind === 'escalation' ? 'escalation' : 'alert';
	const way = isHandedOn === true ? `handedOn:${what}` : what;
	return `${way}:${step}:${ownerKeyOf(owner) ?? '-'}`;
}

/** As the account has it. What it does not tell counts as the Slack channel that all share, the narrowest way. */
function expectedPlace(heading: Heading): string {
	const { kind, step, owner, isHandedOn } = heading;
	const isOthers = isHandedOn === true || kind === 'escalation' || step === 'manager';
	if (isForAll(heading) || isOthers) return SHARED;
	const slackId = slackIdOf(owner?.slackId ?? '');
	const own = slackId === undefined ? SHARED : inSlack(slackId);
	const usual = owner?.channel;
	if (step === 'otherChannel') return usual === 'slack' || usual === 'teams' ? EMAIL : own;
	return usual === 'email' ? EMAIL : usual === 'teams' ? TEAMS : own;
}

import type { Incident } from '../item/types';
import { GENERAL_TOPIC } from '../topic/defaultTopics';
import { shown } from '../text/shown';
import { countOf } from '../values/wording';
import type { IncidentSettings } from './settings';

/** Topics that say nothing: tickets that share one share no trouble. */
const NO_TOPIC: ReadonlySet<string> = new Set(['', GENERAL_TOPIC, 'other', 'unknown']);

/** A frustrated message as far as it tells of a topic. */
export interface TopicMessage {
	topic: string;
	accountId: string;
	/** Its place in the batch that is being decided; absent for what the log has. */
	position?: number;
}

/** Messages of the time that counts, by {@link tellingTopic}: grouped once for a batch. */
export type Topics = ReadonlyMap<string, readonly TopicMessage[]>;

/** A topic as topics are compared; absent when it says nothing. */
export function tellingTopic(topic: string | undefined): string | undefined {
	const plain = topic?.normalize('NFC').trim().toLowerCase() ?? '';
	return NO_TOPIC.has(plain) ? undefined : plain;
}

/** Groups messages by what they are about. */
export function groupByTopic(messages: readonly TopicMessage[]): Topics {
	const topics = new Map<string, TopicMessage[]>();
	for (const message of messages) {
		const topic = tellingTopic(message.topic);
		if (topic === undefined) continue;
		const known = topics.get(topic);
		if (known === undefined) topics.set(topic, [message]);
		else known.push(message);
	}
	return topics;
}

/**
 * Whether a ticket looks like part of one trouble that several accounts have: so many accounts, its own
 * included, have told of its topic before it.
 * @param position the ticket's place in its batch; later ones do not count
 */
export function incidentOf(
	topic: string | undefined,
	accountId: string | undefined,
	topics: Topics,
	position: number,
	{ accounts: least, minutes }: IncidentSettings,
): Incident | undefined {
	const telling = tellingTopic(topic);
	const told = shown(telling, 60);
	if (telling === undefined || told === undefined) return undefined;
	const before = new Set(
		(topics.get(telling) ?? [])
			.filter((message) => message.position === undefined || message.position < position)
			.map((message) => message.accountId),
	);
	if (before.size < least) return undefined;
	const accounts = accountId === undefined ? before.size : new Set([...before, accountId]).size;
	return { topic: told, accounts, minutes };
}

/** e.g. "6 accounts wrote about sync within 60 minutes". */
export function incidentWords({ topic, accounts, minutes }: Incident): string {
	return `${countOf(accounts, 'account')} wrote about ${topic} within ${countOf(minutes, 'minute')}`;
}

import { ownerKeyOf } from '../../item/ownerKey';
import type { Owner } from '../../item/types';
import type { MessageState } from '../../log/states';
import { deskCounter, type Desk } from '../backtest/desks';
import { dayReader, workingDaysOf } from '../days';
import { knownSettings } from '../gateRules';
import type { LoggedAlert, LoggedScore, LoggedText, Period } from '../rows';
import { alertFigures, type AlertFigures, type StandingAlert } from './alertFigures';
import type { DigestRow } from './digestRow';
import { baselineSince, frustrationCounter, type RisingAccount } from './frustration';
import { nearMisses, nearMissFinder, type NearMiss } from './nearMisses';
import { topicCounter, type TopicCount } from './topics';
import { unsettledCounter, type Unsettled } from './unsettled';

/** What a digest reads of the log, a page at a time; tests are left out of all of it. */
export interface DigestSource {
	loggedScores(period: Period): AsyncIterable<LoggedScore[]>;
	/** When the first message that is not of months back came in; absent before there is any. */
	firstLiveAt(): Promise<Date | undefined>;
	loggedAlerts(period: Period): AsyncIterable<LoggedAlert[]>;
	/** Alerts that have not ended and were opened before. */
	standingAlerts(until: Date): AsyncIterable<StandingAlert[]>;
	unsettledMessages(period: Period): AsyncIterable<DigestRow[]>;
	messageCounts(period: Period): Promise<MessageCounts>;
	loggedTexts(ids: readonly string[]): Promise<LoggedText[]>;
	gateConfig(hash: string): Promise<unknown>;
}

/** Messages that came in, months back left out. What somebody looked at in Review, and left there, is monitored. */
export interface MessageCounts {
	states: Partial<Record<MessageState, number>>;
	tickets: number;
	/** Messages from before the period that still wait in Review. */
	reviewBefore: number;
}

/** What is told of one owner's accounts, or of all. */
export interface AudienceFigures {
	rising: RisingAccount[];
	topics: TopicCount[];
	near: Array<NearMiss & { subject?: string; url?: string }>;
	/** Near misses, those that are not in {@link near} included. */
	nearCount: number;
	/** Whether the rules of the gates that decided are known, so that near misses can be told. */
	isGateKnown: boolean;
	alerts: AlertFigures;
}

export interface DigestFigures extends AudienceFigures, Unsettled, MessageCounts {
	desks: Desk[];
	workingDays: number;
	owners: Array<AudienceFigures & { owner: Owner }>;
}

export interface DigestSettings {
	timeZone: string;
	/** Whether each owner gets figures of their own accounts. */
	forEachOwner: boolean;
}

type Audience = ReturnType<typeof audienceOf>;

/** Counts what belongs to one reader. Accounts are counted once for all of them. */
function audienceOf(period: Period) {
	return { topics: topicCounter(period), near: nearMisses(), alerts: alertFigures(period.until) };
}

/** Reads what came in over a period, and the four weeks before it, as it streams by. */
export async function digestFigures(
	source: DigestSource,
	period: Period,
	{ timeZone, forEachOwner }: DigestSettings,
): Promise<DigestFigures> {
	const dayOf = dayReader(timeZone);
	const frustration = frustrationCounter(period);
	const unsettled = unsettledCounter(period.until);
	const desks = deskCounter();
	const gates = gateReader(source);
	const lead = audienceOf(period);
	const owners = new Map<string, { owner: Owner; audience: Audience }>();
	const readersOf = (owner: Owner | undefined, isNewest = false): Audience[] => {
		const key = forEachOwner ? ownerKeyOf(owner) : undefined;
		if (owner === undefined || key === undefined) return [lead];
		const known = owners.get(key);
		const audience = known?.audience ?? audienceOf(period);
		owners.set(key, { owner: isNewest ? owner : (known?.owner ?? owner), audience });
		return [lead, audience];
	};
	// Messages come oldest first.
	let first: Date | undefined;
	const addScore = (message: LoggedScore) => {
		first ??= message.receivedAt;
		frustration.add(message);
		const facts = message.account?.status === 'matched' ? message.account : undefined;
		const isNow = message.receivedAt >= period.since;
		// Where somebody reads is what was known of them last.
		const readers = readersOf(facts?.owner, true);
		for (const { topics } of readers) topics.add(message);
		if (!isNow || message.isBackfill) return;
		desks.see(facts?.owner);
		const miss = gates.nearMiss(message);
		if (miss !== undefined) for (const { near } of readers) near.add(miss);
	};
	const all = { since: baselineSince(period), until: period.until };
	for await (const page of source.loggedScores(all)) {
		await gates.read(page.filter(({ receivedAt }) => receivedAt >= period.since));
		page.forEach(addScore);
	}
	for await (const page of source.loggedAlerts(period)) {
		for (const alert of page) {
			desks.count(desks.see(alert.owner), 'opened', dayOf(alert.openedAt.getTime()));
			for (const { alerts } of readersOf(alert.owner)) alerts.add(alert);
		}
	}
	for await (const page of source.standingAlerts(period.until)) {
		for (const alert of page) {
			for (const { alerts } of readersOf(alert.owner)) alerts.addStanding(alert);
		}
	}
	for await (const page of source.unsettledMessages(period)) page.forEach(unsettled.add);
	const isGateKnown = gates.areKnown();
	const finish = async ({ topics, near, alerts }: Audience, owner?: string) => ({
		rising: frustration.rising(owner),
		topics: topics.counts(first ?? period.since),
		near: await withTexts(source, near.first()),
		nearCount: near.count(),
		isGateKnown,
		alerts: alerts.result(),
	});
	const figures: DigestFigures = {
		...(await finish(lead)),
		...unsettled.result(),
		...(await source.messageCounts(period)),
		desks: desks.desks(),
		workingDays: workingDaysOf(period, await source.firstLiveAt(), dayOf),
		owners: [],
	};
	for (const [key, { owner, audience }] of owners) {
		figures.owners.push({ owner, ...(await finish(audience, key)) });
	}
	return figures;
}

/** Tells near misses by the rules that decided: each gate is read once. */
function gateReader(source: Pick<DigestSource, 'gateConfig'>) {
	const finders = new Map<string, ReturnType<typeof nearMissFinder> | undefined>();
	return {
		read: async (page: readonly LoggedScore[]) => {
			for (const hash of new Set(page.flatMap(({ config }) => config ?? []))) {
				if (finders.has(hash)) continue;
				const settings = knownSettings(await source.gateConfig(hash));
				finders.set(hash, settings && nearMissFinder(settings));
			}
		},
		nearMiss: (message: LoggedScore) => finders.get(message.config ?? '')?.(message),
		areKnown: () => [...finders.values()].every((finder) => finder !== undefined),
	};
}

async function withTexts(source: DigestSource, near: readonly NearMiss[]) {
	const texts = await source.loggedTexts(near.map(({ message }) => message.id));
	const byId = new Map(texts.map((text) => [text.id, text]));
	return near.map((miss) => {
		const text = byId.get(miss.message.id);
		return {
			...miss,
			...(text?.subject !== undefined && { subject: text.subject }),
			...(text?.url !== undefined && { url: text.url }),
		};
	});
}

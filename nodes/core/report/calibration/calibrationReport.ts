import type { GateSettings } from '../../gate';
import { shown } from '../../text/shown';
import { accountName, counted } from '../accountWords';
import { shownDay } from '../days';
import type { LoggedText, Period } from '../rows';
import type { Report, ReportSection } from '../types';
import { percent, shownShare, wilson } from '../wilson';
import {
	checksOf,
	type CheckedSample,
	missedByCheck,
	sampleSection,
	shareMissed,
	wordsOf,
} from './checkedSample';
import { RISK_DAYS, type Group, type Judged } from './judge';
import { LEAST_JUDGED, suggestMoves, type SuggestedMove } from './moves';
import type { Trial } from './trial';

const MOST_GROUPS = 20;
const MOST_MISSED = 30;

export interface CalibrationInput extends CheckedSample {
	judged: Judged;
	/** What stood behind the alerts of `noisyGroups`. */
	trial: Trial;
	/** The rules of today; absent where they are not known. */
	gate?: GateSettings;
	/** What accounts wrote that left without an alert, worst first, by account ID. */
	missedTexts: ReadonlyMap<string, readonly LoggedText[]>;
	/** Rows of outcomes that could not be read. */
	unreadable: number;
}

/** Writes down how often alerts were right, and what that asks for. */
export function calibrationReport(input: CalibrationInput, period: Period): Report {
	const { judged, trial, gate } = input;
	const moves = suggestMoves(judged, trial, gate);
	const end = period.until.toISOString().slice(0, 10);
	return {
		kind: 'calibration',
		title: `Calibration: ${counted(judged.alerts.length, 'alert')} until ${shownDay(end)}`,
		lead: leadOf(judged) + missedByCheck(input),
		...period,
		notes: notesOf(input),
		sections: [
			movesSection(moves, judged),
			groupSection('How often alerts were right, by rule', 'Rule', judged.rules, true),
			groupSection('By score', 'Score', judged.scores, true),
			groupSection('By signal', 'Signal', judged.signals, false),
			groupSection('By phrase', 'Phrase', judged.phrases, false),
			missedSection(input),
			sampleSection(input),
		],
		figures: figuresOf(input, moves),
	};
}

function leadOf({ alerts, right, churned, missed }: Judged): string {
	if (alerts.length === 0) return 'No alert was opened in this period.';
	const first =
		right.share === undefined
			? `Nobody has judged any of ${counted(alerts.length, 'alert')} yet.`
			: `${right.hits} of ${counted(right.of, 'judged alert')} were right: ${percent(right.share)}, and most likely between ${percent(right.low)} and ${percent(right.high)}.`;
	const second =
		churned === 0
			? ''
			: ` ${counted(churned, 'account')} left, ${missed.length} of them without an alert in the ${RISK_DAYS} days before.`;
	return first + second;
}

function movesSection(moves: readonly SuggestedMove[], { right }: Judged): ReportSection {
	const nothing =
		right.of < LEAST_JUDGED
			? `Nothing is suggested: ${counted(right.of, 'judged alert')} so far, and at least ${LEAST_JUDGED} of a rule or signal are needed.`
			: 'Nothing is suggested: of no rule and no signal do the verdicts show beyond chance that it makes more noise than use.';
	return {
		title: 'What to change',
		lines: moves.length === 0 ? [nothing] : moves.map(({ text }) => text),
	};
}

/** Shares of alerts that were right, with their ranges; groups without a judged alert are left out. */
export function groupSection(
	title: string,
	column: string,
	groups: readonly Group[],
	isDrawn: boolean,
): ReportSection {
	const counted = groups.filter(({ right }) => right.of > 0);
	const most = counted.slice(0, MOST_GROUPS);
	const nameOf = ({ name }: Group) => shown(name, 80) ?? '–';
	return {
		title,
		...(isDrawn &&
			most.length > 0 && {
				chart: {
					kind: 'intervals',
					title,
					description:
						'For each row a dot where the share of alerts that were right is, on the range in which it most likely is.',
					unit: 'Right',
					rows: most.map((group) => ({
						label: nameOf(group),
						share: group.right.share ?? 0,
						low: group.right.low,
						high: group.right.high,
					})),
				},
			}),
		table: {
			columns: [
				{ title: column },
				{ title: 'Alerts', isNumber: true },
				{ title: 'Right, of those judged', isNumber: true },
			],
			rows: most.map((group) => [
				nameOf(group),
				String(group.alerts.length),
				shownShare(group.right),
			]),
			more: counted.length - most.length,
		},
	};
}

function missedSection({ judged, missedTexts }: CalibrationInput): ReportSection {
	const { missed, churned } = judged;
	if (churned === 0) {
		return {
			title: 'Left without an alert',
			lines: ['No account is known to have left within this period.'],
		};
	}
	const most = missed.slice(0, MOST_MISSED);
	const worst = most.map(({ accountId }) => missedTexts.get(accountId)?.[0]);
	return {
		title: 'Left without an alert',
		lines: [
			`Of ${counted(churned, 'account')} that left, so many had no alert in the ${RISK_DAYS} days before: ${shownShare(wilson(missed.length, churned))}.`,
		],
		table: {
			columns: [
				{ title: 'Account' },
				{ title: 'Left on' },
				{ title: 'Highest score', isNumber: true },
				{ title: 'What they had written' },
			],
			rows: most.map(({ accountId, at }, index) => [
				accountName({ id: accountId, name: worst[index]?.accountName }),
				shownDay(at.toISOString().slice(0, 10)),
				worst[index]?.score === undefined ? '' : String(worst[index].score),
				writtenBy(missedTexts.get(accountId) ?? []),
			]),
			links: worst.map((text) => text?.url),
			more: missed.length - most.length,
		},
	};
}

function writtenBy(texts: readonly LoggedText[]): string {
	if (texts.length === 0) return `nothing in the ${RISK_DAYS} days before`;
	const said = texts.flatMap((text) => wordsOf(text) ?? []);
	return said.length === 0 ? 'their texts have left the log' : said.join(' ');
}

function notesOf(input: CalibrationInput): string[] {
	const { judged, gate, unreadable } = input;
	const asksForEarlier = gate?.rules.some(({ frustratedTickets }) => frustratedTickets) === true;
	const { wrongAccount, wrongOwner, alerts, right } = judged;
	const withoutTexts = alerts.filter(({ alert }) => alert.signals.length === 0).length;
	return [
		`An alert was right when somebody called it useful, or when its account left or bought less within ${RISK_DAYS} days; it was noise when somebody said so and neither happened.`,
		`${counted(alerts.length - right.of, 'alert')} could not be judged. Whoever answers may answer other alerts than the rest, so the shares hold for alerts like those.`,
		wrongAccount + wrongOwner > 0
			? `${wrongAccount} went to the wrong account and ${wrongOwner} to the wrong owner; that says nothing of thresholds, so they are left out of the shares.`
			: '',
		withoutTexts > 0
			? `${counted(withoutTexts, 'alert')} have no signals in the log any more, or never had; they are missing under signals and phrases.`
			: '',
		checksOf(input).drawn.length > 0
			? ''
			: 'How many quiet tickets should have alerted is not known until some of those drawn are checked by hand.',
		asksForEarlier
			? 'Where a rule asks for earlier frustrated tickets, what is said of other weights counts those as they were scored.'
			: '',
		unreadable > 0
			? `${counted(unreadable, 'row')} of outcomes could not be read: each needs an account, a date and one of churned, contracted, renewed and expanded.`
			: '',
	].filter((note) => note !== '');
}

function figuresOf(input: CalibrationInput, moves: readonly SuggestedMove[]) {
	const { judged, missedTexts, sample, quiet } = input;
	const { drawn, others } = checksOf(input);
	const plain = (groups: readonly Group[]) =>
		groups.map(({ id, name, right, alerts }) => ({ id, name, alerts: alerts.length, right }));
	return {
		alerts: judged.alerts.length,
		right: judged.right,
		wrongAccount: judged.wrongAccount,
		wrongOwner: judged.wrongOwner,
		rules: plain(judged.rules),
		signals: plain(judged.signals),
		phrases: plain(judged.phrases),
		scores: plain(judged.scores),
		churned: judged.churned,
		missed: judged.missed.map(({ accountId, at }) => ({
			accountId,
			at: at.toISOString(),
			texts: (missedTexts.get(accountId) ?? []).map(textFigures),
		})),
		moves,
		quiet,
		checked: drawn.length,
		checkedOthers: others.length,
		shouldHaveAlerted: shareMissed(drawn),
		sample: sample.map(textFigures),
	};
}

function textFigures(text: LoggedText) {
	const {
		ticketKey,
		receivedAt,
		accountId,
		accountName: name,
		score,
		topic,
		subject,
		summary,
		url,
	} = text;
	const said = { ticketKey, accountId, accountName: name, score, topic, subject, summary, url };
	return { ...said, receivedAt: receivedAt.toISOString() };
}

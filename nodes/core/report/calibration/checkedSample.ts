import { quoted, shown } from '../../text/shown';
import { accountName, counted } from '../accountWords';
import type { QuietCheck } from '../outcomes';
import type { LoggedText } from '../rows';
import type { ReportSection } from '../types';
import { shownShare, wilson } from '../wilson';

/** What was found by hand in quiet tickets: those drawn for a report speak for all, any others for themselves. */

const MOST_OTHERS = 20;
const MOST_TEXT = 300;

export interface CheckedSample {
	/** Quiet tickets to be checked by hand, and of how many they were drawn. */
	sample: readonly LoggedText[];
	quiet: number;
	checks: readonly QuietCheck[];
}

/** A customer's words, marked as such. */
export const wordsOf = ({ summary, subject }: LoggedText) => quoted(summary ?? subject, MOST_TEXT);

/**
 * The checks of tickets that this report drew, and the others: a ticket that somebody picked, or that was drawn in
 * another period, says nothing of the quiet messages of this one.
 */
export function checksOf({ checks, sample }: CheckedSample) {
	const keys = new Set(sample.map(({ ticketKey }) => ticketKey));
	return {
		drawn: checks.filter(({ ticketKey }) => keys.has(ticketKey)),
		others: checks.filter(({ ticketKey }) => !keys.has(ticketKey)),
	};
}

/** What the checks of drawn tickets say of all quiet ones: the false negatives nobody complained of. */
export function missedByCheck(input: CheckedSample): string {
	const { quiet } = input;
	const { drawn } = checksOf(input);
	if (drawn.length === 0) return '';
	const share = shareMissed(drawn);
	const of = (part: number) => Math.round(part * quiet).toLocaleString('en-US');
	return ` Of ${counted(drawn.length, 'drawn ticket')} checked by hand, ${share.hits} should have alerted; of all ${counted(quiet, 'quiet message')} that makes ${of(share.low)} to ${of(share.high)}, most likely.`;
}

export function shareMissed(checks: readonly QuietCheck[]) {
	return wilson(checks.filter(({ shouldHaveAlerted }) => shouldHaveAlerted).length, checks.length);
}

const answerOf = ({ shouldHaveAlerted }: QuietCheck) =>
	shouldHaveAlerted ? 'should have alerted' : 'rightly quiet';

function otherChecks(others: readonly QuietCheck[]): string {
	const most = others
		.slice(0, MOST_OTHERS)
		.map((check) => `${shown(check.ticketKey, 60) ?? ''} (${answerOf(check)})`);
	const more = others.length > MOST_OTHERS ? ` and ${others.length - MOST_OTHERS} more` : '';
	return `Other tickets that were checked, which say nothing of the rest: ${most.join(', ')}${more}.`;
}

export function sampleSection(input: CheckedSample): ReportSection {
	const { sample, quiet } = input;
	const { drawn, others } = checksOf(input);
	const answers = new Map(drawn.map((check) => [check.ticketKey, answerOf(check)]));
	return {
		title: 'Quiet tickets to check by hand',
		lines: [
			`Drawn at random from ${counted(quiet, 'quiet message')}. Read them, and fill the answers in under Checked Quiet Tickets in the node, or hand them in as rows with ticketKey and the outcome “missed” or “quiet”.`,
			...(drawn.length === 0
				? []
				: [
						`Of ${counted(drawn.length, 'drawn ticket')} that ${drawn.length === 1 ? 'was' : 'were'} checked, these should have alerted: ${shownShare(shareMissed(drawn))}.`,
					]),
			...(others.length === 0 ? [] : [otherChecks(others)]),
		],
		table: {
			columns: [
				{ title: 'Ticket' },
				{ title: 'Account' },
				{ title: 'Score', isNumber: true },
				{ title: 'Answer' },
				{ title: 'What they wrote' },
			],
			rows: sample.map((text) => [
				shown(text.ticketKey, 60) ?? '',
				text.accountId === undefined
					? ''
					: accountName({ id: text.accountId, name: text.accountName }),
				text.score === undefined ? '' : String(text.score),
				answers.get(text.ticketKey) ?? '',
				wordsOf(text) ?? 'the text has left the log',
			]),
			links: sample.map(({ url }) => url),
		},
	};
}

import type { StandingAlert } from '../core/report/digest/alertFigures';
import type { MessageCounts } from '../core/report/digest/digestFigures';
import type { DigestRow } from '../core/report/digest/digestRow';
import type { AlertMessage } from '../core/report/calibration/trial';
import type { LoggedAlert, LoggedScore, LoggedText, Period } from '../core/report/rows';

/** The part of the log that reports read. Nothing is changed; all methods throw LogError. */
export interface ReportLog {
	/**
	 * Decided messages, oldest first, a page at a time: months of them never stand in memory together.
	 * @param withTextsBut brings what the log still has of the texts of messages that were scored by another version
	 */
	loggedScores(period: Period, withTextsBut?: string): AsyncIterable<LoggedScore[]>;
	/** When the first decided message came in, or was written if it is of months back; absent before there is any. */
	firstDecidedAt(): Promise<Date | undefined>;
	/** When the first decided message that is not of months back came in; absent before there is any. */
	firstLiveAt(): Promise<Date | undefined>;
	/** Alerts that were opened within the period, oldest first, a page at a time. */
	loggedAlerts(period: Period): AsyncIterable<LoggedAlert[]>;
	/** The messages behind these alerts: what opened them, and what they took in. */
	alertMessages(alertIds: readonly string[]): Promise<AlertMessage[]>;
	/** Alerts that have not ended and were opened before, oldest first, a page at a time. */
	standingAlerts(until: Date): AsyncIterable<StandingAlert[]>;
	/** What failed, is unfinished, was skipped or went to Review within the period, oldest first, a page at a time. */
	unsettledMessages(period: Period): AsyncIterable<DigestRow[]>;
	messageCounts(period: Period): Promise<MessageCounts>;
	/** What customers wrote in these messages; those the log no longer has are left out. */
	loggedTexts(ids: readonly string[]): Promise<LoggedText[]>;
	/** The worst that came from one account within a period: highest scores first, at most `most`. */
	worstTexts(accountId: string, period: Period, most: number): Promise<LoggedText[]>;
	/** The settings behind a decision's `gate.config`, as they were written; absent when they are not known. */
	gateConfig(hash: string): Promise<unknown>;
	/** What most of the newest messages were scored by, as `sentiment.version`; absent before any was. */
	newestScoreVersion(): Promise<string | undefined>;
	/** The gate that decided last; absent before it first did. */
	newestGateConfig(): Promise<string | undefined>;
}

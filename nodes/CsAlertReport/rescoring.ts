import { rescorer } from '../core/report/backtest/rescore';
import type { Rescoring } from '../core/report/backtest/versions';
import type { LoggedScore, Period } from '../core/report/rows';
import { isBuiltIn } from '../core/score/otherWeight';
import type { TicketLog } from '../log/ticketLog';

/** Logged scores, made anew where that is asked for and what scores today is Built-In. */
export interface ReplayedScores {
	pages: AsyncIterable<LoggedScore[]>;
	/** What was scored again; whole once all pages are read. */
	rescoring(): Rescoring;
}

export async function scoresToReplay(
	log: TicketLog,
	period: Period,
	isRescoring: boolean,
): Promise<ReplayedScores> {
	if (!isRescoring) {
		return { pages: log.loggedScores(period), rescoring: () => ({ kind: 'off' }) };
	}
	const today = await log.newestScoreVersion();
	if (today !== undefined && !isBuiltIn(today)) {
		return { pages: log.loggedScores(period), rescoring: () => ({ kind: 'model' }) };
	}
	const again = rescorer();
	return {
		pages: rescored(log.loggedScores(period, today ?? ''), again.page),
		rescoring: () => ({ kind: 'done', rescored: again.counts() }),
	};
}

async function* rescored(
	pages: AsyncIterable<LoggedScore[]>,
	again: (page: LoggedScore[]) => LoggedScore[],
): AsyncGenerator<LoggedScore[]> {
	for await (const page of pages) yield again(page);
}

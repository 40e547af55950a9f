import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isAlive } from '../core/log/alive';
import { backfillProgress } from '../core/log/backfillProgress';
import { daysBackTo } from '../core/report/days';
import type { Backfill } from '../log/intakeLog';
import { openLog } from '../log/open';
import { toLogEntry } from './logEntry';
import { manyItems } from './manyItems';

/** The latest of each trigger. */
const MOST_BACKFILLS = 20;

/** One item a trigger, with its backfills, for each item that asks. */
export async function getIntakeStatus(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	const timeZone = context.getTimezone();
	return await manyItems(context, async () => {
		const log = await openLog();
		const entries: IDataObject[] = [];
		for (const status of await log.intakeStatus()) {
			const { source } = status;
			const backfills = await log.backfills({ source, limit: MOST_BACKFILLS });
			const { noticesWaiting, ...rest } = status;
			entries.push({
				...toLogEntry({ ...rest, isRunning: isAlive(status, now) }),
				ticketsWaiting: noticesWaiting,
				backfills: backfills.map((one) => backfillEntry(one, now, timeZone)),
			});
		}
		return entries;
	});
}

/** A backfill as people read it. */
export function backfillEntry(backfill: Backfill, now: Date, timeZone: string): IDataObject {
	const { id, from, to, state, total, waiting, messages, ended, startedAt, endedAt, error } =
		backfill;
	return toLogEntry({
		...{ id, from, to, state, ...backfillProgress(backfill, now, timeZone) },
		...{ ticketsInAll: total, ticketsWaiting: waiting, messages, messagesDecided: ended },
		...{ startedAt, endedAt, error, reportDays: daysBackTo(from, now, timeZone) },
	});
}

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Owner } from '../core/item/types';
import { digestFigures } from '../core/report/digest/digestFigures';
import { leadDigest, ownerDigest } from '../core/report/digest/digestReport';
import type { Report } from '../core/report/types';
import { openLog } from '../log/open';
import { readCapacity, readDays } from './CsAlertReport.properties';
import { readForEachOwner } from './digestProperties';

/** A report, and whom it is for where that is not the lead. */
export interface ReportFor {
	report: Report;
	owner?: Owner;
}

const DAY_MS = 86_400_000;

/** The lead's digest, then those of the owners. Days are whole ones up to now, so that no hour falls between two weeks. */
export async function makeDigests(
	context: IExecuteFunctions,
	itemIndex: number,
	now: Date,
): Promise<ReportFor[]> {
	const period = {
		since: new Date(now.getTime() - readDays(context, itemIndex) * DAY_MS),
		until: now,
	};
	const capacity = readCapacity(context, itemIndex);
	const log = await openLog();
	const figures = await digestFigures(log, period, {
		timeZone: context.getTimezone(),
		forEachOwner: readForEachOwner(context, itemIndex),
	});
	return [
		{ report: leadDigest(figures, period, capacity) },
		...figures.owners.map((one) => ({ report: ownerDigest(one, period), owner: one.owner })),
	];
}

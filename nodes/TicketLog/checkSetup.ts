import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { timeZoneCheck } from '../core/setupCheck/place';
import { setupResult } from '../core/setupCheck/setupPage';
import { unreadableStorage } from '../core/setupCheck/storage';
import type { SetupCheck } from '../core/setupCheck/types';
import { trimmedTextOf } from '../core/values/text';
import { formatMoment } from '../core/values/wordedTime';
import { openLog } from '../log/open';
import { reasonOf } from '../shared/reasonOf';
import { askSlack } from './askSlack';
import { checkLog } from './checkLog';
import { checkTables } from './checkTables';

/**
 * Looks at everything that can be missing and gives out one item, however many came in. What is broken is
 * a finding, never an error: the rest is looked at all the same.
 */
export async function checkSetup(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = new Date();
	const timeZone = context.getTimezone();
	const checks = [
		...(await checkLogOrSay(context, now)),
		timeZoneCheck(timeZone, trimmedTextOf(process.env.GENERIC_TIMEZONE)),
		...checkTables(context, now),
		...(await askSlack(context)),
	];
	const at = `Looked at on ${formatMoment(now, new Date(0), { locale: 'en-US', timeZone })}, ${timeZone}`;
	const json = { ...setupResult(checks, at) } as IDataObject;
	const pairedItem = context.getInputData().map((_item, item) => ({ item }));
	return [[{ json, pairedItem }]];
}

async function checkLogOrSay(context: IExecuteFunctions, now: Date): Promise<SetupCheck[]> {
	try {
		return await checkLog(context, await openLog(), now);
	} catch (error) {
		return [unreadableStorage(reasonOf(error))];
	}
}

import type { IHookFunctions } from 'n8n-workflow';

import { sourceOf } from '../core/log/source';
import { openLog } from '../log/open';
import { inTurn } from '../shared/inTurn';
import { isStart } from '../shared/isStart';
import { plainError } from '../shared/plainError';
import { reasonOf } from '../shared/reasonOf';

/** Where answers are taken, as the log knows it: what it sends carries links there as long as the trigger is published. */

/** Between two tries while n8n has started and the log is down. */
const RETRY_MS = 30_000;

/** What could not be saved yet, by source. */
const unsaved = new Map<string, ReturnType<typeof setInterval>>();

/**
 * Tells the log the trigger's public address, each time n8n registers it: the address may have changed.
 * @throws NodeOperationError when somebody publishes the workflow and the log cannot take it
 */
export async function saveAddress(context: IHookFunctions): Promise<void> {
	const place = placeOf(context);
	if (place === undefined) return;
	const { source, address } = place;
	stopTrying(source);
	try {
		await inTurn(source, async () => await save(source, address));
	} catch (error) {
		if (!isStart(context)) throw plainError(context.getNode(), error);
		warn(context, 'the log does not know yet where answers are taken', error);
		keepTrying(source, address);
	}
}

/** Takes it back: links would lead nowhere. Those that were sent work again once the workflow is published again. */
export async function forgetAddress(context: IHookFunctions): Promise<void> {
	const place = placeOf(context);
	if (place === undefined) return;
	const { source } = place;
	stopTrying(source);
	try {
		await inTurn(source, async () => {
			const log = await openLog();
			await log.forgetResponseAddress(source);
		});
	} catch (error) {
		// The workflow is unpublished all the same.
		warn(context, 'the log could not be told that answers are no longer taken', error);
	}
}

async function save(source: string, address: string): Promise<void> {
	const log = await openLog();
	await log.saveResponseAddress(source, address, new Date());
}

function keepTrying(source: string, address: string): void {
	const timer = setInterval(() => {
		inTurn(source, async () => {
			// Stopped, or published anew, while this one waited for its turn.
			if (unsaved.get(source) !== timer) return;
			await save(source, address);
			stopTrying(source);
		}).catch(() => {
			// Said once already; tried again at the next turn.
		});
	}, RETRY_MS);
	timer.unref();
	unsaved.set(source, timer);
}

function stopTrying(source: string): void {
	clearInterval(unsaved.get(source));
	unsaved.delete(source);
}

/** Absent for the editor's test address, which lives for two minutes: no link may lead there. */
function placeOf(context: IHookFunctions): { source: string; address: string } | undefined {
	const address = context.getNodeWebhookUrl('default');
	if (context.getMode() === 'manual' || address === undefined) return undefined;
	return { source: sourceOf(context.getWorkflow().id ?? '', context.getNode().id), address };
}

function warn(context: IHookFunctions, what: string, error: unknown): void {
	const reason = reasonOf(error);
	context.logger.warn(`${context.getNode().name}: ${what}: ${reason}`);
}

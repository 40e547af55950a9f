import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import { PATIENCE_MS } from '../core/log/inboxPolicy';
import { sourceOf } from '../core/log/source';
import { openLog } from '../log/open';
import type { TriggerRecord } from '../log/ticketLog';
import { inTurn } from '../shared/inTurn';
import { isStart } from '../shared/isStart';
import { plainError } from '../shared/plainError';
import { reasonOf } from '../shared/reasonOf';
import { connectZendesk } from './connection';
import { isTest, keepRegistration, registrationOf } from './keptRegistration';
import { readReceivingSettings, type ReceivingSettings, type TriggerContext } from './settings';
import {
	isRegistered,
	registerZendesk,
	unregisterZendesk,
	type ZendeskRegistration,
} from './zendesk/registration';
import type { ZendeskAccess } from './zendesk/request';
import { forgetZendeskSecrets } from './zendeskSecret';

/**
 * What stands at the helpdesk for a trigger, and what the log remembers of it. Only what carries the IDs we
 * stored is ever deleted: a duplicated workflow has the same address, and is none of our business.
 */

/** Whether the trigger is remembered, and registered where it registers itself. */
export async function isSetUp(context: IHookFunctions): Promise<boolean> {
	const settings = readReceivingSettings(context);
	const registersItself = settings.proof === 'zendeskApi';
	// The editor's test address lives for two minutes; it is registered each time anew.
	if (isTest(context)) return !registersItself;
	try {
		const record = recordOf(context);
		const log = await openLog();
		const now = Date.now();
		// Left unpublished on purpose, it must not alert of all that came meanwhile.
		if (!isStart(context)) {
			await log.beginAnew(record.source, new Date(now - PATIENCE_MS), new Date(now));
		}
		const isRemembered = (await log.triggers()).some(
			(known) => known.source === record.source && known.address === record.address,
		);
		if (!isRemembered || !registersItself) return isRemembered;
		const registration = await registrationOf(context, record.source);
		if (registration === undefined) return false;
		// The helpdesk is asked right after by keepRegistered.
		if (isStart(context)) return true;
		const access = await connectZendesk(context, settings);
		return await isRegistered(access, registration, { endpoint: record.address ?? '' });
	} catch (error) {
		if (!isStart(context)) throw plainError(context.getNode(), error);
		warn(context, 'whether it is still set up could not be read', error);
		return true;
	}
}

function warn(context: IHookFunctions, what: string, error: unknown): void {
	const reason = reasonOf(error);
	context.logger.warn(`${context.getNode().name}: ${what}: ${reason}`);
}

/** Remembers where the trigger is, and registers it at a helpdesk that takes registrations. */
export async function setUp(context: IHookFunctions): Promise<void> {
	const settings = readReceivingSettings(context);
	try {
		const record = recordOf(context);
		const log = isTest(context) ? undefined : await openLog();
		await log?.saveTrigger(record, new Date());
		if (settings.proof !== 'zendeskApi') return;
		await inTurn(record.source, async () => {
			const earlier = await registrationOf(context, record.source);
			// At a start, keepRegistered puts right what is there under an earlier address.
			if (earlier !== undefined && isStart(context)) return;
			const access = await connectZendesk(context, settings);
			await register(context, access, record, earlier);
		});
	} catch (error) {
		throw plainError(context.getNode(), error);
	}
}

/** Takes back what was registered. What still waits in the log stays: published again, it goes on. */
export async function takeDown(context: IHookFunctions): Promise<void> {
	const settings = readReceivingSettings(context);
	if (settings.proof !== 'zendeskApi') return;
	const source = sourceOf(context.getWorkflow().id ?? '', context.getNode().id);
	try {
		await inTurn(source, async () => {
			const registration = await registrationOf(context, source);
			if (registration === undefined) return;
			await unregisterZendesk(await connectZendesk(context, settings), registration);
			await keepRegistration(context, source, undefined);
		});
	} catch (error) {
		// The workflow is unpublished all the same: what is left at Zendesk is told, and answered with 404.
		warn(context, 'what was registered at Zendesk could not be removed', error);
	}
}

/**
 * Makes again what vanished or was changed at the helpdesk while the workflow is published.
 * @returns whether something had to be made again
 */
export async function keepRegistered(
	context: ITriggerFunctions,
	settings: ReceivingSettings,
	source: string,
): Promise<boolean> {
	if (settings.proof !== 'zendeskApi') return false;
	const log = await openLog();
	const endpoint = (await log.triggers()).find((known) => known.source === source)?.address;
	if (endpoint === undefined) return false;
	return await inTurn(source, async () => {
		const earlier = await registrationOf(context, source);
		// Taken back just now, since the workflow is being unpublished.
		if (earlier === undefined) return false;
		const access = await connectZendesk(context, settings);
		if (await isRegistered(access, earlier, { endpoint })) return false;
		await register(context, access, { source, address: endpoint }, earlier);
		return true;
	});
}

/**
 * Registers what is not there as it should be. To be called in turn: on n8n's start the publishing and the
 * trigger's own round come at the same time, and each would make a webhook of its own.
 */
async function register(
	context: IHookFunctions | ITriggerFunctions,
	access: ZendeskAccess,
	{ source, address = '' }: Pick<TriggerRecord, 'source' | 'address'>,
	earlier: ZendeskRegistration | undefined,
): Promise<void> {
	const wish = { endpoint: address, name: nameOf(context) };
	const made = await registerZendesk(access, wish, earlier);
	await keepRegistration(context, source, made);
	forgetZendeskSecrets();
}

/** As Zendesk's admins see it among their webhooks and rules. */
function nameOf(context: TriggerContext): string {
	const { name, id } = context.getWorkflow();
	return `CS Alerts: ${name ?? id ?? 'n8n'}${isTest(context) ? ' (test)' : ''}`;
}

function recordOf(context: IHookFunctions): TriggerRecord {
	const workflowId = context.getWorkflow().id ?? '';
	return {
		source: sourceOf(workflowId, context.getNode().id),
		workflowId,
		helpdesk: context.getNodeParameter('helpdesk') as string,
		address: context.getNodeWebhookUrl('default'),
	};
}

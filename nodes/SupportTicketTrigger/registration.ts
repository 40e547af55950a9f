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

/**
 * Where each trigger is that n8n has published in this process, by source. At n8n's start the log may be down, or a
 * new one; then the trigger's own rounds bring it up to date.
 */
const published = new Map<string, string>();

/** The public address of a published trigger; absent until n8n has told it, or after it was unpublished. */
export function publishedAddress(source: string): string | undefined {
	return published.get(source);
}

/** Whether the trigger is remembered, and registered where it registers itself. */
export async function isSetUp(context: IHookFunctions): Promise<boolean> {
	const settings = readReceivingSettings(context);
	const registersItself = settings.proof === 'zendeskApi';
	// The editor's test address lives for two minutes; it is registered each time anew.
	if (isTest(context)) return !registersItself;
	try {
		const record = recordOf(context);
		keepAddress(record);
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

/**
 * Remembers where the trigger is, and registers it at a helpdesk that takes registrations. At n8n's start the
 * helpdesk is not waited for: what fails then is done by {@link keepRegistered}.
 */
export async function setUp(context: IHookFunctions): Promise<void> {
	const settings = readReceivingSettings(context);
	try {
		const record = recordOf(context);
		if (!isTest(context)) {
			keepAddress(record);
			const log = await openLog();
			await log.saveTrigger(record, new Date());
		}
		if (settings.proof !== 'zendeskApi') return;
		const registering = inTurn(record.source, async () => {
			const earlier = await registrationOf(context, record.source);
			const access = await connectZendesk(context, settings);
			await register(context, access, record, earlier);
		});
		if (!isStart(context)) await registering;
		else registering.catch((error: unknown) => warn(context, NOT_REGISTERED, error));
	} catch (error) {
		if (!isStart(context)) throw plainError(context.getNode(), error);
		warn(context, 'the log does not know yet where it is', error);
	}
}

const NOT_REGISTERED = 'it could not be registered at Zendesk yet, which is tried again';

/** Takes back what was registered. What still waits in the log stays: published again, it goes on. */
export async function takeDown(context: IHookFunctions): Promise<void> {
	const settings = readReceivingSettings(context);
	const source = sourceOf(context.getWorkflow().id ?? '', context.getNode().id);
	if (!isTest(context)) published.delete(source);
	if (settings.proof !== 'zendeskApi') return;
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
 * Makes again what vanished or was changed at the helpdesk while the workflow is published, and what could not be
 * made when n8n started.
 * @returns whether something was there before and had to be made again
 */
export async function keepRegistered(
	context: ITriggerFunctions,
	settings: ReceivingSettings,
	source: string,
): Promise<boolean> {
	if (settings.proof !== 'zendeskApi') return false;
	return await inTurn(source, async () => {
		const earlier = await registrationOf(context, source);
		const endpoint = publishedAddress(source) ?? (earlier && (await loggedAddress(source)));
		// Never published, or being unpublished just now.
		if (endpoint === undefined) return false;
		const access = await connectZendesk(context, settings);
		if (earlier !== undefined && (await isRegistered(access, earlier, { endpoint }))) return false;
		await register(context, access, { source, address: endpoint }, earlier);
		return earlier !== undefined;
	});
}

/** Where the trigger was the last time: at a start n8n tells its address beside the first round, or a little later. */
async function loggedAddress(source: string): Promise<string | undefined> {
	const log = await openLog();
	return (await log.triggers()).find((known) => known.source === source)?.address;
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

function keepAddress({ source, address }: TriggerRecord): void {
	if (address !== undefined) published.set(source, address);
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

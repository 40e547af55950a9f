import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';

import { openLog } from '../log/open';
import type { TriggerContext } from './settings';
import { readRegistration, type ZendeskRegistration } from './zendesk/registration';

/** What was registered for this trigger; for the editor's test address it stands in n8n's static data. */
export async function registrationOf(
	context: TriggerContext,
	source: string,
): Promise<ZendeskRegistration | undefined> {
	if (isTest(context)) {
		return readRegistration(context.getWorkflowStaticData('node').testRegistration);
	}
	const log = await openLog();
	const stored = (await log.triggerProgress(source))?.registration;
	return stored === undefined ? undefined : readRegistration(parsed(stored));
}

/** Keeps what was registered, or that nothing is any more. */
export async function keepRegistration(
	context: IHookFunctions | ITriggerFunctions,
	source: string,
	registration: ZendeskRegistration | undefined,
): Promise<void> {
	if (isTest(context)) {
		context.getWorkflowStaticData('node').testRegistration = registration && { ...registration };
		return;
	}
	const log = await openLog();
	const stored = registration === undefined ? '' : JSON.stringify(registration);
	await log.saveTriggerProgress(source, { registration: stored });
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** "Listen for test event" has an address of its own: that is not where the trigger is. */
export function isTest(context: TriggerContext): boolean {
	return context.getMode() === 'manual';
}

import type { ITriggerFunctions } from 'n8n-workflow';

import { openLog } from '../log/open';
import type { TriggerRecord } from '../log/ticketLog';
import { startBackfills } from './backfillRuns';
import { connect, type Connection } from './connection';
import { HelpdeskError } from './helpdesk';
import { startLooks } from './lookRuns';
import { startReconciling } from './reconcileRuns';
import { keepRegistered } from './registration';
import { readRunSettings, type ReceivingSettings } from './settings';

/**
 * What is done by the helpdesk's API while the workflow is published: looking at tickets it named, asking for
 * those it never named, reading its past, and looking after our registration.
 */
export function startHelpdeskRuns(
	context: ITriggerFunctions,
	{ source, workflowId }: TriggerRecord,
	settings: ReceivingSettings,
	onError: (error: unknown) => void,
): { stop(): void } {
	const { helpdesk } = settings;
	const { name } = context.getNode();
	const api = async (): Promise<Connection> => {
		const connection = await connect(context, settings);
		if (connection !== undefined) return connection;
		throw new HelpdeskError(
			'The credential has no access token, so the helpdesk cannot be asked. Enter one in it',
			{ isLasting: true },
		);
	};
	const withInstance = async () => {
		const connection = await api();
		return { api: connection.api, instance: await connection.instance() };
	};
	const looks = startLooks({
		source,
		settings,
		connect: async () => (await api()).api,
		onError,
	});
	const backfills = startBackfills({
		source,
		workflowId,
		helpdesk,
		connect: withInstance,
		onError,
	});
	const reconciling = startReconciling({
		source,
		workflowId,
		helpdesk,
		isOn: readRunSettings(context).reconcile,
		connect: withInstance,
		keepRegistered: async () => await keepRegistered(context, settings, source),
		tell: (text) => context.logger.warn(`${name}: ${text}`),
		onError,
	});
	let stopListening: (() => void) | undefined;
	let isStopped = false;
	openLog().then((log) => {
		if (!isStopped) stopListening = log.onNews('notices', () => looks.wake());
	}, onError);
	return {
		stop: () => {
			isStopped = true;
			stopListening?.();
			looks.stop();
			backfills.stop();
			reconciling.stop();
		},
	};
}

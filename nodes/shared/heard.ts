import type { IDataObject, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { sourceOf } from '../core/log/source';
import { plainError } from './plainError';

/**
 * What came while somebody in the editor listened. Of a node with both `webhook` and `trigger`, n8n does not
 * take over what `webhook` gives out there: the run it starts waits for `trigger` to emit (n8n-core 2.41,
 * `executeTriggerNode`).
 */
const heard = new Map<string, IDataObject>();

/** Keeps what a run in the editor starts with until that run asks for it; something later takes its place. */
export function keepHeard(context: IWebhookFunctions, json: IDataObject): void {
	heard.set(sourceIn(context), json);
}

/**
 * Gives the run that was started in the editor what it was started with, once.
 * @param none what is said where nothing is at hand
 */
export function emitHeard(context: ITriggerFunctions, none: string): void {
	const source = sourceIn(context);
	const json = heard.get(source);
	heard.delete(source);
	if (json === undefined) context.emitError(plainError(context.getNode(), none));
	else context.emit([[{ json }]]);
}

function sourceIn(context: IWebhookFunctions | ITriggerFunctions): string {
	return sourceOf(context.getWorkflow().id ?? '', context.getNode().id);
}

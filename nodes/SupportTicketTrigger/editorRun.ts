import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { sourceOf } from '../core/log/source';
import { plainError } from '../shared/plainError';
import { takeHeard } from './heard';
import { sampleTicket } from './sampleTicket';
import { isSample } from './settings';

/** Gives the run that was started in the editor the ticket it was started with, or a sample ticket. */
export function emitHeard(context: ITriggerFunctions): void {
	const node = context.getNode();
	const ticket = isSample(context)
		? sampleTicket(new Date())
		: takeHeard(sourceOf(context.getWorkflow().id ?? '', node.id));
	if (ticket === undefined) {
		context.emitError(
			plainError(
				node,
				'No test event is at hand. Choose Execute workflow again, then let the helpdesk send a ticket to the Test URL',
			),
		);
		return;
	}
	context.emit([[{ json: { ticket: { ...ticket } as IDataObject } }]]);
}

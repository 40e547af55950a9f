import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { sourceOf } from '../core/log/source';
import { plainError } from '../shared/plainError';
import { takeHeard } from './heard';

/** Gives the run that was started in the editor the ticket it was started with. */
export function emitHeard(context: ITriggerFunctions): void {
	const node = context.getNode();
	const ticket = takeHeard(sourceOf(context.getWorkflow().id ?? '', node.id));
	if (ticket === undefined) {
		context.emitError(
			plainError(
				node,
				'No test event is at hand. Choose Execute workflow again, then let the helpdesk send a ticket to the Test URL. To try a workflow without a helpdesk, start it by a Manual Trigger and a Ticket Log node with the operation Sample Ticket',
			),
		);
		return;
	}
	context.emit([[{ json: { ticket: { ...ticket } as IDataObject } }]]);
}

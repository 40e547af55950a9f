import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { plainError } from '../shared/plainError';
import { takeHeard } from './heard';
import { sourceOf } from '../core/log/source';

/** Gives the run that was started in the editor the ticket it was started with. */
export function emitHeard(context: ITriggerFunctions): void {
	const node = context.getNode();
	const ticket = takeHeard(sourceOf(context.getWorkflow().id ?? '', node.id));
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

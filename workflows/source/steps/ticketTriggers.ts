import type { Canvas, Grid, NodeOptions } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';

const TRIGGERS: Record<string, Record<string, string>> = {
	'Zendesk Tickets': { helpdesk: 'zendesk', authentication: 'zendeskApi' },
	'Intercom Tickets': { helpdesk: 'intercom', authentication: 'csAlertsIntercomApi' },
	'Freshdesk Tickets': {
		helpdesk: 'freshdesk',
		authentication: 'headerAuth',
		readTicketsBy: 'api',
	},
	'Other Tickets': { helpdesk: 'other', authentication: 'headerAuth', helpdeskName: 'other' },
};

/**
 * Adds a sample ticket to start by hand, and a trigger for each helpdesk, one below the other. The triggers
 * are disabled: none can start before its credential is chosen, and most teams have one helpdesk.
 * @returns the names of those that give tickets
 */
export function addTicketTriggers(canvas: Canvas, [column, row]: Grid): string[] {
	const tryIt = canvas.add('Try It', TYPES.manualTrigger, [column - 1, row]);
	const sample = canvas.add('Sample Ticket', TYPES.ticketLog, [column, row], {
		parameters: { operation: 'sampleTicket' },
	});
	canvas.connect(tryIt, sample);
	const helpdesks = Object.entries(TRIGGERS).map(([name, settings], index) => {
		const options: NodeOptions = { disabled: true, parameters: { ...settings, options: {} } };
		return canvas.add(name, TYPES.supportTicketTrigger, [column, row + 1 + index], options);
	});
	return [sample, ...helpdesks];
}

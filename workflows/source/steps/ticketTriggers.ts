import type { Canvas, Grid, NodeOptions } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';

const TRIGGERS = {
	'Zendesk Tickets': { helpdesk: 'zendesk', authentication: 'signature', instance: '' },
	'Intercom Tickets': {
		helpdesk: 'intercom',
		authentication: 'signature',
		instance: 'app.intercom.com',
	},
	'Freshdesk Tickets': { helpdesk: 'freshdesk', authentication: 'headerAuth', instance: '' },
} satisfies Record<string, Record<string, string>>;

/**
 * Adds a trigger for each helpdesk, one below the other. They are disabled: none can start before its
 * credential is chosen, and most teams have one helpdesk.
 * @returns their names
 */
export function addTicketTriggers(canvas: Canvas, [column, row]: Grid): string[] {
	return Object.entries(TRIGGERS).map(([name, settings], index) => {
		const options: NodeOptions = { disabled: true, parameters: { ...settings, options: {} } };
		return canvas.add(name, TYPES.supportTicketTrigger, [column, row + index], options);
	});
}

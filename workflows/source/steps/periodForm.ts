import type { NodeOptions } from '../canvas/canvas.ts';
import { ending } from './formEnding.ts';

/** The node whose fields say what a backfill is of. */
export const PERIOD_FORM = 'Choose Period';

const TITLE = 'Score earlier tickets';

/** Only the helpdesks that have an API to ask for months back. */
const HELPDESKS = ['Zendesk', 'Intercom', 'Freshdesk'];

/** Options of a form that asks for a helpdesk and a period. Whoever fills it in must be logged in to n8n. */
export const choosePeriod: NodeOptions = {
	parameters: {
		authentication: 'n8nUserAuth',
		formTitle: TITLE,
		formDescription:
			'Tickets created in this period are fetched, scored and looked up. Nobody is alerted of them.',
		formFields: {
			values: [
				{
					fieldLabel: 'Helpdesk',
					fieldType: 'dropdown',
					fieldOptions: { values: HELPDESKS.map((option) => ({ option })) },
					requiredField: true,
				},
				{ fieldLabel: 'From', fieldType: 'date', requiredField: true },
				{ fieldLabel: 'To (not included; empty: now)', fieldName: 'To', fieldType: 'date' },
			],
		},
		options: { appendAttribution: false, buttonLabel: 'Start', includeUserInOutput: false },
	},
};

/** Options of a page that says how far it is, and asks again at the press of its button. */
export const progressPage = (description: string): NodeOptions => ({
	parameters: {
		formFields: { values: [] },
		options: {
			formTitle: 'How far the backfill is',
			formDescription: description,
			buttonLabel: 'Look Again',
		},
	},
});

/** Options of the form's last page; the message is plain text, or a reference to it. */
export const periodEnding = (title: string, message: string): NodeOptions =>
	ending(TITLE, title, message);

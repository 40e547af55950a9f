import type { Canvas, Grid, NodeOptions } from '../canvas/canvas.ts';
import { fieldsOf, filterOn, switchOn } from '../canvas/canvasParts.ts';
import { TYPES } from '../canvas/nodeTypes.ts';
import { readTable } from './dataTable.ts';
import { OUTCOMES_TABLE } from './outcomesTable.ts';

/** What tells a renewal from other business differs from team to team: theirs to change. */
const RENEWALS = `SELECT AccountId, CloseDate, IsWon FROM Opportunity WHERE IsClosed = true AND Type = 'Renewal' AND CloseDate = LAST_N_DAYS:365`;
const HUBSPOT_RENEWAL_TYPE = 'existingbusiness';

const askSalesforce: NodeOptions = {
	disabled: true,
	parameters: { resource: 'search', query: RENEWALS },
};

const askHubSpot: NodeOptions = {
	disabled: true,
	parameters: {
		authentication: 'appToken',
		resource: 'deal',
		operation: 'getAll',
		returnAll: true,
		filters: {
			includeAssociations: true,
			properties: ['closedate', 'dealtype', 'hs_is_closed', 'hs_is_closed_won'],
		},
	},
};

/** A long row, kept short enough to be read when n8n opens it on a small screen. */
const CLOSE = 0.85;

/** A renewal of either CRM, as far as its end is told. */
const renewal = (accountId: string, date: string, isWon: string): NodeOptions =>
	fieldsOf({
		account_id: `={{ $json.${accountId} }}`,
		date: `={{ $json.${date} }}`,
		is_won: `={{ $json.${isWon} }}`,
	});

const ended = (outcome: string): NodeOptions =>
	fieldsOf({
		account_id: '={{ $json.account_id }}',
		outcome,
		date: '={{ $json.date }}',
	});

/**
 * Adds what tells what became of accounts: the rows of the table, and the closed renewals of a CRM. A CRM that is
 * disabled hands on the trigger's own item, of which nothing comes through.
 * @param place of the table; the CRMs stand below it
 * @returns the node with all outcomes
 */
export function addOutcomes(canvas: Canvas, start: string, place: Grid): string {
	const at = (columns: number, rows = 0): Grid => [place[0] + columns * CLOSE, place[1] + rows];
	const table = canvas.add('Known Outcomes', TYPES.dataTable, at(0), readTable(OUTCOMES_TABLE));
	const salesforce = canvas.add('Salesforce Renewals', TYPES.salesforce, at(0, 1), askSalesforce);
	const salesforceFields = canvas.add(
		'Salesforce Fields',
		TYPES.set,
		at(3, 1),
		renewal('AccountId', 'CloseDate', 'IsWon'),
	);
	const hubspot = canvas.add('HubSpot Deals', TYPES.hubspot, at(0, 2), askHubSpot);
	const closed = canvas.add(
		'Closed Renewals',
		TYPES.filter,
		at(1, 2),
		filterOn([
			['={{ $json.properties.dealtype.value }}', { operation: 'equals', to: HUBSPOT_RENEWAL_TYPE }],
			['={{ $json.properties.hs_is_closed.value }}', { operation: 'equals', to: 'true' }],
		]),
	);
	const companies = canvas.add('Each Company', TYPES.splitOut, at(2, 2), {
		parameters: {
			fieldToSplitOut: 'associations.associatedCompanyIds',
			include: 'allOtherFields',
			options: { destinationFieldName: 'company_id' },
		},
	});
	const hubspotFields = canvas.add(
		'HubSpot Fields',
		TYPES.set,
		at(3, 2),
		renewal('company_id', 'properties.closedate.value', 'properties.hs_is_closed_won.value'),
	);
	// Together, so that what follows runs once: the reports take the outcomes of one run.
	const renewals = canvas.add('All Renewals', TYPES.merge, at(4, 1.5), { parameters: {} });
	const ways = canvas.add(
		'Won or Lost?',
		TYPES.switch,
		at(5, 1.5),
		switchOn('={{ $json.is_won }}', {
			Won: { operation: 'equals', to: 'true' },
			Lost: { operation: 'equals', to: 'false' },
		}),
	);
	const renewed = canvas.add('Renewed', TYPES.set, at(6, 1), ended('renewed'));
	const churned = canvas.add('Churned', TYPES.set, at(6, 2), ended('churned'));
	const all = canvas.add('All Outcomes', TYPES.merge, at(7, 1), {
		parameters: { numberInputs: 3 },
	});
	for (const first of [table, salesforce, hubspot]) canvas.connect(start, first);
	canvas.chain(salesforce, salesforceFields, renewals, ways);
	canvas.chain(hubspot, closed, companies, hubspotFields);
	canvas.connect(hubspotFields, renewals, 0, 1);
	canvas.connect(ways, renewed, 0);
	canvas.connect(ways, churned, 1);
	[table, renewed, churned].forEach((node, input) => canvas.connect(node, all, 0, input));
	return all;
}

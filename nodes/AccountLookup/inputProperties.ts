import type { INodeProperties } from 'n8n-workflow';
import type { AccountColumn } from '../core/account';
import { textField } from '../shared/textField';

const columnField = (
	displayName: string,
	name: AccountColumn,
	placeholder: string,
	description: string,
): INodeProperties => textField(displayName, name, `e.g. ${placeholder}`, description);

/** Headings that are recognised, as the panel tells them. */
export const RECOGNISED_COLUMNS = [
	'Account ID',
	'Company Name',
	'Website',
	'Email Domain',
	'Contact Emails',
	'MRR',
	'ARR',
	'Currency',
	'Renewal Date',
	'Contract End Date',
	'Health Score',
	'Account Owner',
	'Account Owner Email',
	'CSM Email',
	'Zendesk Organization ID',
] as const;

/** Columns of the rows on the second input, for names that are not recognised. */
export const columnsProperty: INodeProperties = {
	displayName: 'Columns',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	displayOptions: { show: { source: ['input'] } },
	description: `Only for columns whose names are not recognised. Recognised, with or without capitals, spaces and underscores, are names such as ${RECOGNISED_COLUMNS.join(', ')}. "Annual Revenue" is not taken for ARR: CRMs call the customer's own turnover so.`,
	options: [
		columnField('Account ID', 'id', 'account_number', 'The account that a row belongs to'),
		columnField('Account URL', 'url', 'crm_link', 'Where a person opens the account'),
		columnField(
			'ARR',
			'arr',
			'yearly_value',
			'Revenue per year, read as a twelfth of it per month',
		),
		columnField('Contact Emails', 'contacts', 'people', 'Addresses of people at the account'),
		columnField('Currency', 'currency', 'iso_currency', 'Currency code of the MRR, such as USD'),
		columnField('Domains', 'domains', 'internet', 'Company domains or websites, one or more'),
		columnField(
			'Health Change',
			'healthChange',
			'health_7d',
			'Points the health score gained or lost over the days below',
		),
		columnField('Health Change Days', 'healthChangeDays', 'window', '7 days if there is no column'),
		columnField('Health Score', 'healthScore', 'cs_health', 'From 0 to 100'),
		columnField(
			'Helpdesk Organization ID',
			'organizations',
			'support_org',
			'What the helpdesk calls the customer: the ID of its organization or company there, or the external ID it keeps. Not needed where that external ID is the account ID.',
		),
		columnField('MRR', 'mrr', 'monthly_fee', 'Revenue per month, e.g. 4500, $4,500 or 4.500 €'),
		columnField('Name', 'name', 'kunde', 'Name of the account'),
		columnField('Owner Channel', 'ownerChannel', 'notify', 'Either slack or email'),
		columnField('Owner Email', 'ownerEmail', 'manager_mail', 'E-mail address of the CS owner'),
		columnField('Owner Name', 'ownerName', 'manager', 'Name of the CS owner'),
		columnField(
			'Owner Slack ID',
			'ownerSlackId',
			'manager_slack',
			'Slack member ID of the CS owner',
		),
		columnField(
			'Parent Account ID',
			'parentId',
			'group_id',
			'The account that this one belongs to',
		),
		columnField('Renewal Date', 'renewalDate', 'term_end', 'The day the contract renews'),
	],
};

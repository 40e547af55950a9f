import type { INodeProperties } from 'n8n-workflow';
import type { AccountColumn } from '../core/account';

const columnField = (
	displayName: string,
	name: AccountColumn,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	description,
});

/** Columns of the rows on the second input, for names that are not recognised. */
export const columnsProperty: INodeProperties = {
	displayName: 'Columns',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	displayOptions: { show: { source: ['input'] } },
	description:
		'Columns whose names are not recognised by themselves. Names such as account_id, Renewal Date or ownerEmail need no entry.',
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
		columnField('Domains', 'domains', 'web', 'Company domains or websites'),
		columnField(
			'Health Change',
			'healthChange',
			'health_7d',
			'Points the health score gained or lost over the days below',
		),
		columnField('Health Change Days', 'healthChangeDays', 'window', '7 days if there is no column'),
		columnField('Health Score', 'healthScore', 'cs_health', 'From 0 to 100'),
		columnField('MRR', 'mrr', 'monthly_value', 'Revenue per month'),
		columnField('Name', 'name', 'client', 'Name of the account'),
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

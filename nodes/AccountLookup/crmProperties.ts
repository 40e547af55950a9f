import type { INodeProperties } from 'n8n-workflow';
import { DEAL_GROUP_LABELS, PICKER_LABELS } from './crmSettings';

export const CRMS = ['salesforce', 'hubspot'];

const SOURCES = ['input', 'salesforce', 'hubspot'];

/**
 * When to show what belongs to one CRM's credentials. The editor hides every field that a credential's `show` names
 * beside the authentication, so "Source" may only be named under `hide`: it would vanish from the panel.
 * @param authentication the choice the credential belongs to; absent for the choice itself
 */
export function forCrm(
	crm: 'salesforce' | 'hubspot',
	authentication?: string,
): { hide: Record<string, string[]>; show?: Record<string, string[]> } {
	return {
		hide: { source: SOURCES.filter((source) => source !== crm) },
		...(authentication !== undefined && { show: { [`${crm}Authentication`]: [authentication] } }),
	};
}

/** Which of each CRM's credentials to use. */
export const crmCredentialProperties: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'salesforceAuthentication',
		type: 'options',
		noDataExpression: true,
		default: 'salesforceOAuth2Api',
		options: [
			{
				name: 'OAuth2',
				value: 'salesforceOAuth2Api',
				description: 'The Salesforce OAuth2 credential of n8n',
			},
			{
				name: 'OAuth2 Client Credentials',
				value: 'csAlertsSalesforceClientCredentialsOAuth2Api',
				description: 'An integration user, without a person signing in',
			},
			{
				name: 'OAuth2 JWT',
				value: 'salesforceJwtApi',
				description: 'The Salesforce JWT credential of n8n',
			},
		],
		displayOptions: forCrm('salesforce'),
	},
	{
		displayName: 'Authentication',
		name: 'hubspotAuthentication',
		type: 'options',
		noDataExpression: true,
		default: 'hubspotAppToken',
		options: [
			{
				name: 'OAuth2',
				value: 'hubspotOAuth2Api',
				description: 'The HubSpot OAuth2 credential of n8n',
			},
			{
				name: 'Service Key',
				value: 'hubspotAppToken',
				description:
					'The HubSpot service key credential of n8n, which also takes private app tokens',
			},
		],
		displayOptions: forCrm('hubspot'),
	},
];

/** Where in the CRM each fact is kept. */
export const crmFieldProperties: INodeProperties[] = [
	{
		displayName: 'MRR From',
		name: 'mrrFrom',
		type: 'options',
		noDataExpression: true,
		default: 'field',
		options: [
			{ name: 'Account Field', value: 'field' },
			{
				name: 'Sum Over Open Opportunities or Deals',
				value: 'open',
				description: 'Those that are neither won nor lost',
			},
			{
				name: 'Sum Over Won Opportunities or Deals',
				value: 'won',
				description:
					'All that were ever won, so choose a record type or pipeline of running contracts',
			},
		],
		displayOptions: { show: { source: CRMS } },
	},
	{
		displayName: PICKER_LABELS.mrr,
		name: 'mrrField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getNumberFields' },
		default: '',
		description:
			'The account field that holds the recurring revenue. Without one, the MRR is unknown. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, mrrFrom: ['field'] } },
	},
	{
		displayName: PICKER_LABELS.dealMrr,
		name: 'dealMrrField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getDealNumberFields' },
		required: true,
		default: '',
		description:
			'The opportunity or deal field whose amounts are added up; those without an amount count for nothing. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, mrrFrom: ['open', 'won'] } },
	},
	{
		displayName: DEAL_GROUP_LABELS.mrr,
		name: 'mrrDealGroup',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getDealGroups' },
		default: '',
		description:
			'Only opportunities of this record type, or deals of this pipeline, count into the MRR. Empty for all. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, mrrFrom: ['open', 'won'] } },
	},
	{
		displayName: 'Amount Is',
		name: 'mrrPeriod',
		type: 'options',
		noDataExpression: true,
		default: 'month',
		options: [
			{ name: 'Monthly', value: 'month' },
			{ name: 'Yearly', value: 'year', description: 'Divided by 12' },
		],
		description: 'What the field that the MRR is read from holds',
		displayOptions: { show: { source: CRMS } },
	},
	{
		displayName: 'Renewal Date From',
		name: 'renewalFrom',
		type: 'options',
		noDataExpression: true,
		default: 'field',
		options: [
			{ name: 'Account Field', value: 'field' },
			{
				name: 'Nearest Open Opportunity or Deal',
				value: 'deals',
				description: 'Its close date, from today on, or else the one most recently missed',
			},
		],
		displayOptions: { show: { source: CRMS } },
	},
	{
		displayName: PICKER_LABELS.renewal,
		name: 'renewalField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getDateFields' },
		default: '',
		description:
			'The account field that holds the day the contract renews. Without one, it is unknown. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, renewalFrom: ['field'] } },
	},
	{
		displayName: DEAL_GROUP_LABELS.renewal,
		name: 'dealGroup',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getDealGroups' },
		default: '',
		description:
			'Only opportunities of this record type, or deals of this pipeline, count as renewals. Empty for all. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, renewalFrom: ['deals'] } },
	},
	{
		displayName: PICKER_LABELS.health,
		name: 'healthField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getNumberFields' },
		default: '',
		description:
			'The account field that holds the health score, from 0 to 100. Its change is read from the CRM where the field is tracked. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS } },
	},
	{
		displayName: 'Customer-Success Owner',
		name: 'ownerFrom',
		type: 'options',
		noDataExpression: true,
		default: 'accountOwner',
		options: [
			{ name: 'Account Owner', value: 'accountOwner' },
			{ name: 'Another User Field', value: 'user' },
			{ name: 'Field With an Email Address', value: 'email' },
		],
		displayOptions: { show: { source: CRMS } },
	},
	{
		displayName: PICKER_LABELS.owner,
		name: 'ownerUserField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getUserFields' },
		required: true,
		default: '',
		description:
			'The account field that names the user. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, ownerFrom: ['user'] } },
	},
	{
		displayName: PICKER_LABELS.owner,
		name: 'ownerEmailField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTextFields' },
		required: true,
		default: '',
		description:
			'The account field that holds the owner\'s email address. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { source: CRMS, ownerFrom: ['email'] } },
	},
];

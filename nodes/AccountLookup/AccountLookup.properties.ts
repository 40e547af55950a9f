import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { AccountChoice, ColumnMapping, MatchOptions, readDomainList } from '../core/account';
import { readRequester } from '../core/item/readers';
import { crmOptions } from './crmOptions';
import { crmCredentialProperties, crmFieldProperties } from './crmProperties';
import { columnsProperty } from './inputProperties';

export const properties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		default: 'input',
		options: [
			{
				name: 'Accounts From Input',
				value: 'input',
				description: 'Rows of a table, connected to the second input',
			},
			{ name: 'HubSpot', value: 'hubspot' },
			{ name: 'Salesforce', value: 'salesforce' },
		],
		description: 'Where the known accounts come from',
	},
	...crmCredentialProperties,
	{
		displayName:
			'Connect the node that reads all your accounts (Data Table, Postgres, Google Sheets …) to the input "Accounts"; thousands of rows are fine. A ticket is matched by contact email, by what was attached by hand, by the organization in the helpdesk, by company domain, and by the domain that several contacts of one account share. Columns of other facts, such as the plan, are kept under account.fields (30 at most), so that the rules of Threshold Gate can ask for them.',
		name: 'inputNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { source: ['input'] } },
	},
	{
		displayName:
			'The input "Accounts" is optional here: rows with an email (or a whole domain, "@acme.com") and an account ID attach it to the account, and logged rows with an account ID, a health score and a time tell how the score changed.',
		name: 'crmNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { source: ['salesforce', 'hubspot'] } },
	},
	{
		displayName: 'Requester Email From',
		name: 'requesterEmailFrom',
		type: 'options',
		noDataExpression: true,
		default: 'ticket',
		options: [
			{
				name: 'Ticket',
				value: 'ticket',
				description: 'The field ticket.requester.email, as the templates write it',
			},
			{ name: 'Define Below', value: 'define' },
		],
	},
	{
		displayName: 'Requester Email',
		name: 'requesterEmail',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.from.address }}',
		description: 'The email address of the person who wrote the ticket',
		displayOptions: { show: { requesterEmailFrom: ['define'] } },
	},
	{
		displayName: 'When Several Accounts Match',
		name: 'chooseBy',
		type: 'options',
		noDataExpression: true,
		default: 'none',
		options: [
			{
				name: 'Choose the Next Open Renewal',
				value: 'openRenewal',
				description: 'The account whose renewal comes next, from today on',
			},
			{
				name: 'Choose the Parent Account',
				value: 'parentAccount',
				description: 'The account that all the others belong to',
			},
			{
				name: 'Choose the Highest MRR',
				value: 'highestMrr',
				description: 'Only when the MRR of all of them is known, in one currency',
			},
			{
				name: 'Leave It to a Person',
				value: 'none',
				description: 'The ticket goes on as ambiguous, with the candidates',
			},
		],
		description: 'What to do when the requester belongs to more than one account',
	},
	...crmFieldProperties,
	columnsProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			...crmOptions,
			{
				displayName: 'Health Change Window (Days)',
				name: 'healthDays',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 365 },
				default: 7,
				description: 'Over how many days the change of the health score is told',
			},
			{
				displayName: 'Ignore Plus Tags',
				name: 'plusAddressing',
				type: 'boolean',
				default: false,
				description:
					'Whether jane+billing@acme.com is also looked for as jane@acme.com when it is no contact itself',
			},
			{
				displayName: 'More Personal Domains',
				name: 'personalDomains',
				type: 'string',
				default: '',
				placeholder: 'e.g. reseller.io, hoster.example',
				description:
					'Domains that must never name an account, besides the known free and disposable mail services. Separate them with commas.',
			},
			{
				displayName: 'Own Domains',
				name: 'ownDomains',
				type: 'string',
				default: '',
				placeholder: 'e.g. northwind.com, northwind.de',
				description:
					"Your own company's domains, besides that of your account owners' addresses: whoever writes from there is a colleague, and an account with such a domain is no customer. Separate them with commas.",
			},
		],
	},
];

export interface Options {
	plusAddressing?: boolean;
	personalDomains?: string;
	ownDomains?: string;
	healthDays?: number;
	cacheMinutes?: number;
	timeoutSeconds?: number;
	currency?: string;
	currencyField?: string;
	domainsField?: string;
	organizationField?: string;
	moreFields?: string | string[];
}

/**
 * The fields that hold for all items of a run.
 * @param report is told of entries under "More Personal Domains" and "Own Domains" that are none
 */
export function readMatchOptions(
	context: IExecuteFunctions,
	today: string,
	readDomains: typeof readDomainList,
	report: (problem: string) => void,
): MatchOptions {
	const { plusAddressing, personalDomains = '', ownDomains = '' } = readOptions(context);
	const domainsIn = (text: string, field: string) => {
		const { domains, unknown } = readDomains(text);
		for (const entry of unknown) {
			report(`"${entry}" under "${field}" in Options is not a domain, e.g. example.com`);
		}
		return domains;
	};
	return {
		plusAddressing: plusAddressing === true,
		chooseBy: context.getNodeParameter('chooseBy', 0, 'none') as AccountChoice,
		personalDomains: domainsIn(personalDomains, 'More Personal Domains'),
		ownDomains: domainsIn(ownDomains, 'Own Domains'),
		today,
	};
}

export function readColumnMapping(context: IExecuteFunctions): ColumnMapping {
	return context.getNodeParameter('columns', 0, {}) as ColumnMapping;
}

/** Limits of a look-up; what is not set or makes no sense has its default. */
export function readLimits(context: IExecuteFunctions): {
	cacheMinutes: number;
	timeoutSeconds: number;
	healthDays: number;
} {
	const { cacheMinutes, timeoutSeconds, healthDays } = readOptions(context);
	const atLeast = (least: number, value: unknown, otherwise: number) =>
		typeof value === 'number' && value >= least ? value : otherwise;
	return {
		cacheMinutes: atLeast(0, cacheMinutes, 10),
		timeoutSeconds: atLeast(1, timeoutSeconds, 60),
		healthDays: atLeast(1, healthDays, 7),
	};
}

/**
 * The requester's address as the ticket or the admin's field gives it; it may still be empty or no
 * address at all.
 * @throws Error when the item carries no ticket, which is a matter of wiring, not of data
 */
export function readRequesterEmail(
	context: IExecuteFunctions,
	json: IDataObject,
	itemIndex: number,
): unknown {
	if (context.getNodeParameter('requesterEmailFrom', itemIndex, 'ticket') === 'define') {
		return context.getNodeParameter('requesterEmail', itemIndex);
	}
	const requester = readRequester(json);
	if (requester === undefined) {
		throw new Error(
			'The item has no field "ticket". Add it before this node as the templates do, or set "Requester Email From" to "Define Below"',
		);
	}
	return requester.email;
}

/** What is set under "Options". */
export function readOptions(context: IExecuteFunctions): Options {
	return context.getNodeParameter('options', 0, {}) as Options;
}

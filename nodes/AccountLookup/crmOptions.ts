import type { INodeProperties } from 'n8n-workflow';
import { CRMS } from './crmProperties';
import { MORE_FIELDS_LABEL, PICKER_LABELS } from './crmSettings';

/** Facts that few orgs need to map; part of the Options. */
export const crmOptions: INodeProperties[] = [
	{
		displayName: 'Cache for (Minutes)',
		name: 'cacheMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1440 },
		default: 10,
		description:
			'How long an answer of the CRM is used again, so that a burst of tickets costs one look-up. "Not found" is remembered for a minute at most. 0 asks anew for each execution.',
		displayOptions: { show: { '/source': CRMS } },
	},
	{
		displayName: 'Currency Code',
		name: 'currency',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD',
		description: 'The currency of the MRR where the CRM does not name one',
		displayOptions: { show: { '/source': CRMS } },
	},
	{
		displayName: PICKER_LABELS.currency,
		name: 'currencyField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTextFields' },
		default: '',
		description:
			'The account field that holds the currency of an MRR that is an account field, too. Salesforce orgs with several currencies need none. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { '/source': CRMS } },
	},
	{
		displayName: PICKER_LABELS.domains,
		name: 'domainsField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTextFields' },
		default: '',
		description:
			'A further account field with mail domains, besides the website. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { '/source': ['salesforce'] } },
	},
	{
		displayName: MORE_FIELDS_LABEL,
		name: 'moreFields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPlainFields' },
		default: [],
		description:
			'Further account fields, at most 30, to keep under account.fields, so that the rules of Threshold Gate can ask for them, e.g. the plan or the segment. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { '/source': CRMS } },
	},
	{
		displayName: PICKER_LABELS.organization,
		name: 'organizationField',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTextFields' },
		default: '',
		description:
			'The account field that holds the ID of the customer\'s organization (Zendesk) or company (Intercom, Freshdesk) in the helpdesk, or the external ID the helpdesk keeps of it. Not needed where that external ID is the account\'s own ID. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		displayOptions: { show: { '/source': CRMS } },
	},
	{
		displayName: 'Time-Out (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: 60,
		description: 'How long the whole look-up of all tickets may take, over all calls and waits',
		displayOptions: { show: { '/source': CRMS } },
	},
];

import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { runItems } from '../shared/runItems';
import { forCrm } from './crmProperties';
import { describeFailedLookup, prepareLookup } from './lookup';
import {
	getDateFields,
	getDealGroups,
	getDealNumberFields,
	getNumberFields,
	getPlainFields,
	getTextFields,
	getUserFields,
} from './fieldPickers';
import { properties } from './AccountLookup.properties';

export class AccountLookup implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Account Lookup',
		name: 'accountLookup',
		icon: { light: 'file:accountLookup.svg', dark: 'file:accountLookup.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { input: "accounts from input", salesforce: "Salesforce", hubspot: "HubSpot" }[$parameter["source"]] }}',
		description:
			'Find the account behind a ticket: MRR, renewal date, health score and customer-success owner',
		defaults: { name: 'Account Lookup' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.Main, displayName: 'Accounts' }],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'salesforceOAuth2Api',
				required: true,
				displayOptions: forCrm('salesforce', 'salesforceOAuth2Api'),
			},
			{
				name: 'salesforceJwtApi',
				required: true,
				displayOptions: forCrm('salesforce', 'salesforceJwtApi'),
			},
			{
				name: 'csAlertsSalesforceClientCredentialsOAuth2Api',
				required: true,
				displayOptions: forCrm('salesforce', 'csAlertsSalesforceClientCredentialsOAuth2Api'),
			},
			{
				// n8n's own type, named by n8n.
				// eslint-disable-next-line n8n-nodes-base/node-class-description-credentials-name-unsuffixed
				name: 'hubspotAppToken',
				required: true,
				displayOptions: forCrm('hubspot', 'hubspotAppToken'),
			},
			{
				name: 'hubspotOAuth2Api',
				required: true,
				displayOptions: forCrm('hubspot', 'hubspotOAuth2Api'),
			},
		],
		properties,
	};

	methods = {
		loadOptions: {
			getDateFields,
			getDealGroups,
			getDealNumberFields,
			getNumberFields,
			getPlainFields,
			getTextFields,
			getUserFields,
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const accountOf = await prepareLookup(this);
		return await runItems(
			this,
			(_item, itemIndex) => ({ adds: { account: accountOf(itemIndex) } }),
			{ addsToFailed: (error) => ({ account: describeFailedLookup(error) }) },
		);
	}
}

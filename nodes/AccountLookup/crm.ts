import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { LRUCache } from 'lru-cache';
import type { Deadline } from '../shared/deadline';
import { BatchCache } from './batchCache';
import { cacheOptions, createCaches, type CrmCaches } from './crmCaches';
import type { CrmSource } from './crmLookup';
import type { CrmSettings } from './crmSettings';
import { connectHubSpot, type HubSpotCredentialType } from './hubspot/connect';
import { readOwners, type HubSpotOwner } from './hubspot/owners';
import { hubSpotSource } from './hubspot/source';
import { connectSalesforce } from './salesforce/client';
import { sessionsOf, type SalesforceCredentialType } from './salesforce/session';
import type { OrgFeatures } from './salesforce/accountFields';
import { readOrgFeatures, salesforceSource } from './salesforce/source';

/** What one credential and mapping found out, for the next executions in this process. */
interface Memory {
	/** What it was made for; when that changes, it starts anew. */
	minutes: number;
	today: string;
	caches: CrmCaches;
	features: BatchCache<OrgFeatures>;
	owners: BatchCache<HubSpotOwner>;
}

/** Far more credentials and mappings than an instance has. */
const memories = new LRUCache<string, Memory>({ max: 50 });

export interface OpenCrm {
	source: CrmSource;
	caches: CrmCaches;
}

export type CrmCredential =
	| { crm: 'salesforce'; type: SalesforceCredentialType }
	| { crm: 'hubspot'; type: HubSpotCredentialType };

/** Connects to the CRM; no call is made that the memory makes needless. */
export async function openCrm(
	context: IExecuteFunctions,
	credential: CrmCredential,
	settings: CrmSettings,
	cacheMinutes: number,
	deadline: Deadline,
	report: (problem: string) => void,
): Promise<OpenCrm> {
	const memory = memoryOf(memoryKey(context, credential, settings), cacheMinutes, settings);
	const { caches } = memory;
	if (credential.crm === 'hubspot') {
		const client = connectHubSpot(context, credential.type, deadline);
		const owners = async (ids: string[]) =>
			await memory.owners.load(
				ids,
				async (missing) => await readOwners(client, missing),
				deadline.race,
			);
		const isKnown = (id: string) => caches.accounts.holds(id);
		return { caches, source: hubSpotSource(client, settings, owners, isKnown, report) };
	}
	const client = await connectSalesforce(sessionsOf(context, credential.type), deadline);
	const features = async () => {
		const known = await memory.features.load(
			['org'],
			async () => new Map([['org', await readOrgFeatures(client)]]),
			deadline.race,
		);
		return known.get('org') ?? { personAccounts: false, multiCurrency: false };
	};
	return { caches, source: salesforceSource(client, settings, features, report) };
}

function memoryOf(key: string, minutes: number, settings: CrmSettings): Memory {
	// Which renewal is the next one depends on the day.
	const today = settings.renewalFromDeals ? settings.today : '';
	const known = memories.get(key);
	if (known && minutes > 0 && known.minutes === minutes && known.today === today) return known;
	const options = cacheOptions(minutes);
	const memory: Memory = {
		minutes,
		today,
		caches: createCaches(minutes),
		features: new BatchCache(options),
		owners: new BatchCache(options),
	};
	if (minutes > 0) memories.set(key, memory);
	return memory;
}

/** Other credentials see other accounts, and other mappings other facts of the same account. */
function memoryKey(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	{ crm, type }: CrmCredential,
	settings: CrmSettings,
): string {
	const credential = context.getNode().credentials?.[type];
	return JSON.stringify([
		crm,
		type,
		credential?.id ?? credential?.name,
		{ ...settings, now: 0, today: '' },
	]);
}

/** An invented CRM for the benchmarks, in both systems alike: companies, their contacts, and who writes tickets. */
import type { HubSpotAccount, StandInObject } from '../support/hubspot/server.ts';
import { orgWith, recordId } from '../support/salesforce/org.ts';

export const COMPANIES = 120;
const CONTACTS = 200;
const COLLEAGUES = 60;
const STRANGERS = 40;

const domainOf = (index: number) => `customer-${index % COMPANIES}.example`;
/** Who writes tickets: contacts, colleagues of theirs that no CRM knows, and strangers. */
export const requesters = [
	...Array.from({ length: CONTACTS }, (_, index) => `contact.${index}@${domainOf(index)}`),
	...Array.from({ length: COLLEAGUES }, (_, index) => `colleague.${index}@${domainOf(index)}`),
	...Array.from({ length: STRANGERS }, (_, index) => `someone@stranger-${index}.example`),
];
const accounts = Array.from({ length: COMPANIES }, (_, index) => ({
	Id: recordId('001', index),
	Name: `Customer ${index}`,
	Website: `https://www.${domainOf(index)}`,
	MRR__c: 500 + index,
	Renewal__c: '2027-01-31',
	Health__c: 60,
	Owner: { Name: 'Maria Silva', Email: 'maria@us.example', IsActive: true },
}));
export const org = orgWith(
	{
		accounts,
		contacts: Array.from({ length: CONTACTS }, (_, index) => ({
			Email: requesters[index] ?? '',
			account: accounts[index % COMPANIES],
		})),
	},
	{ MRR__c: { type: 'currency' }, Renewal__c: { type: 'date' }, Health__c: { type: 'double' } },
);
const companies: StandInObject[] = accounts.map(({ Name }, index) => ({
	id: String(1000 + index),
	properties: {
		name: Name,
		domain: domainOf(index),
		mrr: String(500 + index),
		renewal_date: '2027-01-31',
		health: '60',
		hubspot_owner_id: '71',
	},
	history: { health: [{ value: '60', timestamp: '2026-01-01T00:00:00Z' }] },
}));
const contacts: StandInObject[] = Array.from({ length: CONTACTS }, (_, index) => {
	const company = String(1000 + (index % COMPANIES));
	return {
		id: String(index),
		properties: { email: requesters[index] ?? '', associatedcompanyid: company },
		associations: { companies: [company] },
		primary: company,
	};
});

export const hubSpotAccount: HubSpotAccount = {
	contacts,
	companies,
	deals: [],
	owners: [
		{
			id: '71',
			email: 'maria@us.example',
			firstName: 'Maria',
			lastName: 'Silva',
			archived: false,
		},
	],
	companyProperties: { mrr: 'number', renewal_date: 'date', health: 'number' },
};

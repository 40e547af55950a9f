import type { Row, SalesforceOrg } from './server.ts';

const text = { type: 'string' };
const user = (relationshipName: string) => ({
	type: 'reference',
	referenceTo: ['User'],
	relationshipName,
});

/** Fields that every org has, as far as look-ups touch them. */
export const STANDARD_FIELDS: SalesforceOrg['fields'] = {
	Account: {
		Id: { type: 'id' },
		Name: text,
		Website: { type: 'url' },
		ParentId: { type: 'reference', referenceTo: ['Account'], relationshipName: 'Parent' },
		OwnerId: user('Owner'),
	},
	Contact: {
		Id: { type: 'id' },
		Email: { type: 'email' },
		AccountId: { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' },
	},
	Lead: {
		Id: { type: 'id' },
		Email: { type: 'email' },
		IsConverted: { type: 'boolean' },
		ConvertedAccountId: {
			type: 'reference',
			referenceTo: ['Account'],
			relationshipName: 'ConvertedAccount',
		},
	},
	User: { Id: { type: 'id' }, Name: text, Email: { type: 'email' }, IsActive: { type: 'boolean' } },
	Opportunity: {
		Id: { type: 'id' },
		AccountId: { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' },
		CloseDate: { type: 'date' },
		IsClosed: { type: 'boolean' },
		IsWon: { type: 'boolean' },
		Amount: { type: 'currency' },
		RecordTypeId: {
			type: 'reference',
			referenceTo: ['RecordType'],
			relationshipName: 'RecordType',
		},
	},
	AccountHistory: {
		AccountId: { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' },
		Field: text,
		OldValue: { type: 'anyType' },
		NewValue: { type: 'anyType' },
		CreatedDate: { type: 'datetime' },
	},
};

/** An ID as Salesforce makes them: 18 letters and digits, the first three naming the object. */
export function recordId(prefix: string, number: number): string {
	return `${prefix}5g00000${String(number).padStart(5, '0')}AAA`;
}

/** An org with the standard objects, these rows, and these custom fields on Account. */
export function orgWith(
	rows: {
		accounts?: Row[];
		contacts?: Array<{ Email: string; account?: Row }>;
		leads?: Row[];
		opportunities?: Row[];
		history?: Row[];
	},
	accountFields: SalesforceOrg['fields'][string] = {},
): SalesforceOrg {
	return {
		objects: {
			Account: rows.accounts ?? [],
			Contact: (rows.contacts ?? []).map(({ Email, account }, index) => ({
				Id: recordId('003', index),
				Email,
				AccountId: account?.Id ?? null,
				Account: account ?? null,
			})),
			Lead: rows.leads ?? [],
			User: [],
			Opportunity: rows.opportunities ?? [],
			AccountHistory: rows.history ?? [],
		},
		fields: {
			...structuredClone(STANDARD_FIELDS),
			Account: { ...STANDARD_FIELDS.Account, ...accountFields },
		},
	};
}

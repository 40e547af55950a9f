import { readCrmAccount } from '../../core/account';
import { CrmError } from '../crmError';
import { pickerOf, type CrmSettings } from '../crmSettings';
import type { SalesforceRecord } from './client';
import { isFieldPath } from './soql';

/** What an org has that others lack. */
export interface OrgFeatures {
	personAccounts: boolean;
	/** Several currencies, so that each record names its own. */
	multiCurrency: boolean;
}

/** The fields of Account that the facts are read from. */
export function accountFields(settings: CrmSettings, features: OrgFeatures): string[] {
	const wrong = [...Object.values(settings.fields), ...settings.moreFields].find(
		(field) => !isFieldPath(field),
	);
	if (wrong !== undefined) {
		const picker = pickerOf(settings.fields, (field) => field === wrong, settings.moreFields);
		throw new CrmError(
			`"${wrong.slice(0, 80)}" is not the name of a Salesforce field`,
			`Choose a field under "${picker}"`,
		);
	}
	const { mrr, currency, renewal, health, owner, domains, organization } = settings.fields;
	const ownerFields =
		settings.ownerFrom === 'email'
			? [owner]
			: ['Name', 'Email', 'IsActive'].map((field) => `${ownerRelationship(settings)}.${field}`);
	return [
		...new Set(
			[
				'Id',
				'Name',
				'Website',
				settings.needsParent ? 'ParentId' : undefined,
				features.multiCurrency ? 'CurrencyIsoCode' : undefined,
				mrr,
				currency,
				settings.renewalFromDeals ? undefined : renewal,
				health,
				domains,
				organization,
				...ownerFields,
				...settings.moreFields,
			].filter((field) => field !== undefined),
		),
	];
}

/** Makes a known account of a record that has {@link accountFields}. */
export function toAccount(
	record: SalesforceRecord,
	settings: CrmSettings,
	instanceUrl: string,
): ReturnType<typeof readCrmAccount> {
	const { fields } = settings;
	const read = (path: string | undefined) =>
		path === undefined ? undefined : valueAt(record, path);
	const user = ownerRelationship(settings);
	const isUser = settings.ownerFrom !== 'email';
	const id = String(record.Id);
	return readCrmAccount(
		{
			id,
			name: record.Name,
			parentId: record.ParentId,
			mrr: read(fields.mrr),
			currency: read(fields.currency) ?? record.CurrencyIsoCode,
			renewalDate: settings.renewalFromDeals ? undefined : read(fields.renewal),
			healthScore: read(fields.health),
			ownerName: isUser ? read(`${user}.Name`) : undefined,
			ownerEmail: isUser ? read(`${user}.Email`) : read(fields.owner),
			ownerIsActive: isUser && read(`${user}.IsActive`) === false ? false : undefined,
			domains: [record.Website, read(fields.domains)],
			organizations: read(fields.organization),
			url: `${instanceUrl}/${id}`,
			fields: settings.moreFields.map((field) => [field, read(field)] as const),
		},
		settings,
	);
}

/** The value at a path such as "Owner.Email"; null counts as absent. */
export function valueAt(record: SalesforceRecord, path: string): unknown {
	let value: unknown = record;
	for (const name of path.split('.')) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as SalesforceRecord)[name];
	}
	return value ?? undefined;
}

/** The relationship to the owner's user: "CSM__c" is followed as "CSM__r", "ManagerId" as "Manager". */
export function ownerRelationship({ ownerFrom, fields: { owner } }: CrmSettings): string {
	if (ownerFrom !== 'user' || owner === undefined) return 'Owner';
	return owner.endsWith('__c') ? `${owner.slice(0, -3)}__r` : owner.replace(/Id$/, '');
}

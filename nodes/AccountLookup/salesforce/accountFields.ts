import { readCrmAccount } from '../../core/account';
import { CrmError } from '../crmError';
import { DEAL_GROUP_LABELS, PICKER_LABELS, pickerOf, type CrmSettings } from '../crmSettings';
import { SalesforceApiError, type SalesforceRecord } from './client';
import { isFieldPath } from './soql';

/** What an org has that others lack. */
export interface OrgFeatures {
	personAccounts: boolean;
	/** Several currencies, so that each record names its own. */
	multiCurrency: boolean;
}

/** The fields of Account that the facts are read from. */
export function accountFields(settings: CrmSettings, features: OrgFeatures): string[] {
	const chosen = Object.entries(settings.fields) as Array<[keyof typeof PICKER_LABELS, string]>;
	for (const [key, field] of chosen) {
		if (!isFieldPath(field)) {
			throw new CrmError(
				`"${field.slice(0, 80)}" is not the name of a Salesforce field`,
				`Choose a field under "${PICKER_LABELS[key]}"`,
			);
		}
	}
	const { mrr, currency, renewal, health, owner, domains } = settings.fields;
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
				...ownerFields,
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
			url: `${instanceUrl}/${id}`,
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

/** Names the picker to change when Salesforce does not know a field, or hides it from the user. */
export function explainField(cause: unknown, settings: CrmSettings): unknown {
	if (!(cause instanceof SalesforceApiError)) return cause;
	const { code, detail } = cause;
	if (code === 'INVALID_TYPE') {
		const object = /sObject type '([^']+)'/i.exec(detail)?.[1] ?? 'an object';
		return new SalesforceApiError(
			code,
			detail,
			`The connected Salesforce user may not read ${object}`,
			`Ask a Salesforce admin for read permission on ${object}. Salesforce said: ${detail}`,
		);
	}
	if (code === 'INVALID_QUERY_FILTER_OPERATOR' && /ID field/i.test(detail)) {
		const label = groupLabelOf(settings, detail);
		if (label === undefined) return cause;
		return new SalesforceApiError(
			code,
			detail,
			'Salesforce has no record type with the chosen ID',
			`Choose another one under "${label}". Salesforce said: ${detail}`,
		);
	}
	if (code !== 'INVALID_FIELD') return cause;
	const named = /(?:column|relationship|field)\s+'?([\w.]+)'?/i.exec(detail)?.[1] ?? '';
	const last = named.split('.').at(-1) ?? '';
	const isOfDeal = /FROM Opportunity|entity 'Opportunity'/i.test(detail);
	if (isOfDeal && last === 'RecordTypeId') {
		const { mrr, renewal } = DEAL_GROUP_LABELS;
		return new SalesforceApiError(
			code,
			detail,
			'Salesforce has no record types of opportunities, or the connected user may not see them',
			`Empty "${settings.mrrDealGroup ? mrr : renewal}", or ask a Salesforce admin for read access to the field Record Type`,
		);
	}
	const base = (field: string) =>
		field
			.split('.')
			.at(-1)
			?.replace(/__[cr]$/, '')
			.toLowerCase();
	const { dealMrr, ...ofAccount } = settings.fields;
	const picker = pickerOf(
		isOfDeal ? { dealMrr } : ofAccount,
		(field) => base(field) === base(last),
	);
	return new SalesforceApiError(
		code,
		detail,
		`Salesforce has no field "${last}" on the ${isOfDeal ? 'opportunity' : 'account'}, or the connected user may not see it`,
		picker
			? `Choose another field under "${picker}", or ask a Salesforce admin for read access to it`
			: `Ask a Salesforce admin for read access to it. Salesforce said: ${detail}`,
	);
}

/** The picker of the record type that Salesforce complains about. */
function groupLabelOf(settings: CrmSettings, detail: string): string | undefined {
	const { mrrDealGroup, dealGroup } = settings;
	if (mrrDealGroup !== undefined && detail.includes(mrrDealGroup)) return DEAL_GROUP_LABELS.mrr;
	if (dealGroup !== undefined && detail.includes(dealGroup)) return DEAL_GROUP_LABELS.renewal;
	return undefined;
}

/** "CSM__c" is followed as "CSM__r", "ManagerId" as "Manager". */
function ownerRelationship({ ownerFrom, fields: { owner } }: CrmSettings): string {
	if (ownerFrom !== 'user' || owner === undefined) return 'Owner';
	return owner.endsWith('__c') ? `${owner.slice(0, -3)}__r` : owner.replace(/Id$/, '');
}

import {
	healthChangeOver,
	readCrmAccount,
	type AccountRow,
	type HealthReading,
} from '../../core/account';
import { CrmError } from '../crmError';
import { pickerOf, type CrmSettings } from '../crmSettings';
import type { HubSpotClient } from './client';
import { idOf, objects, type HubSpotObject } from './objects';
import type { HubSpotOwner } from './owners';

/** The properties of a company that the facts are read from. */
export function companyProperties(settings: CrmSettings): string[] {
	const { fields, moreFields, ownerFrom, renewalFromDeals, needsParent } = settings;
	return [
		...new Set(
			[
				'name',
				'domain',
				'hs_additional_domains',
				needsParent ? 'hs_parent_company_id' : undefined,
				ownerFrom === 'accountOwner' ? 'hubspot_owner_id' : fields.owner,
				fields.mrr,
				fields.currency,
				renewalFromDeals ? undefined : fields.renewal,
				fields.health,
				fields.domains,
				fields.organization,
				...moreFields,
			].filter((name) => name !== undefined),
		),
	];
}

/** HubSpot limits the length of a search, most of which is for what is searched for. */
const MOST_IN_SEARCH = 1000;

/**
 * The properties to have a search answer: all, so that what it finds need not be read again, or else, where the names
 * of further fields are too long for a search, what companies are found by.
 */
export function searchedProperties(settings: CrmSettings): string[] {
	return companyProperties(isSearchedWhole(settings) ? settings : { ...settings, moreFields: [] });
}

/** Whether a search answers all properties of a company. */
export function isSearchedWhole(settings: CrmSettings): boolean {
	return (
		settings.moreFields.length === 0 ||
		JSON.stringify(companyProperties(settings)).length <= MOST_IN_SEARCH
	);
}

/** Makes a known account of a company that was read with all its properties. */
export function toAccount(
	company: HubSpotObject,
	settings: CrmSettings,
	owner: HubSpotOwner | undefined,
): ReturnType<typeof readCrmAccount> {
	const { fields, ownerFrom } = settings;
	const read = (name: string | undefined) =>
		name === undefined ? undefined : company.properties[name];
	const { domain, hs_additional_domains: more } = company.properties;
	return readCrmAccount(
		{
			id: company.id,
			name: read('name'),
			parentId: read('hs_parent_company_id'),
			mrr: read(fields.mrr),
			currency: read(fields.currency),
			renewalDate: settings.renewalFromDeals ? undefined : read(fields.renewal),
			healthScore: read(fields.health),
			ownerName: owner?.name,
			ownerEmail: ownerFrom === 'email' ? read(fields.owner) : owner?.email,
			ownerIsActive: owner?.isActive,
			domains: [domain, more, read(fields.domains)],
			organizations: read(fields.organization),
			url: company.url,
			fields: settings.moreFields.map((name) => [name, read(name)] as const),
		},
		settings,
	);
}

/** Sets the change of the health score from the property's history. */
export function addHealthChange(
	account: AccountRow,
	company: HubSpotObject,
	settings: CrmSettings,
): void {
	const { health } = settings.fields;
	if (health === undefined || account.healthScore === undefined) return;
	const readings: HealthReading[] = (company.history[health] ?? []).flatMap(({ at, value }) => {
		const score = value.trim() === '' ? Number.NaN : Number(value);
		return Number.isFinite(score) ? [{ at, score }] : [];
	});
	const { now, healthDays } = settings;
	const change = healthChangeOver(readings, account.healthScore, now, healthDays);
	if (change) account.healthChange = change;
}

/**
 * HubSpot leaves out properties it does not have, instead of refusing them; an MRR that is missing on
 * every company would pass for unknown for ever.
 */
export async function checkProperties(
	client: HubSpotClient,
	companies: HubSpotObject[],
	{ fields, moreFields, renewalFromDeals, ownerFrom }: CrmSettings,
): Promise<void> {
	const used = { ...fields };
	delete used.dealMrr;
	if (renewalFromDeals) delete used.renewal;
	if (ownerFrom === 'accountOwner') delete used.owner;
	const suspicious = [...Object.values(used), ...moreFields].filter(
		(name) =>
			companies.length > 0 && !companies.some(({ properties }) => Object.hasOwn(properties, name)),
	);
	if (suspicious.length === 0) return;
	const known = new Set(
		objects(await client.get('/crm/v3/properties/companies')).map(({ name }) => name),
	);
	const missing = suspicious.find((name) => !known.has(name));
	if (missing === undefined) return;
	const picker = pickerOf(used, (field) => field === missing, moreFields);
	throw new CrmError(
		`HubSpot companies have no property "${missing}"`,
		`Choose another one under "${picker}"`,
	);
}

/** The ID of the company's owner, where it has one that is a user. */
export function ownerIdOf(
	company: HubSpotObject,
	{ ownerFrom, fields }: CrmSettings,
): string | undefined {
	if (ownerFrom === 'email') return undefined;
	return idOf(company.properties[ownerFrom === 'user' ? (fields.owner ?? '') : 'hubspot_owner_id']);
}

import type { CrmSettings } from '../crmSettings';
import type { HubSpotClient } from './client';
import { companyProperties, isSearchedWhole } from './company';
import { readBatch, type HubSpotObject } from './objects';

/** HubSpot's limit of a batch read: 100, and 50 when histories are asked for. */
const BATCH = 100;
const BATCH_WITH_HISTORY = 50;

/** Reads each company once, with all that its facts are made of. */
export interface CompanyReader {
	/** Takes a company that a search brought along with {@link searchedProperties}. */
	note(company: HubSpotObject): void;
	/** The companies with these IDs that exist and can be read, by ID. */
	read(ids: readonly string[]): Promise<Map<string, HubSpotObject>>;
	/** Those of these IDs whose company exists and can be read. */
	readable(ids: readonly string[]): Promise<Set<string>>;
}

/**
 * A reader for one look-up: what it has read, or found to be absent, it does not ask for again.
 * @param isKnown whether an earlier look-up has read this company, and still remembers it
 */
export function companyReader(
	client: HubSpotClient,
	settings: CrmSettings,
	isKnown: (id: string) => boolean,
): CompanyReader {
	const { health } = settings.fields;
	const properties = companyProperties(settings);
	const isWhole = isSearchedWhole(settings);
	const complete = new Map<string, HubSpotObject>();
	const absent = new Set<string>();
	const read: CompanyReader['read'] = async (ids) => {
		const wanted = [...new Set(ids)].filter((id) => /^\d{1,20}$/.test(id));
		const unread = wanted.filter((id) => !complete.has(id) && !absent.has(id));
		const companies = health
			? await readBatch(client, 'companies', unread, BATCH_WITH_HISTORY, {
					properties,
					propertiesWithHistory: [health],
				})
			: await readBatch(client, 'companies', unread, BATCH, { properties });
		for (const company of companies) complete.set(company.id, company);
		for (const id of unread) if (!complete.has(id)) absent.add(id);
		return new Map(
			wanted.flatMap((id) => {
				const company = complete.get(id);
				return company ? [[id, company]] : [];
			}),
		);
	};
	return {
		note: (company) => {
			// A company without a health score has no change of it either, and needs no history.
			const isComplete = isWhole && (health === undefined || !company.properties[health]);
			if (isComplete && !complete.has(company.id)) complete.set(company.id, company);
		},
		read,
		readable: async (ids) => {
			const known = ids.filter(isKnown);
			const found = await read(ids.filter((id) => !isKnown(id)));
			return new Set([...known, ...found.keys()]);
		},
	};
}

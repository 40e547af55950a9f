import { nearestRenewal, sumOfDeals, type AccountRow, type DealAmount } from '../../core/account';
import { CrmError } from '../crmError';
import { PICKER_LABELS, type CrmSettings } from '../crmSettings';
import type { HubSpotClient } from './client';
import {
	associations,
	inChunks,
	MAX_IN_VALUES,
	objects,
	searchAll,
	splitSearch,
	type HubSpotObject,
} from './objects';

/** HubSpot takes up to five filter groups. */
const MAX_COMPANIES = 5 * MAX_IN_VALUES;

/** Sets the facts that are kept in deals: the MRR, the renewal date, or both. */
export async function addDealFacts(
	client: HubSpotClient,
	accounts: ReadonlyMap<string, AccountRow>,
	settings: CrmSettings,
	report: (problem: string) => void,
): Promise<void> {
	const { renewalFromDeals, dealGroup, mrrFromDeals, mrrDealGroup } = settings;
	if (!renewalFromDeals && mrrFromDeals === undefined) return;
	const links = await associations(client, 'companies', 'deals', [...accounts.keys()]);
	const companies = [...links.keys()];
	const { dealMrr } = settings.fields;
	const properties = ['closedate', ...(dealMrr ? [dealMrr, 'deal_currency_code'] : [])];
	const search = async (state: DealState, pipeline: string | undefined) =>
		await searchDeals(client, companies, { state, pipeline, properties });

	const open = renewalFromDeals ? await search('open', dealGroup) : [];
	const isSame = renewalFromDeals && mrrFromDeals === 'open' && mrrDealGroup === dealGroup;
	const counted = isSame || !mrrFromDeals ? open : await search(mrrFromDeals, mrrDealGroup);
	await checkAmounts(client, counted, settings);

	const openById = new Map(open.map((deal) => [deal.id, deal]));
	const countedById = new Map(counted.map((deal) => [deal.id, deal]));
	for (const [id, account] of accounts) {
		const ids = [...new Set((links.get(id) ?? []).map((link) => link.id))];
		const dates = ids.flatMap((deal) => closeDateOf(openById.get(deal)) ?? []);
		const date = nearestRenewal(dates, settings.today);
		if (date !== undefined) account.renewalDate = date;
		if (mrrFromDeals === undefined) continue;
		const amounts = ids.flatMap((deal) => amountOf(countedById.get(deal), dealMrr));
		const { facts, problem } = sumOfDeals(amounts, settings);
		Object.assign(account, facts);
		if (problem !== undefined) report(`Company ${id}, MRR of deals: ${problem}`);
	}
}

type DealState = 'open' | 'won';

async function searchDeals(
	client: HubSpotClient,
	companies: string[],
	what: { state: DealState; pipeline: string | undefined; properties: string[] },
): Promise<HubSpotObject[]> {
	const filters = [
		what.state === 'won'
			? { propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' }
			: { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
		...(what.pipeline ? [{ propertyName: 'pipeline', operator: 'EQ', value: what.pipeline }] : []),
	];
	const searches = splitSearch(companies, MAX_COMPANIES, (some) => ({
		filterGroups: [...inChunks(some, MAX_IN_VALUES)].map((values) => ({
			filters: [{ propertyName: 'associations.company', operator: 'IN', values }, ...filters],
		})),
		sorts: [{ propertyName: 'closedate', direction: 'ASCENDING' }],
		properties: what.properties,
	}));
	const deals: HubSpotObject[] = [];
	for (const search of searches) deals.push(...(await searchAll(client, 'deals', search)));
	return deals;
}

/** HubSpot leaves out properties it does not have; the MRR would be unknown for ever. */
async function checkAmounts(
	client: HubSpotClient,
	deals: HubSpotObject[],
	{ mrrFromDeals, fields: { dealMrr = '' } }: CrmSettings,
): Promise<void> {
	if (mrrFromDeals === undefined || deals.length === 0) return;
	if (deals.some(({ properties }) => Object.hasOwn(properties, dealMrr))) return;
	const known = objects(await client.get('/crm/v3/properties/deals'));
	if (known.some(({ name }) => name === dealMrr)) return;
	throw new CrmError(
		`HubSpot deals have no property "${dealMrr}"`,
		`Choose another one under "${PICKER_LABELS.dealMrr}"`,
	);
}

function closeDateOf(deal: HubSpotObject | undefined): string | undefined {
	const date = String(deal?.properties.closedate ?? '').slice(0, 10);
	return /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}

function amountOf(deal: HubSpotObject | undefined, field = ''): DealAmount[] {
	if (deal === undefined) return [];
	return [{ amount: deal.properties[field], currency: deal.properties.deal_currency_code }];
}

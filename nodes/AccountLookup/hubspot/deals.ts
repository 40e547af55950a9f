import { nearestRenewal, sumOfDeals, type AccountRow, type DealAmount } from '../../core/account';
import { CrmError } from '../crmError';
import { DEAL_GROUP_LABELS, PICKER_LABELS, type CrmSettings } from '../crmSettings';
import type { HubSpotClient } from './client';
import { associations, inChunks, objects, type HubSpotObject } from './objects';
import { reportMissingPipelines } from './pipelines';
import { MAX_IN_VALUES, MAX_RESULTS, searchForEach } from './search';

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
	const { mrr: mrrLabel, renewal: renewalLabel } = DEAL_GROUP_LABELS;
	const search = async (state: DealState, pipeline: string | undefined, label: string) =>
		await searchDeals(client, companies, { state, pipeline, label, properties });

	const open = renewalFromDeals ? await search('open', dealGroup, renewalLabel) : undefined;
	const isSame = open && mrrFromDeals === 'open' && mrrDealGroup === dealGroup;
	const counted =
		isSame || !mrrFromDeals ? open : await search(mrrFromDeals, mrrDealGroup, mrrLabel);
	const searches = new Set([open, counted].filter((one) => one !== undefined));
	await checkAmounts(client, [...(counted?.byId.values() ?? [])], settings);
	await reportMissingPipelines(
		client,
		[...searches].filter(({ byId }) => companies.length > 0 && byId.size === 0),
		report,
	);
	for (const { overfull, label } of searches) {
		for (const id of overfull) {
			report(
				`Company ${id} has more than ${MAX_RESULTS.toLocaleString('en')} deals, so that nothing was read from them. Choose a pipeline under "${label}"`,
			);
		}
	}

	for (const [id, account] of accounts) {
		const ids = [...new Set((links.get(id) ?? []).map((link) => link.id))];
		if (open && !open.overfull.has(id)) {
			const dates = ids.flatMap((deal) => closeDateOf(open.byId.get(deal)) ?? []);
			const date = nearestRenewal(dates, settings.today);
			if (date !== undefined) account.renewalDate = date;
		}
		if (mrrFromDeals && counted && !counted.overfull.has(id)) {
			const amounts = ids.flatMap((deal) => amountOf(counted.byId.get(deal), dealMrr));
			const { facts, problem } = sumOfDeals(amounts, settings);
			Object.assign(account, facts);
			if (problem !== undefined) report(`Company ${id}, MRR of deals: ${problem}`);
		}
	}
}

type DealState = 'open' | 'won';

interface DealSearch {
	pipeline?: string;
	/** How the picker of the pipeline is called on screen. */
	label: string;
	byId: Map<string, HubSpotObject>;
	/** Companies with more deals than are read. */
	overfull: Set<string>;
}

async function searchDeals(
	client: HubSpotClient,
	companies: string[],
	what: { state: DealState; pipeline: string | undefined; label: string; properties: string[] },
): Promise<DealSearch> {
	const { state, pipeline, label, properties } = what;
	const filters = [
		state === 'won'
			? { propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' }
			: { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
		...(pipeline ? [{ propertyName: 'pipeline', operator: 'EQ', value: pipeline }] : []),
	];
	const overfull = new Set<string>();
	const build = (some: string[]) => ({
		filterGroups: [...inChunks(some, MAX_IN_VALUES)].map((values) => ({
			filters: [{ propertyName: 'associations.company', operator: 'IN', values }, ...filters],
		})),
		properties,
	});
	const deals = await searchForEach(client, 'deals', companies, build, (id) => overfull.add(id));
	return { pipeline, label, overfull, byId: new Map(deals.map((deal) => [deal.id, deal])) };
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

import { addTo } from '../idsByKey';
import { HubSpotApiError, unlessStatus, type HubSpotClient } from './client';
import { CrmError } from '../crmError';
import { MAX_IN_VALUES, searchForEach } from './search';
import { inChunks, idOf, type HubSpotObject } from './objects';
import { PICKER_LABELS } from '../crmSettings';

const BAD_REQUEST = 400;

/**
 * IDs of the companies that name one of these organizations of the helpdesk in the property an admin chose.
 * @param onCompany takes each company that was found
 */
export async function findByOrganizations(
	client: HubSpotClient,
	property: string,
	properties: string[],
	organizations: readonly string[],
	onCompany: (company: HubSpotObject) => void,
): Promise<Map<string, string[]>> {
	// HubSpot compares text in lower case and leaves the values of IN as they come.
	const asked = new Map(organizations.map((id) => [id.toLowerCase(), id]));
	const build = (some: string[]) => ({
		filterGroups: [...inChunks(some, MAX_IN_VALUES)].map((values) => ({
			filters: [{ propertyName: property, operator: 'IN', values }],
		})),
		properties,
	});
	const found = await unlessStatus(
		BAD_REQUEST,
		searchForEach(client, 'companies', [...asked.keys()], build, () => {}),
		(refused) => {
			throw isAboutProperty(refused, property) ? unknownProperty(property, refused) : refused;
		},
	);
	const ids = new Map<string, string[]>();
	for (const company of found) {
		onCompany(company);
		const organization = asked.get((idOf(company.properties[property]) ?? '').toLowerCase());
		if (organization !== undefined) addTo(ids, organization, company.id);
	}
	return ids;
}

function isAboutProperty({ description }: HubSpotApiError, property: string): boolean {
	return description.includes(property);
}

function unknownProperty(property: string, { description }: HubSpotApiError): CrmError {
	return new CrmError(
		`HubSpot companies cannot be searched by the property "${property}"`,
		`Choose another one under "${PICKER_LABELS.organization}". ${description}`,
	);
}

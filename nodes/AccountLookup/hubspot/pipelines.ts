import { unlessStatus, type HubSpotClient } from './client';
import { idOf, objects } from './objects';

/** A pipeline that an admin chose, and how its picker is called on screen. */
interface ChosenPipeline {
	pipeline?: string;
	label: string;
}

/**
 * Tells of chosen pipelines that do not exist. HubSpot answers a search of a deleted one with nothing, as
 * if there were no deals.
 */
export async function reportMissingPipelines(
	client: HubSpotClient,
	chosen: ChosenPipeline[],
	report: (problem: string) => void,
): Promise<void> {
	const suspicious = chosen.filter(({ pipeline }) => pipeline !== undefined);
	if (suspicious.length === 0) return;
	const known = await knownPipelines(client);
	for (const { pipeline = '', label } of suspicious) {
		if (known && !known.has(pipeline)) {
			report(
				`HubSpot has no deal pipeline with the ID "${pipeline}", so that no deal counts. Choose another one under "${label}"`,
			);
		}
	}
}

/** Undefined where the credential may not read them: a look-up does not depend on it. */
async function knownPipelines(client: HubSpotClient): Promise<Set<string> | undefined> {
	const asked = client
		.get('/crm/v3/pipelines/deals')
		.then((answer) => new Set(objects(answer).flatMap(({ id }) => idOf(id) ?? [])));
	return await unlessStatus<Set<string> | undefined>(403, asked, () => undefined);
}

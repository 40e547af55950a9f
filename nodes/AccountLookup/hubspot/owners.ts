import type { HubSpotClient } from './client';
import { idOf, objects } from './objects';

export interface HubSpotOwner {
	name?: string;
	email?: string;
	/** False for a user who was deactivated or removed. */
	isActive: boolean;
}

const PAGE = 500;
const MAX_PAGES = 20;

/**
 * The owners of an account, all at once, since there are few of them and many companies. Deactivated
 * ones are asked for only when an ID is not among the active.
 */
export async function readOwners(
	client: HubSpotClient,
	ids: string[],
): Promise<Map<string, HubSpotOwner>> {
	const owners = await readPages(client, false);
	if (ids.some((id) => !owners.has(id))) {
		for (const [id, owner] of await readPages(client, true)) owners.set(id, owner);
	}
	return owners;
}

/** Of a removed user HubSpot keeps the ID at the company, and nothing else. */
export function unknownOwner(id: string): HubSpotOwner {
	return { name: `HubSpot owner ${id}`, isActive: false };
}

async function readPages(
	client: HubSpotClient,
	archived: boolean,
): Promise<Map<string, HubSpotOwner>> {
	const owners = new Map<string, HubSpotOwner>();
	let after: string | undefined;
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const answer = await client.get('/crm/v3/owners', {
			limit: PAGE,
			archived,
			...(after !== undefined && { after }),
		});
		for (const owner of objects(answer)) {
			const id = idOf(owner.id);
			if (id === undefined) continue;
			const name = [owner.firstName, owner.lastName].filter(Boolean).join(' ');
			owners.set(id, {
				...(name !== '' && { name }),
				...(typeof owner.email === 'string' && { email: owner.email }),
				isActive: !archived,
			});
		}
		after = afterOf(answer);
		if (after === undefined) break;
	}
	return owners;
}

function afterOf(answer: unknown): string | undefined {
	const { paging } = answer as { paging?: { next?: { after?: unknown } } };
	return idOf(paging?.next?.after);
}

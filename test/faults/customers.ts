import type { Rig } from '../support/rig.ts';
import type { Hands } from './hands.ts';

export const CUSTOMERS = 60;

/** Somebody who writes for one of these customers; their colleague reads mail, which needs no pace. */
export const customer = (index: number) => `ops@mail-${index}.example`;

export async function addCustomers(rig: Rig): Promise<void> {
	const rows = Array.from({ length: CUSTOMERS }, (_, index) => ({
		account_id: `mail-${index}`,
		name: `Customer ${index}`,
		domains: `mail-${index}.example`,
		mrr: 2000,
		currency: 'USD',
		owner_name: 'Sam Okafor',
		owner_email: 'sam.okafor@cs-team.example',
		owner_channel: 'email',
	}));
	await rig.n8n.insertRows('cs_accounts', rows);
}

/** Closes all alerts, so that the next message of an account opens one. */
export const closeAlerts = async (hands: Hands) =>
	await hands.change(`update @alerts set state = 'closed', closed_at = 1 where state <> 'closed'`);

import { comparableEmail } from '../../core/account';
import { addressSpellings, addTo } from '../idsByKey';
import { unlessStatus, type HubSpotClient } from './client';
import type { CompanyReader } from './companyReader';
import {
	associations,
	idOf,
	readBatch,
	type AssociatedObject,
	type HubSpotObject,
} from './objects';

/** HubSpot's limit of a batch read. */
const BATCH = 100;

const BAD_REQUEST = 400;

/** An address that HubSpot accepts, whether it knows it or not: reserved for examples (RFC 2606). */
const ACCEPTED_ADDRESS = 'somebody@example.com';

/**
 * IDs of the companies of the contacts with these addresses, by address: the primary company, else all
 * others. Companies that are deleted or hidden count for nothing.
 * @param report takes what an admin should know, in plain words
 */
export async function findByContacts(
	client: HubSpotClient,
	companies: CompanyReader,
	addresses: readonly string[],
	report: (problem: string) => void,
): Promise<Map<string, string[]>> {
	const spellings = [...new Set(addresses.filter(canBeContact).flatMap(addressSpellings))];
	const contacts = await readContacts(client, spellings);
	const companiesOf = await companiesOfContacts(client, companies, contacts, report);
	const wanted = new Set(addresses);
	const ids = new Map<string, string[]>();
	for (const contact of contacts) {
		const { email, hs_additional_emails: more } = contact.properties;
		for (const text of [email, ...String(more ?? '').split(';')]) {
			const address = comparableEmail(text);
			if (address === undefined || !wanted.has(address)) continue;
			for (const id of companiesOf.get(contact.id) ?? []) addTo(ids, address, id);
		}
	}
	return ids;
}

/** Reads contacts; an address that HubSpot refuses is no contact, and does not keep others from being read. */
async function readContacts(client: HubSpotClient, addresses: string[]): Promise<HubSpotObject[]> {
	const read = async (some: string[]) =>
		await readBatch(client, 'contacts', some, BATCH, {
			idProperty: 'email',
			properties: ['email', 'hs_additional_emails', 'associatedcompanyid'],
		});
	let isCallAccepted: Promise<boolean> | undefined;
	const readApart = async (some: string[]): Promise<HubSpotObject[]> =>
		await unlessStatus(BAD_REQUEST, read(some), async (refused) => {
			// The same call with an address beyond doubt tells whether an address is at fault or the call itself.
			isCallAccepted ??= unlessStatus(
				BAD_REQUEST,
				read([ACCEPTED_ADDRESS]).then(() => true),
				() => false,
			);
			if (!(await isCallAccepted)) throw refused;
			if (some.length === 1) return [];
			const middle = Math.ceil(some.length / 2);
			return [
				...(await readApart(some.slice(0, middle))),
				...(await readApart(some.slice(middle))),
			];
		});
	const found: HubSpotObject[] = [];
	for (let start = 0; start < addresses.length; start += BATCH) {
		found.push(...(await readApart(addresses.slice(start, start + BATCH))));
	}
	return found;
}

/** The companies of each contact that can be read: the primary one, or all others. */
async function companiesOfContacts(
	client: HubSpotClient,
	companies: CompanyReader,
	contacts: HubSpotObject[],
	report: (problem: string) => void,
): Promise<Map<string, string[]>> {
	const primaryOf = (contact: HubSpotObject) => idOf(contact.properties.associatedcompanyid);
	const named = await companies.read(contacts.flatMap((contact) => primaryOf(contact) ?? []));
	const found = new Map<string, string[]>();
	const open: string[] = [];
	for (const contact of contacts) {
		const primary = primaryOf(contact);
		if (primary !== undefined && named.has(primary)) found.set(contact.id, [primary]);
		else open.push(contact.id);
	}
	const links = await associations(client, 'contacts', 'companies', open);
	for (const isWanted of [isPrimary, isOther]) {
		const left = [...links].filter(([contact]) => !found.has(contact));
		const idsOf = (of: AssociatedObject[]) => of.filter(isWanted).map(({ id }) => id);
		const readable = await companies.read(left.flatMap(([, of]) => idsOf(of)));
		for (const [contact, of] of left) {
			const ids = idsOf(of).filter((id) => readable.has(id));
			if (ids.length > 0) found.set(contact, ids);
		}
	}
	for (const contact of contacts) {
		const primary = primaryOf(contact);
		if (primary !== undefined && !found.has(contact.id)) {
			report(
				`The HubSpot company ${primary} of a contact is deleted, or hidden from the credential`,
			);
		}
	}
	return found;
}

function isPrimary(link: AssociatedObject): boolean {
	return link.isPrimary;
}

function isOther(link: AssociatedObject): boolean {
	return !link.isPrimary;
}

/** HubSpot keeps no contact with a quoted or otherwise odd address. */
function canBeContact(address: string): boolean {
	return /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9.-]+$/u.test(address);
}

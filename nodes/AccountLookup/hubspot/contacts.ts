import { comparableEmail } from '../../core/account';
import { addressSpellings, addTo } from '../idsByKey';
import { unlessStatus, type HubSpotClient } from './client';
import type { CompanyReader } from './companyReader';
import {
	associations,
	idOf,
	inChunks,
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
	const read = contactReader(client);
	const contacts = await read(spellings);
	const companiesOf = await companiesOfContacts(client, companies, contacts, report);
	const byContact = addressesByContact(contacts, new Set(addresses));
	const named = new Set([...byContact.values()].flat());
	const unnamed = contacts.flatMap(({ id }) => (byContact.has(id) ? [] : [id]));
	const left = addresses.filter((address) => !named.has(address) && canBeContact(address));
	for (const [id, address] of await tellApart(read, unnamed, left, report)) {
		byContact.set(id, [address]);
	}
	const ids = new Map<string, string[]>();
	for (const [contact, itsAddresses] of byContact) {
		for (const address of itsAddresses) {
			for (const id of companiesOf.get(contact) ?? []) addTo(ids, address, id);
		}
	}
	return ids;
}

/** Which of the wanted addresses each contact itself names. */
function addressesByContact(
	contacts: readonly HubSpotObject[],
	wanted: ReadonlySet<string>,
): Map<string, string[]> {
	const byContact = new Map<string, string[]>();
	for (const { id, properties } of contacts) {
		const { email, hs_additional_emails: more } = properties;
		for (const text of [email, ...String(more ?? '').split(';')]) {
			const address = comparableEmail(text);
			if (address !== undefined && wanted.has(address)) addTo(byContact, id, address);
		}
	}
	return byContact;
}

/** Calls to find out which address belongs to whom; few contacts have a second one, and fewer hide it. */
const MAX_CALLS_TO_TELL = 8;

/**
 * Which address each contact was found by that names none of them: HubSpot finds a contact by a secondary address,
 * and some accounts do not give that property out. One contact for one address needs no call; else the addresses are
 * asked for again in halves.
 */
async function tellApart(
	read: ContactReader,
	contacts: readonly string[],
	addresses: readonly string[],
	report: (problem: string) => void,
): Promise<Array<[contact: string, address: string]>> {
	const told: Array<[string, string]> = [];
	const open = [{ contacts, addresses }];
	let calls = 0;
	for (let next = open.shift(); next; next = open.shift()) {
		const [address] = next.addresses;
		if (next.contacts.length === 0 || address === undefined) continue;
		if (next.addresses.length === 1) {
			told.push(...next.contacts.map((id): [string, string] => [id, address]));
			continue;
		}
		if (calls === MAX_CALLS_TO_TELL) {
			report(
				`HubSpot does not say which address ${next.contacts.length} of the contacts found have. Give the credential read access to the contact property "hs_additional_emails"`,
			);
			break;
		}
		calls += 1;
		const half = next.addresses.slice(0, Math.ceil(next.addresses.length / 2));
		const found = new Set((await read(half.flatMap(addressSpellings))).map(({ id }) => id));
		open.push(
			{ addresses: half, contacts: next.contacts.filter((id) => found.has(id)) },
			{
				addresses: next.addresses.slice(half.length),
				contacts: next.contacts.filter((id) => !found.has(id)),
			},
		);
	}
	return told;
}

type ContactReader = (addresses: string[]) => Promise<HubSpotObject[]>;

/** A reader of contacts; an address that HubSpot refuses is no contact, and does not keep others from being read. */
function contactReader(client: HubSpotClient): ContactReader {
	const readAll = async (some: string[]) =>
		await readBatch(client, 'contacts', some, BATCH, {
			idProperty: 'email',
			properties: ['email', 'hs_additional_emails', 'associatedcompanyid'],
		});
	let isCallAccepted: Promise<boolean> | undefined;
	const readApart = async (some: string[]): Promise<HubSpotObject[]> =>
		await unlessStatus(BAD_REQUEST, readAll(some), async (refused) => {
			// The same call with an address beyond doubt tells whether an address is at fault or the call itself.
			isCallAccepted ??= unlessStatus(
				BAD_REQUEST,
				readAll([ACCEPTED_ADDRESS]).then(() => true),
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
	return async (addresses) => {
		const found: HubSpotObject[] = [];
		for (const some of inChunks(addresses, BATCH)) found.push(...(await readApart(some)));
		return found;
	};
}

/** The companies of each contact that can be read: the primary one, or all others. */
async function companiesOfContacts(
	client: HubSpotClient,
	companies: CompanyReader,
	contacts: HubSpotObject[],
	report: (problem: string) => void,
): Promise<Map<string, string[]>> {
	const primaryOf = (contact: HubSpotObject) => idOf(contact.properties.associatedcompanyid);
	const named = await companies.readable(contacts.flatMap((contact) => primaryOf(contact) ?? []));
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
		const readable = await companies.readable(left.flatMap(([, of]) => idsOf(of)));
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

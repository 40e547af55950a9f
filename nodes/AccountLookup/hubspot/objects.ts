import type { IDataObject } from 'n8n-workflow';
import { CrmError } from '../crmError';
import type { HubSpotClient } from './client';

/** A contact, company or deal; properties are text or null. */
export interface HubSpotObject {
	id: string;
	properties: Record<string, unknown>;
	/** Former values by property, as far as they were asked for. */
	history: Record<string, Array<{ at: number; value: string }>>;
	/** Where a person opens it, when HubSpot says. */
	url?: string;
}

export interface AssociatedObject {
	id: string;
	isPrimary: boolean;
}

/** The operator IN takes up to 100 values. */
export const MAX_IN_VALUES = 100;

/**
 * HubSpot refuses a search whose body is longer than 3,000 characters (search guide, "Limitations"); the
 * rest is for the limit and the page.
 */
const MAX_SEARCH_LENGTH = 2900;

const MAX_ASSOCIATION_INPUTS = 1000;
const SEARCH_PAGE = 200;
/** More results mean a filter that matches half the account. */
const MAX_PAGES = 10;

/** Reads objects by ID, or by another unique property, as many per call as HubSpot takes. Unknown ones are absent. */
export async function readBatch(
	client: HubSpotClient,
	object: string,
	ids: string[],
	size: number,
	what: IDataObject,
): Promise<HubSpotObject[]> {
	const found: HubSpotObject[] = [];
	for (const some of inChunks(ids, size)) {
		const inputs = some.map((id) => ({ id }));
		const answer = await client.post(`/crm/v3/objects/${object}/batch/read`, { ...what, inputs });
		found.push(...objects(answer).flatMap(readObject));
	}
	return found;
}

/**
 * Makes as few searches of many values as HubSpot takes: each holds some of them, one at least.
 * @param build makes the search of some values
 * @param most values that one search can hold
 */
export function splitSearch(
	values: string[],
	most: number,
	build: (some: string[]) => IDataObject,
): IDataObject[] {
	const searches: IDataObject[] = [];
	let some: string[] = [];
	let body: IDataObject | undefined;
	for (const value of values) {
		const more = build([...some, value]);
		const fits = some.length < most && byteLength(JSON.stringify(more)) <= MAX_SEARCH_LENGTH;
		if (body !== undefined && !fits) {
			searches.push(body);
			some = [];
		}
		some.push(value);
		body = some.length === 1 ? build(some) : more;
	}
	if (body !== undefined) searches.push(body);
	return searches;
}

/** All results of a search, page by page. */
export async function searchAll(
	client: HubSpotClient,
	object: string,
	search: IDataObject,
): Promise<HubSpotObject[]> {
	const found: HubSpotObject[] = [];
	let after: unknown;
	for (let page = 0; page < MAX_PAGES; page += 1) {
		const answer = await client.search(object, {
			...search,
			limit: SEARCH_PAGE,
			...(after !== undefined && { after: String(after) }),
		});
		found.push(...objects(answer).flatMap(readObject));
		after = nextPage(answer);
		if (after === undefined) return found;
	}
	throw new CrmError(
		`HubSpot found more than ${found.length} ${object} for one look-up`,
		'Process fewer tickets at once, or exclude a domain that many companies share under "More Personal Domains" in Options',
	);
}

/** What each object is associated with. Objects without associations are absent. */
export async function associations(
	client: HubSpotClient,
	from: string,
	to: string,
	ids: string[],
): Promise<Map<string, AssociatedObject[]>> {
	const found = new Map<string, AssociatedObject[]>();
	let inputs: IDataObject[] = ids.map((id) => ({ id }));
	while (inputs.length > 0) {
		const answer = await client.post(`/crm/v4/associations/${from}/${to}/batch/read`, {
			inputs: inputs.slice(0, MAX_ASSOCIATION_INPUTS),
		});
		inputs = inputs.slice(MAX_ASSOCIATION_INPUTS);
		for (const result of objects(answer)) {
			const id = isRecord(result.from) ? idOf(result.from.id) : undefined;
			if (id === undefined) continue;
			const links = (Array.isArray(result.to) ? result.to : []).flatMap(readLink);
			found.set(id, [...(found.get(id) ?? []), ...links]);
			const after = nextPage(result);
			if (after !== undefined) inputs.push({ id, after: String(after) });
		}
	}
	return found;
}

/** The `results` of an answer that are objects. */
export function objects(answer: unknown): Array<Record<string, unknown>> {
	if (!isRecord(answer) || !Array.isArray(answer.results)) {
		throw new CrmError(
			'HubSpot answered with something other than results',
			'A proxy may stand between n8n and HubSpot. Try again later',
		);
	}
	return answer.results.filter(isRecord);
}

/** An ID as text; HubSpot writes some as numbers. */
export function idOf(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function* inChunks<T>(values: T[], size: number): Generator<T[]> {
	for (let start = 0; start < values.length; start += size) {
		yield values.slice(start, start + size);
	}
}

export function addTo(map: Map<string, string[]>, key: string, value: string): void {
	const values = map.get(key) ?? [];
	if (!values.includes(value)) values.push(value);
	map.set(key, values);
}

function readObject(result: Record<string, unknown>): HubSpotObject[] {
	const id = idOf(result.id);
	if (id === undefined) return [];
	return [
		{
			id,
			properties: isRecord(result.properties) ? result.properties : {},
			history: readHistory(result.propertiesWithHistory),
			...(typeof result.url === 'string' && { url: result.url }),
		},
	];
}

function readHistory(value: unknown): HubSpotObject['history'] {
	if (!isRecord(value)) return {};
	return Object.fromEntries(
		Object.entries(value).map(([name, entries]) => [
			name,
			(Array.isArray(entries) ? entries : []).filter(isRecord).flatMap((entry) => {
				const at = Date.parse(String(entry.timestamp));
				return Number.isFinite(at) ? [{ at, value: String(entry.value ?? '') }] : [];
			}),
		]),
	);
}

function readLink(value: unknown): AssociatedObject[] {
	if (!isRecord(value)) return [];
	const id = idOf(value.toObjectId);
	const types = Array.isArray(value.associationTypes) ? value.associationTypes : [];
	const isPrimary = types.some((type) => isRecord(type) && type.label === 'Primary');
	return id === undefined ? [] : [{ id, isPrimary }];
}

function nextPage(answer: unknown): unknown {
	if (!isRecord(answer) || !isRecord(answer.paging) || !isRecord(answer.paging.next))
		return undefined;
	return answer.paging.next.after ?? undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}

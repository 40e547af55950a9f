import type { IDataObject } from 'n8n-workflow';
import type { HubSpotClient } from './client';
import { nextPage, objects, readObject, type HubSpotObject } from './objects';

/** The operator IN takes up to 100 values. */
export const MAX_IN_VALUES = 100;

/** A search takes up to five filter groups, with 18 filters in all: three in each, at most. */
const MAX_FILTER_GROUPS = 5;

/**
 * HubSpot refuses a search whose body is longer than 3,000 characters (search guide, "Limitations"); the
 * rest is for the limit and the page.
 */
const MAX_SEARCH_LENGTH = 2940;

const SEARCH_PAGE = 200;
/** More results mean a filter that matches half the account. */
const MAX_PAGES = 10;

/** More than this is not read for one search. */
export const MAX_RESULTS = MAX_PAGES * SEARCH_PAGE;

/** Makes the search of some values. */
export type BuildSearch<Value = string> = (some: Value[]) => {
	filterGroups: IDataObject[];
	properties: string[];
};

/** How many searches it takes to search for all values. */
export function countSearches<Value>(values: readonly Value[], build: BuildSearch<Value>): number {
	return splitSearch(values, build).length;
}

/**
 * Searches for many values, in as few searches as HubSpot takes. Values that together find too much are
 * searched for in halves.
 * @param onOverflow takes a value that alone finds more than {@link MAX_RESULTS}
 */
export async function searchForEach<Value>(
	client: HubSpotClient,
	object: string,
	values: readonly Value[],
	build: BuildSearch<Value>,
	onOverflow: (value: Value) => void,
): Promise<HubSpotObject[]> {
	const found: HubSpotObject[] = [];
	const searches = splitSearch(values, build);
	for (let search = searches.shift(); search; search = searches.shift()) {
		const { values: some, body } = search;
		const results = await searchAll(client, object, body);
		if (results) found.push(...results);
		else if (some.length === 1) some.forEach(onOverflow);
		else {
			const middle = Math.ceil(some.length / 2);
			searches.push(searchOf(some.slice(0, middle), build), searchOf(some.slice(middle), build));
		}
	}
	return found;
}

/** All results of a search, page by page; undefined where there are more than {@link MAX_RESULTS}. */
export async function searchAll(
	client: HubSpotClient,
	object: string,
	search: IDataObject,
): Promise<HubSpotObject[] | undefined> {
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
		// Known from the first page, so that the others need not be read in vain.
		if (totalOf(answer) > MAX_RESULTS) return undefined;
	}
	return undefined;
}

interface Search<Value> {
	values: Value[];
	body: ReturnType<BuildSearch<Value>>;
}

/** Makes as few searches of many values as HubSpot takes: each holds some of them, one at least. */
function splitSearch<Value>(
	values: readonly Value[],
	build: BuildSearch<Value>,
): Array<Search<Value>> {
	const searches: Array<Search<Value>> = [];
	for (const value of values) {
		const last = searches.at(-1);
		const more = last && searchOf([...last.values, value], build);
		if (more && isTaken(more.body)) searches[searches.length - 1] = more;
		else searches.push(searchOf([value], build));
	}
	return searches;
}

function searchOf<Value>(values: Value[], build: BuildSearch<Value>): Search<Value> {
	return { values, body: build(values) };
}

function totalOf(answer: unknown): number {
	const { total } = answer as { total?: unknown };
	return typeof total === 'number' ? total : 0;
}

function isTaken(body: ReturnType<BuildSearch>): boolean {
	const { length } = new TextEncoder().encode(JSON.stringify(body));
	return body.filterGroups.length <= MAX_FILTER_GROUPS && length <= MAX_SEARCH_LENGTH;
}

import type { IDataObject } from 'n8n-workflow';
import { CrmError } from '../crmError';
import { HubSpotApiError, type HubSpotClient } from './client';

/** An object as HubSpot answers: properties are text or null. */
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

const MAX_ASSOCIATION_INPUTS = 1000;

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
		checkErrors(answer, object);
		found.push(...objects(answer).flatMap(readObject));
	}
	return found;
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
		checkErrors(answer, to);
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

/** One object of an answer; none where it has no ID. */
export function readObject(result: Record<string, unknown>): HubSpotObject[] {
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

/** The cursor of the next page; undefined on the last. */
export function nextPage(answer: unknown): unknown {
	if (!isRecord(answer) || !isRecord(answer.paging) || !isRecord(answer.paging.next))
		return undefined;
	return answer.paging.next.after ?? undefined;
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

/** The categories of errors that only say there is no such object, or none associated. */
const ABSENT = ['OBJECT_NOT_FOUND', 'NO_ASSOCIATIONS_FOUND'];

/**
 * A batch that was read in part comes with status 207, and says why for the rest. What could not be read
 * for any other reason than being absent must not pass for absent.
 */
function checkErrors(answer: unknown, what: string): void {
	const errors = isRecord(answer) && Array.isArray(answer.errors) ? answer.errors : [];
	const failure = errors.filter(isRecord).find(({ category, subCategory }) => {
		const codes = [category, subCategory].map((code) => String(code).split('.').at(-1) ?? '');
		return !codes.some((code) => ABSENT.includes(code));
	});
	if (failure === undefined) return;
	const said = `HubSpot said: ${String(failure.message ?? failure.category)}`;
	if (failure.category === 'VALIDATION_ERROR') {
		throw new HubSpotApiError(400, 'HubSpot refused a part of the call (400)', said);
	}
	throw new CrmError(
		`HubSpot could not read some of the ${what} just now`,
		`Try again later. ${said}`,
	);
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

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How the contract's readers look at one field. */

export type Json = Record<string, unknown>;

export function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
	return known.find((candidate) => candidate === value);
}

export function notOneOf(field: string, known: readonly string[], value: unknown): string {
	return `${field} must be one of ${known.join(', ')}, but it is ${JSON.stringify(value) ?? 'missing'}`;
}

export function flagOf(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** A number of 0 or more; anything else is absent. */
export function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

import { lineOf } from './fields';

/** The ID of an agent, contact, company, conversation or rating; absent where there is none. */
export function numberOf(value: unknown): string | undefined {
	const id = lineOf(value, 64);
	return id !== undefined && /^\d+$/.test(id) && id !== '0' ? id : undefined;
}

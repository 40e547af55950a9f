const ID = /^[\w-]{1,64}$/;

/** Where an ID stands in the payload, and what to set up when it is not there. */
export interface IdField {
	/** As the admin reads it, e.g. "data.item.id". */
	name: string;
	/** What to do, as one sentence. */
	remedy: string;
}

/**
 * A ticket's ID: it becomes part of the ticket's key and of a link, so it is a short plain word.
 * @returns the ID, or what is wrong with the field and how it is put right
 */
export function readTicketId(
	value: unknown,
	{ name, remedy }: IdField,
): { id: string } | { problem: string } {
	const wrong = (what: string) => ({ problem: `The field "${name}" ${what}. ${remedy}` });
	if (value === undefined || value === null) return wrong('is missing');
	if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
		// Two such numbers can be read as the same one, and two tickets would become one.
		return wrong('is a number too large to be read exactly');
	}
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
		return wrong(`is ${Array.isArray(value) ? 'a list' : 'no text and no number'}`);
	}
	const id = String(value).trim();
	if (id === '') return wrong('is empty');
	// Unfilled, it would make all tickets one and the same.
	if (id.includes('{{')) return wrong('holds a placeholder that was not filled in');
	if (!ID.test(id)) {
		return wrong('is not a ticket ID (1 to 64 letters, digits, hyphens or underscores)');
	}
	return { id };
}

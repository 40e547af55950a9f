import { lineOf } from './fields';
import { LIMITS } from './ticket';

const ID = /^[\w-]{1,64}$/;

/** Where an ID stands in the payload, and what to set up when it is not there. */
export interface IdField {
	/** As the admin reads it, e.g. "data.item.id". */
	name: string;
	/** What to do, as one sentence. */
	remedy: string;
}

export type IdReading = { id: string } | { problem: string };

/**
 * A ticket's ID: it becomes part of the ticket's key and of a link, so it is a short plain word.
 * @returns the ID, or what is wrong with the field and how it is put right
 */
export function readTicketId(value: unknown, field: IdField): IdReading {
	const reading = readText(value, field);
	if ('problem' in reading || ID.test(reading.id)) return reading;
	return wrong(field, 'is not a ticket ID (1 to 64 letters, digits, hyphens or underscores)');
}

/**
 * An ID of a system we know nothing of, e.g. the Message-ID of a mail: any text on one line. It becomes
 * part of the ticket's key, never of a link.
 */
export function readForeignId(value: unknown, field: IdField): IdReading {
	const reading = readText(value, field);
	if ('problem' in reading) return reading;
	const id = lineOf(reading.id, LIMITS.foreignId + 1);
	// Cut, two of them could become one.
	if (id === undefined || id.length > LIMITS.foreignId) {
		return wrong(
			field,
			`is longer than ${LIMITS.foreignId} characters, or has none that can be read`,
		);
	}
	return { id };
}

function readText(value: unknown, field: IdField): IdReading {
	if (value === undefined || value === null) return wrong(field, 'is missing');
	if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
		// Two such numbers can be read as the same one, and two tickets would become one.
		return wrong(field, 'is a number too large to be read exactly');
	}
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
		return wrong(field, `is ${Array.isArray(value) ? 'a list' : 'no text and no number'}`);
	}
	const id = String(value).trim();
	if (id === '') return wrong(field, 'is empty');
	// Unfilled, it would make all tickets one and the same.
	if (id.includes('{{')) return wrong(field, 'holds a placeholder that was not filled in');
	return { id };
}

function wrong({ name, remedy }: IdField, what: string): { problem: string } {
	return { problem: `The field "${name}" ${what}. ${remedy}` };
}

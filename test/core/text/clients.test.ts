import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const FOLDER = join(import.meta.dirname, '../../fixtures/text/clients');

/** A fixture: "subject:", "cut:" and "flags:" lines, "=== body", the body, "=== expected", the rest. */
function readFixture(file: string) {
	const content = readFileSync(join(FOLDER, file), 'utf8');
	const match =
		/^subject: ?(.*)\ncut: ?(.*)\nflags: ?(.*)\n=== body\n([\s\S]*)\n=== expected\n([\s\S]*)\n$/.exec(
			content,
		);
	if (match === null) throw new Error(`${file} does not have the form of a fixture`);
	const [, subject = '', cut = '', flags = '', body = '', expected = ''] = match;
	const words = (list: string): string[] => list.split(' ').filter(Boolean).sort();
	return { subject, cut: words(cut), flags: words(flags), body, expected };
}

describe('mail as clients and helpdesks send it', () => {
	for (const file of readdirSync(FOLDER)) {
		it(`keeps only the new words: ${file}`, () => {
			const { subject, cut, flags, body, expected } = readFixture(file);
			const cleaned = cleanTicketText({ subject, body });
			expect(cleaned.text.slice(cleaned.bodyStart)).toBe(expected);
			expect(cleaned.flags.sort()).toEqual(flags);
			expect(cleaned.cut.map(({ kind }) => kind).sort()).toEqual(cut);
		});
	}
});

describe('mail with Windows line breaks', () => {
	for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
		it(`reads the same: ${file}`, () => {
			const { subject, body } = readFixture(file);
			const windows = body.replaceAll('\n', '\r\n');
			expect(cleanTicketText({ subject, body: windows }).text).toBe(
				cleanTicketText({ subject, body }).text,
			);
		});
	}
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutDescriptionHeader } from '../../../nodes/core/helpdesk/zendeskDescription';

const DASHES = '-'.repeat(46);
const described = (line: string, text: string, newline = '\n') =>
	[DASHES, '', line, '', text].join(newline);

const DATES = [
	'Nov 23, 2026, 09:00',
	'Nov 23, 2026, 9:00\u202fAM',
	'Nov 23, 9:00 AM',
	'Jul 3 16:46',
	'Jul 3, 2012 16:46:',
	'November 23, 2026 at 9:00 AM PST',
	'Monday 23 November 2026 at 09:00',
	'Nov 23, 2026',
	'Mon, 23 Nov 2026 09:00:00 +0000',
	'23. Nov. 2026, 09:00',
	'23. November 2026 um 09:00 Uhr',
	'Mär 3, 09:00',
	'lundi 23 novembre 2026 à 09:00',
	'23 nov. 2026 09 h 00',
	'23 de noviembre de 2026 a las 9:00 a. m.',
	'23 de nov. de 2026 09:00',
	'23 nov 2026 om 09:00',
	'23 lis 2026, 09:00',
	'23 листопада 2026 р., 09:00',
	'2026. nov. 23. 9:00',
	'23 thg 11, 2026 09:00',
	'2026-11-23T09:00Z',
	'2026-11-23 09:00',
	'23.11.2026 09:00',
	'23/11/2026, 09:00',
	'2026年11月23日 上午9:00',
	'2026년 11월 23일 오전 9:00',
];
const NAMES = ['', 'Angry Corp, ', 'Doe, Jane, ', "Jo O'Neil (Acme) , ", '山田, '];

describe('the header of {{ticket.description}}', () => {
	it.each(DATES)('goes, with the date as %s', (date) => {
		for (const name of NAMES) {
			for (const newline of ['\n', '\r\n', '\r']) {
				expect(withoutDescriptionHeader(described(name + date, 'Hi,\n\nbye', newline))).toBe(
					'Hi,\n\nbye',
				);
			}
		}
	});

	it('goes without empty lines between, and with white space around', () => {
		const text = `\n ${DASHES} \nAngry Corp, Nov 23, 2026, 09:00 \nHi`;
		expect(withoutDescriptionHeader(text)).toBe('Hi');
	});

	it('leaves nothing where the customer wrote nothing', () => {
		expect(withoutDescriptionHeader(`${DASHES}\n\nAngry Corp, Nov 23, 2026, 09:00`)).toBe('');
	});

	it('is cut once: what the customer quotes below stays', () => {
		const quoted = described('Angry Corp, Nov 23, 2026, 09:00', 'Hi');
		expect(withoutDescriptionHeader(described('Jo, Nov 24, 2026, 09:00', quoted))).toBe(quoted);
	});

	it.each([
		'Hello team,',
		'Hello, order 12 09:00',
		'Hello, it broke on Nov 23, 2026',
		'We lost everything on Nov 23, 2026 09:00',
		'Since Monday: Nov 23 09:00 down',
		'Order 12, 2026',
		'Nov 23',
		'12:30',
		'2026',
		'Version 12.3.4',
		`${'x'.repeat(400)}, Nov 23, 2026, 09:00`,
		DASHES,
	])('is not seen in a text that merely begins with dashes: %s', (line) => {
		const text = described(line, 'All data is gone.');
		expect(withoutDescriptionHeader(text)).toBe(text);
	});

	it.each([
		'Angry Corp, Nov 23, 2026, 09:00\n\nHi',
		'--\nNov 23, 2026, 09:00\nHi',
		'- Nov 23, 2026, 09:00\n- Nov 24, 2026, 09:00',
		`Hi\n${DASHES}\n\nAngry Corp, Nov 23, 2026, 09:00\n\nquoted`,
		'',
		DASHES,
	])('is nowhere but at the beginning, below a line of dashes: %j', (text) => {
		expect(withoutDescriptionHeader(text)).toBe(text);
	});

	it('gives the end of any text, and takes no longer for a hostile one', () => {
		const piece = fc.constantFrom(
			'-'.repeat(30),
			'\n',
			'\r',
			' ',
			',',
			'Nov',
			'23',
			'2026',
			'9:00',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
				const text = pieces.join('');
				expect(text.endsWith(withoutDescriptionHeader(text))).toBe(true);
			}),
		);
		const start = performance.now();
		for (const filler of ['-', ' ', '\n', 'a, ', '1', 'Nov 1, ']) {
			withoutDescriptionHeader(`${DASHES}\n${filler.repeat(1_000_000)}`);
		}
		expect(performance.now() - start).toBeLessThan(1000);
	});
});

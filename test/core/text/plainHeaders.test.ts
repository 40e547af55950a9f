import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const QUOTED = 'Hello,\n\nall is great and we love it.\n\nJane';

describe('reply headers without an address', () => {
	it.each([
		'On 3 May 2024, at 10:12, Jane Doe wrote:',
		'On Fri, May 3, 2024 at 10:12 AM Jane Doe wrote:',
		'Le 3 mai 2024 à 10:12, Jane Doe a écrit :',
		'Am 3. Mai 2024 um 10:12 schrieb Support:',
		'Am 03.05.2024 um 10:12 Uhr schrieb Jane Doe:',
		'El viernes, 3 de mayo de 2024 a las 10:12, Jane Doe escribió:',
		'Em 3 de maio de 2024 às 10:12, Jane Doe escreveu:',
		'Op 3 mei 2024 om 10:12 schreef Jane Doe:',
	])('begin a quote under a blank line or signature: %s', (header) => {
		for (const above of [
			'',
			'Sent from my iPhone\n',
			'\nRegards,\nBob\n',
			'\nSent from my iPhone\n\n',
		]) {
			const body = `Still broken!!\n${above === '' ? '\n' : above}${header}\n\n${QUOTED}`;
			const cleaned = cleanTicketText({ body });
			expect(cleaned.text).toBe('Still broken!!');
			expect(cleaned.cut.map(({ kind }) => kind)).toContain('quote');
		}
		const html = `<p>Still broken!!</p><p>${header}</p><p>Hello,</p><p>all is great.</p>`;
		expect(cleanTicketText({ body: html }).text).toBe('Still broken!!');
	});

	it.each([
		'Broken.\n\nOn 3 May 2024 at 10:12 your agent wrote:\n\nwe will fix it. You did not.',
		'Broken.\n\nOn 3 May 2024 at 10:12 Support wrote:\n"We will fix it."\nYou did not.',
		'Broken.\n\nOn 3 May 2024 at 10:12 after three long calls Support wrote:\n\nnothing.',
		'Broken.\n\nOn Friday at 10:12 Support wrote:\n\nwe will fix it. You did not.',
		'Broken.\n\nAm 3. Mai 2024 um 10:12 schrieb Ihr Support:\n\nalles gut. Ist es nicht.',
	])('are not what a customer tells: %j', (body) => {
		expect(cleanTicketText({ body }).text).toBe(body);
	});
});

import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const QUESTION = 'How do I share a board?';
const AGENT = 'Sorry for the dreadful crash, we lost the data of some customers!';
const bodyOf = (body: string, ticket: Parameters<typeof cleanTicketText>[0] = {}): string => {
	const cleaned = cleanTicketText({ ...ticket, body });
	return cleaned.text.slice(cleaned.bodyStart);
};

describe('of a chat only the requester is read', () => {
	it.each([
		['time first', `(09:14:01) Agent Bo: ${AGENT}\n(09:14:20) Ada: ${QUESTION}`],
		[
			'date and time first',
			`[2026-10-06 09:14:01] Acme Bot: ${AGENT}\n[2026-10-06 09:14:20] Ada: ${QUESTION}`,
		],
		['time and dash', `09:14 - Support: ${AGENT}\n09:15 - Ada: ${QUESTION}`],
		['time behind the name', `Bo (Support) (09:14): ${AGENT}\nAda (09:15): ${QUESTION}`],
		['roles', `Visitor 4711 (09:14): ${QUESTION}\nBo (09:15): ${AGENT}`],
		['roles without times', `Support: ${AGENT}\nCustomer: ${QUESTION}\nSupport: ${AGENT}`],
		['German roles', `09:14 Mitarbeiter: ${AGENT}\n09:15 Kunde: ${QUESTION}`],
		['lines that go on', `(09:14) Agent: Hi!\n${AGENT}\n\n(09:15) Ada: ${QUESTION}`],
		['names above the words', `Ada Byron | 09:14 AM\n${QUESTION}\n\nAgent Bo | 09:15 AM\n${AGENT}`],
		[
			'notices',
			`(09:14:01) *** Bo joined the chat ***\n(09:14:20) Visitor 7: ${QUESTION}\n(09:15:01) *** Bo left the chat ***`,
		],
		['HTML', `<div>(09:14) Agent: ${AGENT}</div><div>(09:15) Ada: ${QUESTION}</div>`],
	])('%s', (_name, body) => {
		expect(bodyOf(body)).toBe(QUESTION);
	});

	it('when a name ends like that of a bot', () => {
		expect(bodyOf(`09:14 AcmeBot: ${AGENT}\n09:15 Talbot: ${QUESTION}`)).toBe(QUESTION);
		const body = `09:14 Bo: ${AGENT}\n09:15 Talbot: ${QUESTION}`;
		expect(bodyOf(body)).toBe(body);
	});

	it('told by name, address or subject', () => {
		const body = `09:14 Bo: ${AGENT}\n09:15 Ada: ${QUESTION}`;
		expect(bodyOf(body)).toBe(body);
		expect(bodyOf(body, { requester: { name: 'Ada Byron' } })).toBe(QUESTION);
		expect(bodyOf(body, { requester: { email: 'ada@globex.example' } })).toBe(QUESTION);
		expect(bodyOf(body, { subject: 'Conversation with Ada' })).toBe(QUESTION);
	});

	it('with all of what the requester said', () => {
		const body = `(09:14) Ada: ${QUESTION}\n(09:15) Agent: ${AGENT}\n(09:16) Ada: And\nclose the account.`;
		expect(bodyOf(body)).toBe(`${QUESTION}\n\nAnd\nclose the account.`);
	});

	it.each([
		'09:14 Importer: crashed\n09:15 Server: down\nPlease look.',
		'Problem: nothing loads\nSteps: open it\nExpected: a list\nProblem: again',
		'Support: your agents never answer.\nPrice: too high.',
		`(09:14) Agent: ${QUESTION}`,
	])('and other lists stay: %j', (body) => {
		expect(bodyOf(body)).toBe(body);
	});

	it('and a chat without a word of the requester is kept and flagged', () => {
		const body = '(09:14) Acme Bot: Hello, how can I help?\n(09:16) Acme Bot: Still there?';
		expect(cleanTicketText({ body })).toMatchObject({ text: body, flags: ['only-quoted-text'] });
	});

	it('and a requester of any shape does no harm', () => {
		const requester = JSON.parse('{"name": 7, "email": {}}') as { name: string; email: string };
		const body = `09:14 Bo: ${AGENT}\n09:15 Ada: ${QUESTION}`;
		expect(bodyOf(body, { requester })).toBe(body);
	});
});

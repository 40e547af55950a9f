import { describe, expect, it } from 'vitest';

import { compileTaxonomy } from '../../../nodes/core/score/match';
import { hashText } from '../../../nodes/core/score/match/hash';
import { rescorer } from '../../../nodes/core/report/backtest/rescore';
import { isBuiltIn } from '../../../nodes/core/score/otherWeight';
import { scoreTicket } from '../../../nodes/core/score/scoreTicket';
import { DEFAULT_TAXONOMY } from '../../../nodes/core/score/wordList';
import { scored } from './fixtures';

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const ticket = {
	subject: 'Export',
	body: 'Your export has lost our data again and nobody answers. We are going to cancel our contract.',
};

describe('a message of another version', () => {
	it('is scored again from its whole text, as Sentiment Score does', () => {
		const message = scored({ score: 10, label: 'Positive', version: 'old', flags: ['truncated'] });
		const again = rescorer();
		const [made] = again.page([{ ...message, kept: { whole: ticket } }]);
		const { score, label, flags, version } = scoreTicket(ticket, taxonomy);
		expect(made).toEqual({ ...message, score, label, flags, version });
		expect(again.counts()).toEqual({ whole: 1, part: 0, gone: 0, byModel: 1 });
	});

	it('is scored again from its subject and summary where that is all there is, and keeps its flags', () => {
		const message = scored({ score: 10, version: 'a-b', flags: ['truncated'] });
		const again = rescorer();
		const kept = { subject: ticket.subject, summary: ticket.body };
		const [made] = again.page([{ ...message, kept }]);
		expect(made?.score).toBe(scoreTicket(ticket, taxonomy).score);
		expect(made?.flags).toEqual(['truncated']);
		expect(again.counts()).toEqual({ whole: 0, part: 1, gone: 0, byModel: 0 });
	});

	it('counts what came before where the flag says that something did', () => {
		const kept = { summary: 'Is there any news on this? We still cannot log in.' };
		const scoreOf = (flags: string[]) =>
			rescorer().page([{ ...scored({ flags }), kept }])[0]?.score ?? 0;
		expect(scoreOf(['asked-before'])).toBeGreaterThan(scoreOf([]));
	});

	it('stays as it is where its text is gone or says nothing, and where it had no score', () => {
		const again = rescorer();
		const messages = [
			scored({ kept: { subject: 'Export' } }),
			scored({ kept: { whole: { subject: '', body: ' ' } } }),
			scored({ score: undefined, kept: { summary: ticket.body } }),
			scored(),
		];
		const made = again.page(messages);
		expect(made.map(({ score, version }) => [score, version])).toEqual(
			messages.map(({ score, version }) => [score, version]),
		);
		expect(made.every((message) => !('kept' in message))).toBe(true);
		expect(again.counts()).toEqual({ whole: 0, part: 0, gone: 2, byModel: 0 });
	});
});

it('a version of Built-In is told from that of a chat model', () => {
	expect(isBuiltIn(scoreTicket(ticket, taxonomy).version)).toBe(true);
	expect(isBuiltIn(hashText('gpt'))).toBe(false);
});

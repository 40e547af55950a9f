import { describe, expect, it } from 'vitest';

import {
	namesOf,
	paceKeyOf,
	placesToldBy,
	type Heading,
	type SentTo,
} from '../../../nodes/core/log/pace';

const ana = { email: 'ana@acme.example', slackId: 'U0ANA' };
const mail = { email: 'bo@acme.example', slackId: 'U0BO', channel: 'email' } as const;
const to = (over: Partial<Heading> = {}): Heading => ({
	kind: 'alert',
	step: 'owner',
	owner: ana,
	...over,
});
/** What is known after these were sent. */
const after = (...sent: Array<[Heading, SentTo]>) =>
	new Map(sent.flatMap(([heading, where]) => placesToldBy(heading, where)));
const slack = (recipient: string, channel: string): SentTo => ({
	channel: 'slack',
	recipient,
	message: { channel },
});

describe('before anything was sent, the pace is that of', () => {
	it.each<[string, Partial<Heading>, string | undefined]>([
		['the owner’s own conversation', {}, 'slack:U0ANA'],
		['a Slack ID in a mention', { owner: { slackId: '<@U0ANA|ana>' } }, 'slack:U0ANA'],
		['the shared channel, where their Slack ID is unknown', { owner: {} }, 'slack:shared'],
		['the shared channel, where it is no Slack ID', { owner: { slackId: '@ana' } }, 'slack:shared'],
		['the shared channel, where nobody owns it', { owner: undefined }, 'slack:shared'],
		['nothing, of who wants e-mail', { owner: mail }, undefined],
		['Teams, of who wants that', { owner: { channel: 'teams' } }, 'teams'],
		['Slack, once e-mail has failed', { owner: mail, step: 'otherChannel' }, 'slack:U0BO'],
		[
			'the shared channel, once the e-mail of somebody unknown in Slack has failed',
			{ owner: { channel: 'email' }, step: 'otherChannel' },
			'slack:shared',
		],
		[
			'nothing, once Slack has failed',
			{ owner: { ...ana, channel: 'slack' }, step: 'otherChannel' },
			undefined,
		],
		['the shared channel, for the manager', { step: 'manager' }, 'slack:shared'],
		['the shared channel, for an escalation', { kind: 'escalation' }, 'slack:shared'],
		['the shared channel, for what the owner handed on', { isHandedOn: true }, 'slack:shared'],
		['the shared channel, for a digest', { kind: 'digest', owner: undefined }, 'slack:shared'],
		['the alert’s message, for an edit', { kind: 'answer', conversation: 'C1' }, 'slack:C1'],
		['the alert’s message, for an update', { kind: 'update', conversation: 'C1' }, 'slack:C1'],
		[
			'nothing, for an update of who wants e-mail',
			{ kind: 'update', conversation: 'C1', owner: mail },
			undefined,
		],
		[
			'the shared channel, for an update that goes to the manager',
			{ kind: 'update', conversation: 'C1', step: 'manager' },
			'slack:shared',
		],
	])('%s', (_, over, key) => {
		expect(paceKeyOf(to(over), new Map())).toBe(key);
	});
});

describe('what was sent', () => {
	it('tells where the same owner’s next one goes, over the same step alone', () => {
		const known = after([to(), slack('U0ANA', 'D1')]);
		expect(paceKeyOf(to(), known)).toBe('slack:D1');
		expect(paceKeyOf(to({ owner: mail }), known)).toBeUndefined();
	});

	it('tells of what an owner handed on where their next one of that kind goes, not their own', () => {
		const known = after([to({ isHandedOn: true }), slack('U0KIM', 'D9')]);
		expect(paceKeyOf(to(), known)).toBe('slack:U0ANA');
		expect(paceKeyOf(to({ isHandedOn: true }), known)).toBe('slack:D9');
		const escalation = to({ isHandedOn: true, kind: 'escalation' });
		expect(paceKeyOf(escalation, known)).toBe('slack:shared');
	});

	it('tells which conversation a Slack ID is, whichever way it is reached', () => {
		const known = after([to(), slack('U0ANA', 'D1')]);
		const other = to({ owner: { ...ana, channel: 'email' }, step: 'otherChannel' });
		expect(paceKeyOf(other, known)).toBe('slack:D1');
	});

	it('tells that a wish for e-mail is not followed, or that the table of owners has one', () => {
		expect(paceKeyOf(to({ owner: mail }), after([to({ owner: mail }), slack('#cs', 'C1')]))).toBe(
			'slack:C1',
		);
		const mailed = after([to(), { channel: 'email', recipient: 'ana@acme.example' }]);
		expect(paceKeyOf(to(), mailed)).toBeUndefined();
		expect(paceKeyOf(to({ kind: 'update', conversation: 'D1' }), mailed)).toBeUndefined();
	});

	it('of no owner tells which channel all share; that they get e-mail tells nothing of Slack', () => {
		const list = to({ kind: 'digest', owner: undefined });
		const known = after([list, slack('#cs', 'C1')]);
		const unknown = to({ owner: { channel: 'email' }, step: 'otherChannel' });
		expect(paceKeyOf(unknown, known)).toBe('slack:C1');
		expect(paceKeyOf(list, known)).toBe('slack:C1');
		expect(paceKeyOf(unknown, after([list, { channel: 'email' }]))).toBe('slack:shared');
	});

	it.each<[string, Heading, SentTo]>([
		['below a message that stands already', to({ kind: 'update' }), slack('C1', 'C1')],
		['as an edit', to({ kind: 'answer' }), slack('C1', 'C1')],
		['nobody knows where', to(), { recipient: 'U0ANA' }],
		['and got no name from Slack', to(), { channel: 'slack', recipient: 'U0ANA' }],
	])('%s tells nothing', (_, heading, sent) => {
		expect(placesToldBy(heading, sent)).toEqual([]);
	});

	it('is asked for under the names it is told by', () => {
		const told = placesToldBy(to(), slack('U0ANA', 'D1')).map(([name]) => name);
		expect(namesOf(to())).toEqual(expect.arrayContaining(told));
	});
});

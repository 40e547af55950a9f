import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RESPONSE_ACTIONS } from '../../../nodes/core/item/deliveryReaders';
import type { AccountFacts, AlertStanding } from '../../../nodes/core/item/types';
import type { Answerable } from '../../../nodes/core/response/answerable';
import type { Typed } from '../../../nodes/core/response/answerForm';
import { askPage } from '../../../nodes/core/response/askPage';
import { alreadyPage, closedPage, donePage } from '../../../nodes/core/response/outcomePage';
import { elementsOf } from './readPage';

/** What strangers write: names, subjects, addresses; with what opens elements, attributes and other directions. */
const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc
		.array(
			fc.constantFrom(
				'<script>alert(1)</script>',
				'"><img src=x onerror=alert(1)>',
				"' onmouseover='x",
				'</title><b>',
				'</style>',
				'<!--',
				']]>',
				'&lt;b&gt;',
				'&#60;i&#62;',
				'javascript:alert(1)',
				'\u202e',
				'\u2066',
				'\u200f',
				'\u0000',
				'\ud800',
				'\n',
				'`',
				'${x}',
				'Acme',
				'@',
				'.com',
			),
			{ maxLength: 8 },
		)
		.map((parts) => parts.join('')),
);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const account: fc.Arbitrary<AccountFacts> = fc.record({
	id: maybe(hostile),
	name: maybe(hostile),
	mrr: maybe(fc.double()),
	currency: maybe(hostile),
	owner: fc.record({ name: maybe(hostile), email: maybe(hostile) }),
});
const standing: fc.Arbitrary<AlertStanding> = fc.record({
	state: fc.constantFrom('open', 'acknowledged', 'snoozed', 'closed'),
	openedAt: hostile,
	acknowledgedAt: maybe(hostile),
	acknowledgedBy: maybe(hostile),
	snoozedUntil: maybe(hostile),
	snoozedBy: maybe(hostile),
	escalatedAt: maybe(hostile),
	closedAt: maybe(hostile),
	closedBy: maybe(hostile),
	closedBecause: maybe(hostile),
	verdict: maybe(fc.constantFrom('useful', 'noise', 'wrongAccount', 'wrongOwner')),
	verdictBy: maybe(hostile),
});
const target: fc.Arbitrary<Answerable> = fc.record({
	alertId: maybe(hostile),
	messageRow: maybe(hostile),
	person: maybe(hostile),
	expiresAt: fc.date(),
	isTest: fc.boolean(),
	isIncident: fc.boolean(),
	standing: maybe(standing),
	reviewedBecause: maybe(hostile),
	account: maybe(account),
	candidates: fc.array(account, { maxLength: 3 }),
	topic: maybe(hostile),
	score: maybe(fc.double()),
	severity: maybe(hostile),
	ticketKey: maybe(hostile),
	subject: maybe(hostile),
	ticketUrl: maybe(fc.oneof(hostile, fc.webUrl({ withQueryParameters: true }))),
	requesterEmail: maybe(fc.oneof(hostile, fc.emailAddress())),
});
const typed: fc.Arbitrary<Typed> = fc.record({
	days: maybe(hostile),
	account: maybe(hostile),
	accountId: maybe(hostile),
	accountName: maybe(hostile),
	wholeDomain: maybe(fc.boolean()),
});

/** All that our pages are made of. */
const ELEMENTS = new Set(
	'html head meta title style body main h1 h2 p dl dt dd a form input button fieldset legend label span small div'.split(
		' ',
	),
);
const ATTRIBUTES = new Set(
	'lang charset name content class role method action type value required checked formnovalidate id for min max step inputmode autocomplete maxlength href aria-describedby aria-invalid aria-labelledby'.split(
		' ',
	),
);
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

describe('whatever strangers write', () => {
	it('no text opens an element or an attribute, leads anywhere but to the web, or turns the line around', () => {
		fc.assert(
			fc.property(
				target,
				fc.constantFrom(...RESPONSE_ACTIONS),
				typed,
				fc.array(hostile, { maxLength: 3 }),
				(about, action, values, attached) => {
					const asking = { target: about, action, token: 'a-token', timeZone: 'UTC' };
					const pages = [
						askPage(asking),
						askPage({ ...asking, problem: 'Days must be a number', typed: values }),
						donePage(asking, attached),
						alreadyPage(asking),
						closedPage(asking),
					];
					for (const { html } of pages) {
						const elements = elementsOf(html);
						const foreign = elements.filter(({ name, attributes }) => {
							const names = Object.keys(attributes);
							return !ELEMENTS.has(name) || !names.every((known) => ATTRIBUTES.has(known));
						});
						expect(foreign).toEqual([]);
						const links = elements.filter(({ name }) => name === 'a');
						expect(links.every(({ attributes }) => /^https?:/.test(attributes.href ?? ''))).toBe(
							true,
						);
						expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
						const shown = html.replace(/\svalue="[^"]*"/g, '');
						expect(shown).not.toMatch(MARKS);
						expect(shown).not.toMatch(CONTROLS);
					}
				},
			),
			{ numRuns: 200 },
		);
	});
});

import { describe, expect, it } from 'vitest';
import { blockErrors, isTooLong } from './slackBlocks.ts';
import type { JsonObject } from './types.ts';

const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
const mrkdwn = (text: string): JsonObject => ({ type: 'mrkdwn', text });
const header = (text: string): JsonObject => ({ type: 'header', text: plain(text) });
const section = (text: string): JsonObject => ({ type: 'section', text: mrkdwn(text) });
const fields = (count: number, text: string): JsonObject => ({
	type: 'section',
	fields: Array.from({ length: count }, () => mrkdwn(text)),
});
const button = (more: JsonObject = {}): JsonObject => ({
	type: 'button',
	text: plain('Open'),
	url: 'https://a.example',
	...more,
});
const actions = (...elements: JsonObject[]): JsonObject => ({ type: 'actions', elements });
const context = (count: number): JsonObject => ({
	type: 'context',
	elements: Array.from({ length: count }, () => mrkdwn('x')),
});

describe('blockErrors', () => {
	it.each([
		['a header of 150 characters', header('x'.repeat(150))],
		['a section of 3000', section('x'.repeat(3000))],
		['10 fields of 2000', fields(10, 'x'.repeat(2000))],
		['10 context elements', context(10)],
		['a button with style and id', actions(button({ style: 'primary', action_id: 'a' }))],
		['a section with a button beside it', { ...section('x'), accessory: button() }],
		['a divider with an id', { type: 'divider', block_id: 'd' }],
	])('takes %s', (_, block) => {
		expect(blockErrors([block])).toEqual([]);
	});

	it.each([
		['a header of 151 characters', header('x'.repeat(151)), '/blocks/0/text/text'],
		['a header in mrkdwn', { type: 'header', text: mrkdwn('x') }, '/blocks/0/text/type'],
		['an empty header', header(''), '/blocks/0/text/text'],
		['a section of 3001', section('x'.repeat(3001)), '/blocks/0/text/text'],
		['an empty section', { type: 'section' }, '/blocks/0'],
		['11 fields', fields(11, 'x'), '/blocks/0/fields'],
		['a field of 2001', fields(1, 'x'.repeat(2001)), '/blocks/0/fields/0/text'],
		['11 context elements', context(11), '/blocks/0/elements'],
		['no actions', actions(), '/blocks/0/elements'],
		['a label of 76', actions(button({ text: plain('x'.repeat(76)) })), 'elements/0/text/text'],
		['an address of 3001', actions(button({ url: `https://${'x'.repeat(2993)}` })), '/url'],
		['a script address', actions(button({ url: 'javascript:alert(1)' })), '/url'],
		['an unknown style', actions(button({ style: 'huge' })), '/style'],
		['an unknown property', { ...header('x'), color: 'red' }, 'color'],
		['an unknown block', { type: 'banner' }, '/blocks/0'],
		[
			'the same action id twice',
			actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
			'a',
		],
	])('refuses %s', (_, block, place) => {
		expect(blockErrors([block]).join()).toContain(place);
	});

	it('refuses the same block id twice and more than 50 blocks', () => {
		const divider = { type: 'divider', block_id: 'd' };
		expect(blockErrors([divider, divider]).join()).toContain('block_id "d" already exists');
		expect(blockErrors(Array.from({ length: 50 }, () => section('x')))).toEqual([]);
		expect(blockErrors(Array.from({ length: 51 }, () => section('x')))).not.toEqual([]);
	});

	it('refuses what is no list of blocks', () => {
		for (const blocks of ['x', null, {}, ['x'], [null]])
			expect(blockErrors(blocks)).not.toEqual([]);
	});
});

describe('isTooLong', () => {
	it('adds up the text of all blocks', () => {
		const blocks = Array.from({ length: 4 }, () => section('x'.repeat(3000)));
		expect(isTooLong([...blocks, section('x'.repeat(1200))])).toBe(false);
		expect(isTooLong([...blocks, section('x'.repeat(1201))])).toBe(true);
	});
});

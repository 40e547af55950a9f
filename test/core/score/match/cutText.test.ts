import { describe, expect, it } from 'vitest';

import {
	ADDRESS,
	CHARACTER,
	cutText,
	HARD,
	JOINED,
	SOFT,
	WORD,
} from '../../../../nodes/core/score/match/cutText';
import { tokensOf } from '../../../../nodes/core/text/tokens';

const cut = (text: string) => cutText(tokensOf(text));
const words = (text: string): string[] => {
	const { start, end } = cut(text);
	return start.map((from, index) => text.slice(from, end[index]));
};

describe('words', () => {
	it.each([
		["It's down", ['It', "'s", 'down']],
		['we’ve lost', ['we', '’ve', 'lost']],
		["I'll, they're", ['I', "'ll", 'they', "'re"]],
		["can't", ["can't"]],
		["rock'n'roll", ["rock'n'roll"]],
		["l'export n'arrive qu'ici", ['l', 'export', 'n', 'arrive', 'qu', 'ici']],
		["d'l'x", ['d', 'l', 'x']],
		["dell'export", ["dell'export"]],
		["l'app's", ['l', 'app', "'s"]],
		["it'so", ["it'so"]],
		["the users' data", ['the', 'users', 'data']],
		['re-sync import/export a_b', ['re', 'sync', 'import', 'export', 'a', 'b']],
		['中文 ok', ['中', '文', 'ok']],
		['see https://a.example/x?y=1, now', ['see', 'https://a.example/x?y=1,', 'now']],
		["l'https://a.example b", ['l', 'https://a.example', 'b']],
	])('of %j', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it('are told from characters of an unspaced script and from addresses', () => {
		expect(cut('ok 中 http://a').kind).toEqual([WORD, CHARACTER, ADDRESS]);
	});
});

describe('the gap before a word', () => {
	it.each([
		['a b', [HARD, JOINED]],
		['a, b', [HARD, SOFT]],
		['a: b (c) – d', [HARD, SOFT, SOFT, SOFT]],
		['a - b', [HARD, SOFT]],
		['a -b', [HARD, SOFT]],
		['re-sync', [HARD, JOINED]],
		['a/b', [HARD, JOINED]],
		['a\nb', [HARD, SOFT]],
		['a\n\nb', [HARD, HARD]],
		['a\n \nb', [HARD, HARD]],
		['a\n- b', [HARD, HARD]],
		['a\n* b', [HARD, HARD]],
		['a\n• b', [HARD, HARD]],
		['a. b', [HARD, HARD]],
		['a; b … c', [HARD, HARD, HARD]],
		['aa。b', [HARD, HARD]],
		['so, b. c, d', [HARD, SOFT, HARD, SOFT]],
		['oh.\nb', [HARD, HARD]],
		['"a" b', [HARD, JOINED]],
	])('of %j', (text, gaps) => {
		expect(cut(text).gap).toEqual(gaps);
	});
});

describe('sentences', () => {
	it.each([
		['One two. Three', [0, 0, 1]],
		['One! Two? Three', [0, 1, 2]],
		['What?! No', [0, 1]],
		['version 3.5 of app.example.com fails', [0, 0, 0, 0, 0, 0, 0, 0]],
		['e.g. this, i.e. that', [0, 0, 0, 0, 0, 0]],
		['Plan B. Then', [0, 0, 1]],
		['Item 5. Then', [0, 0, 1]],
		['He said "no." Then', [0, 0, 0, 1]],
		['(all of it.) Then', [0, 0, 0, 1]],
		['One.\nTwo', [0, 1]],
		['... One', [0]],
		['One\nTwo\n\nThree', [0, 0, 1]],
		['One\n- Two', [0, 1]],
		['One;Two', [0, 1]],
	])('of %j', (text, expected) => {
		expect(cut(text).sentence).toEqual(expected);
	});

	it.each([
		['Why? Because.', [true, false]],
		['What!? No', [true, false]],
		['Really?!', [true]],
		['No... why', [false, false]],
		['为什么？好。', [true, false]],
		['Just this', [false]],
		['', []],
		['Is it 3? or 4', [true, false]],
	])('%j: which of them ask', (text, asks) => {
		expect(cut(text).isQuestion).toEqual(asks);
	});
});

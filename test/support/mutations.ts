import { seededRandom } from '../faults/random.ts';

/** Payloads and answers as mistakes and attackers make them, the same for the same seed. */

/** A number from 0 to below, by whoever draws it. */
export type Random = (below: number) => number;

/** The same numbers for the same seed. */
export function randomOf(seed: number): Random {
	const random = seededRandom(seed);
	return (below) => random() * below;
}

/** Values that payloads, mistakes and attackers put where a field should be. */
export const HOSTILE: readonly unknown[] = [
	undefined,
	null,
	'',
	' ',
	'{{ticket.id}}',
	'__proto__',
	'constructor',
	0,
	-1,
	1e300,
	NaN,
	true,
	[],
	{},
	[['x']],
	{ length: 3 },
	JSON.parse('{"__proto__":{"id":"9"},"toString":1,"constructor":{"prototype":{}}}'),
	'\0',
	'\ud800',
	'a\0b\udfffc',
	'x'.repeat(5000),
	'😀'.repeat(3000),
	'https://northwind.zendesk.com@evil.example/',
	'https://evil.example/#.freshdesk.com',
	'app.eu.intercom.com.evil.example',
	'../../etc',
	'"><script>alert(1)</script>',
	'a@b@c',
	'Mia <mia@globex.example>',
	'----------------------------------------------\n\nAngry Corp, Nov 23, 2026, 09:00\n\n',
	'2026-99-99T99:99Z',
	'bot',
	'user',
	'9'.repeat(30),
];

const pick = <T>(list: readonly T[], random: Random) => list[Math.floor(random(list.length))];

/** The payload with one of its values, anywhere, put away, doubled or replaced. */
export function mutate(value: unknown, random: Random): unknown {
	if (typeof value !== 'object' || value === null || random(10) < 1) return pick(HOSTILE, random);
	const keys = Object.keys(value);
	const key = pick(keys, random);
	if (key === undefined) return pick(HOSTILE, random);
	const copy: Record<string, unknown> = { ...value };
	switch (Math.floor(random(6))) {
		case 0:
			delete copy[key];
			break;
		case 1:
			copy[pick(keys, random) ?? key] = copy[key];
			break;
		default:
			copy[key] = mutate(copy[key], random);
	}
	return Array.isArray(value) ? Object.values(copy) : copy;
}

const DEEP = `${'{"via":'.repeat(1000)}1${'}'.repeat(1000)}`;
const HUGE = JSON.stringify('x '.repeat(2_500_000));

/** JSON that says something like a value, as bytes: mutated, and at times broken in ways no value can be. */
export function hostileBytes(value: unknown, random: Random): Buffer {
	let changed = value;
	for (let times = random(4); times >= 0; times--) changed = mutate(changed, random);
	const text = JSON.stringify(changed) ?? '';
	const at = Math.floor(random(text.length));
	const put = (what: string, before: RegExp) => {
		const place = text.slice(at).search(before);
		return place < 0 ? text : text.slice(0, at + place) + what + text.slice(at + place);
	};
	const replaceLeaf = (leaf: string) =>
		text.slice(0, at) + text.slice(at).replace(/:(?:"[^"\\]*"|\d+|null|true|false)/, `:${leaf}`);
	const die = random(200);
	if (die < 1) return Buffer.from(replaceLeaf(HUGE));
	if (die < 5) return Buffer.from(replaceLeaf(DEEP));
	if (die < 15) {
		const name = /"(\w+)":/.exec(text.slice(at))?.[1] ?? 'id';
		return Buffer.from(
			put(`"${name}":${JSON.stringify(pick(HOSTILE, random) ?? null)},`, /"\w+":/),
		);
	}
	if (die < 25)
		return Buffer.from(put('"__proto__":{"id":9,"type":"x"},"constructor":1,', /"\w+":/));
	if (die < 35) return Buffer.from(replaceLeaf('"\\u0000a\\ud800"'));
	if (die < 45) {
		const bytes = Buffer.from(text);
		for (let times = random(4); times >= 0; times--) {
			const place = Math.floor(random(bytes.length));
			if (place < bytes.length) bytes[place] = pick([0xff, 0xc0, 0xed, 0x80, 0], random) ?? 0;
		}
		return bytes;
	}
	return Buffer.from(die < 50 ? text.slice(0, at) : text);
}

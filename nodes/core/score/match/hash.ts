/**
 * A short stable fingerprint of a text: FNV-1a over two differently seeded 32-bit lanes. Not for secrets.
 * @returns 16 hexadecimal digits
 */
export function hashText(text: string): string {
	let a = 0x811c9dc5;
	let b = 0x27d4eb2f;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, 0x01000193);
		b = Math.imul(b ^ (code + i), 0x85ebca6b);
		b ^= b >>> 13;
	}
	const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
	return hex(a) + hex(b);
}

/**
 * Secrets of credentials, in memory only and for a short time: n8n 2.41 takes about 90 ms to read one,
 * thirty times what all else of an answer takes.
 */
const KEPT_MS = 30_000;

interface Kept {
	secret: unknown;
	until: number;
}

const kept = new Map<string, Kept>();

/**
 * Whether a check holds with the secret of a credential: with the one kept, else with the one that stands
 * there now, so that a new secret counts at once. An old one is taken for up to 30 seconds longer.
 * @param key names the node and its credential
 * @param now milliseconds since 1970
 */
export async function checkSecret<Secret>(
	key: string,
	read: () => Promise<Secret>,
	holds: (secret: Secret) => boolean,
	now: number,
): Promise<boolean> {
	const known = kept.get(key);
	if (known !== undefined && known.until > now && holds(known.secret as Secret)) return true;
	const secret = await read();
	kept.set(key, { secret, until: now + KEPT_MS });
	return holds(secret);
}

/** What a credential says, at most 30 seconds old. */
export async function keptFor<Value>(
	key: string,
	read: () => Promise<Value>,
	now: number,
): Promise<Value> {
	const known = kept.get(key);
	if (known !== undefined && known.until > now) return known.secret as Value;
	const secret = await read();
	kept.set(key, { secret, until: now + KEPT_MS });
	return secret;
}

/** Forgets all of them, so that the credentials as they are now count. */
export function forgetSecrets(): void {
	kept.clear();
}

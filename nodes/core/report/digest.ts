/** Interim. */
export function composeDigest(
	messages: readonly object[],
	{ since, until, isCut }: { since: Date; until: Date; isCut: boolean },
) {
	return {
		title: `Digest of ${messages.length}`,
		since: since.toISOString(),
		until: until.toISOString(),
		isCut,
	};
}

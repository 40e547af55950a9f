import { createExtractor, type Extractor } from './features';
import { unpackWeights, type Weights } from './format';
import { MODEL_WEIGHTS } from './weights';

export interface TrainedWeights {
	readonly weights: Weights;
	readonly extractor: Extractor;
	/** Hash of the trained file. */
	readonly version: string;
}

/** Reads a trained file as `npm run train` writes it. Throws when it does not fit this version. */
export function loadWeights(bytes: Uint8Array): TrainedWeights {
	const weights = unpackWeights(bytes);
	return { weights, extractor: createExtractor(weights.lexicon), version: hashOf(bytes) };
}

/** FNV-1a in hex. */
function hashOf(bytes: Uint8Array): string {
	let hash = 0x811c9dc5;
	for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}

let shipped: TrainedWeights | undefined;

/** The model that ships in the pack, decoded on first use (n8n loads node files at start). */
export function shippedWeights(): TrainedWeights {
	shipped ??= loadWeights(Uint8Array.from(Buffer.from(MODEL_WEIGHTS, 'base64')));
	return shipped;
}

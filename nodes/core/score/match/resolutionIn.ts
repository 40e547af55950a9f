import { compileTaxonomy } from './compile';
import type { Evidence } from './findings';
import { findSignals } from './findSignals';

/**
 * Where the ticket says that the trouble is over ("works now, thanks", "has been fixed").
 * @returns the last such place, or undefined: "hasn't been fixed" and "please let me know once it is fixed" are none
 */
export function resolutionIn(text: string): Evidence | undefined {
	return findSignals(text, compileTaxonomy([])).resolution;
}

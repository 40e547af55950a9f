export { DEFAULT_TAXONOMY } from './defaults';
export { MOST_PHRASES, MOST_ROWS, readSignalRows, type SkippedRow } from './parse';
export { TAXONOMY_PRESETS, type TaxonomyPreset } from './presets';
export { plainFirst, RISK_WEIGHTS, weightOf, type TaxonomyRow } from './rows';

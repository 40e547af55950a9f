export { compileTaxonomy, type CompiledTaxonomy } from './compile';
export { cutText, type CutText } from './cutText';
export { findMentions, type Mention } from './findMentions';
export type { Evidence, FoundSignals } from './findings';
export { findSignals } from './findSignals';
export { resolutionIn } from './resolutionIn';

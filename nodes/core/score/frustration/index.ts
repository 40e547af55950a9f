export type { Contribution } from './contributions';
export {
	frustration,
	generalScore,
	type FrustrationReading,
	type GeneralScore,
} from './frustration';
export { loadModel, shippedModel, type FrustrationModel } from './shippedModel';

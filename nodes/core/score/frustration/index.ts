export type { Contribution } from './contributions';
export {
	frustration,
	generalScore,
	type FrustrationReading,
	type GeneralScore,
} from './frustration';
export { loadWeights, shippedWeights, type TrainedWeights } from './shippedWeights';

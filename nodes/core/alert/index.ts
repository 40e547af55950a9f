export { composeAlert } from './compose';
export type { AlertInput } from './content';
export type { DeliverySettings } from './recipient';

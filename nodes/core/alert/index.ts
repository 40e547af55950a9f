export { composeForItem } from './forItem';
export { composeAlert } from './compose';
export { composeDigestMessage } from './digestMessage';
export type { AlertInput } from './content';
export type { DeliverySettings } from './recipient';

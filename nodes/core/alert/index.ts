export { DEFAULT_ACTIONS, type ActionRule } from './actionRules';
export { composeAlert, type Composed } from './compose';
export type { AlertInput } from './occasion';
export { DEFAULT_FOLLOW_UPS, type FollowUpRule } from './followUpRules';
export { composeForItem, wantedDraft } from './forItem';
export { NO_OWNERS, readOwnerRows, type OwnerDirectory } from './owners/ownerRows';
export { readDraft } from './replyDraft';
export type { DeliverySettings } from './settings';
export { writeBackOf, type WriteBack } from './writeBack';

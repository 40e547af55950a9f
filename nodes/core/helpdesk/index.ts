export { excerptOf } from './excerpt';
export { instanceProblem } from './instanceSetting';
export { readOtherTicket, type OtherFields } from './otherTicket';
export { readPayload } from './readPayload';
export {
	type Headers,
	type SignatureClaim,
	intercomSignature,
	isFreshTimestamp,
	otherSignature,
	zendeskSignature,
} from './signature';
export {
	FIRST_MESSAGE,
	type HelpdeskKind,
	type IncomingTicket,
	LIMITS,
	type Reading,
	type ReadingContext,
} from './ticket';

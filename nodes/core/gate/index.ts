export { evaluateGate, type GateInput } from './evaluate';
export {
	historyOfMessages,
	historySince,
	withBatch,
	type BatchTicket,
	type History,
} from './history';
export { readHistoryRows } from './historyRows';
export * from './rules';
export { daysWithoutReply, type WaitingTicket } from './waiting';

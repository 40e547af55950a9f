export { checkSettings } from './checks';
export { LABELS } from './conditions/ticket';
export { currencyCode } from './conditions/money';
export {
	evaluateGate,
	openGate,
	readyGate,
	type Before,
	type GateInput,
	type OpenGate,
} from './evaluate';
export {
	historyOfMessages,
	historySince,
	withBatch,
	type BatchTicket,
	type History,
} from './history';
export { readHistoryRows } from './historyRows';
export { hashSettings, identifyRules, lowestScore } from './identity';
export { groupByTopic, tellingTopic, type TopicMessage, type Topics } from './incident';
export * from './presets';
export * from './settings';
export { daysWithoutReply, type WaitingTicket } from './waiting';

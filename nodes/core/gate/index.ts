export { evaluateGate, type GateInput } from './evaluate';
export { readHistoryRows, type History } from './history';
export * from './rules';

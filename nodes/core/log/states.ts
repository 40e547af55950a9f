/**
 * The states of a message in the log (DESIGN §4). `received` waits to be decided, `alerting` waits to
 * be delivered; every other state is an end.
 */
export const MESSAGE_STATES = [
	'received',
	'alerting',
	'alerted',
	'updated',
	'monitored',
	'unattached',
	'skipped',
	'failed',
	'done',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** The states a message can end in. */
export const ENDED_STATES: readonly MessageState[] = MESSAGE_STATES.filter(
	(state) => state !== 'received' && state !== 'alerting',
);

/**
 * The states of what is to be sent. `undelivered` was tried on every way there is and somebody has
 * been told; it stays due until it is given up, and then has no due time any more.
 */
export const DELIVERY_STATES = ['due', 'sending', 'delivered', 'undelivered'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * The message ID under which a ticket stands as failed that the helpdesk could not be asked for: what
 * its customer wrote is not known, so there is no message of theirs.
 */
export const LOOK_MESSAGE = 'look';

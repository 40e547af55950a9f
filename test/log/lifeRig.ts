import type { AlertStanding, ResponseAction, SlackMessageId } from '../../nodes/core/item/types';
import type { LeasedDelivery, TicketLog } from '../../nodes/log/ticketLog';
import { after, decisionOf, deliveryDue, MINUTE, NOW } from './rig.ts';

/** What tests of an alert's life do again and again. */

export const ADDRESS = 'https://n8n.acme.example/webhook/answers';
export const RESPONSES = 'workflow-1/responses-1';

export type Followed = Array<{ kind: 'reminder' | 'escalation'; at: string }>;

/** A reminder after two hours and the manager after four, from then. */
export const followUpsFrom = (now: Date): Followed => [
	{ kind: 'reminder', at: after(120 * MINUTE, now).toISOString() },
	{ kind: 'escalation', at: after(240 * MINUTE, now).toISOString() },
];

/** The token of a delivery's links; fails when it has none. */
export function tokenOf({ links }: Pick<LeasedDelivery, 'links'>): string {
	const [link] = Object.values(links ?? {});
	const token = link === undefined ? null : new URL(link).searchParams.get('token');
	if (token === null) throw new Error('The delivery has no links');
	return token;
}

/** Takes the next thing due and has the channel take it. */
export async function deliver(
	log: TicketLog,
	now: Date,
	{
		ts = '17.1',
		recipientName = 'Dana Reyes',
		followUps = [],
		replyDraft,
	}: {
		ts?: string | null;
		recipientName?: string;
		followUps?: Followed;
		replyDraft?: string;
	} = {},
): Promise<LeasedDelivery> {
	const { delivery } = await deliveryDue(log, now);
	const message: SlackMessageId | undefined = ts === null ? undefined : { channel: 'D1', ts };
	await log.recordDelivery(
		delivery.id,
		delivery.attempt,
		{
			isDelivered: true,
			channel: ts === null ? 'email' : 'slack',
			recipient: 'U1',
			recipientName,
			followUps,
			replyDraft,
			...(message !== undefined && { message }),
		},
		now,
	);
	return delivery;
}

/** An alert that stands in Slack, and the token of its links. */
export async function standingAlert(
	log: TicketLog,
	{
		ts,
		followUps,
		decision = decisionOf(1),
		now = NOW,
	}: {
		ts?: string | null;
		followUps?: Followed;
		decision?: ReturnType<typeof decisionOf>;
		now?: Date;
	} = {},
): Promise<{ token: string; alertId: string }> {
	await log.saveResponseAddress(RESPONSES, ADDRESS, now);
	await log.recordDecisions([decision], now);
	const delivery = await deliver(log, now, { ts, followUps });
	return { token: tokenOf(delivery), alertId: delivery.alertId ?? '' };
}

/** How the alert of a token stands; fails when there is none. */
export async function standing(log: TicketLog, token: string, now: Date): Promise<AlertStanding> {
	const target = await log.readAnswerTarget(token, now);
	if (target?.standing === undefined) throw new Error('The token opens no alert');
	return target.standing;
}

/** Answers and gives the result. */
export async function answered(
	log: TicketLog,
	token: string,
	action: ResponseAction,
	now: Date,
	more: object = {},
): Promise<string> {
	return (await log.answer({ token, action, ...more }, now)).result;
}

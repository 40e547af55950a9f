import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { writeBackOf, type WriteBack } from '../core/alert';
import { readAlert, readAlertTask, readDelivery } from '../core/item/deliveryReaders';
import { readAccount, readTicket } from '../core/item/readers';
import { readChannelAnswer } from '../core/log/channelAnswer';
import { formatMoment } from '../core/values/wordedTime';
import { openLog } from '../log/open';
import type { RecordedDelivery } from '../log/ticketLog';
import { toLogEntry } from './logEntry';
import { logItems } from './logItems';
import { readSentItem } from './sentItem';

/** The delivery that CS Alert Trigger hands out when it is tried in the editor. */
const SAMPLE_ID = 'test';

/**
 * Writes what the channel's node gave out. What was not delivered fails the run, with the reason and
 * when it is tried again, so that it does not look like a success.
 */
export async function recordDeliveries(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	return await logItems(context, async (item, itemIndex) => {
		const sent = readSentItem(context, itemIndex);
		const delivery = readDelivery(sent);
		if (delivery === undefined) {
			throw new Error(
				'Sent Item holds no delivery. Set it to the item of CS Alert Formatter, which takes it from CS Alert Trigger. A workflow without CS Alert Trigger needs no Record Delivery',
			);
		}
		const alert = readAlert(sent);
		if (alert?.holdUntil !== undefined && delivery.id !== SAMPLE_ID) {
			const until = new Date(alert.holdUntil);
			const log = await openLog();
			const held = await log.holdDelivery(delivery.id, delivery.attempt, until, new Date());
			return { adds: { delivery: { ...delivery }, log: toLogEntry(held) } };
		}
		const answer = readChannelAnswer(item.json, {
			recipient: alert?.recipient.email,
			channel: alert?.channel,
			because: alert?.channelBecause,
			node: nodeBefore(context),
		});
		if (delivery.id === SAMPLE_ID) {
			return {
				adds: {
					log: {
						state: answer.isDelivered ? 'delivered' : 'not delivered',
						...(answer.error !== undefined && { reason: answer.error }),
						isTest: true,
					},
				},
			};
		}
		const recipient = alert && alert.recipient[alert.channel];
		const log = await openLog();
		const now = new Date();
		const recorded = await log.recordDelivery(
			delivery.id,
			delivery.attempt,
			{
				...answer,
				channel: alert?.channel,
				recipient,
				recipientName: alert?.recipient.name ?? alert?.recipient.email,
				followUps: alert?.followUps,
				replyDraft: alert?.replyDraft,
			},
			now,
		);
		if (!answer.isDelivered && recorded.state !== 'delivered') {
			const reason = (answer.error ?? 'no reason was given').replace(/\.$/, '');
			throw new Error(
				`Not delivered: ${reason}. ${whatNext(recorded, now, context.getTimezone())}`,
			);
		}
		const opensAlert = delivery.kind === 'alert' && sent.ticket !== undefined;
		const isNews =
			recorded.state === 'delivered' && !recorded.isRepeat && recorded.isHandOver !== true;
		const writeBack = alert && opensAlert && isNews ? tellOthers(context, sent, alert) : undefined;
		return {
			adds: {
				delivery: { ...delivery },
				log: toLogEntry(recorded),
				...(writeBack && { writeBack: { ...writeBack } }),
			},
		};
	});
}

/** What the template's nodes for the helpdesk and the CRM send, now that somebody in customer success knows. */
function tellOthers(
	context: IExecuteFunctions,
	sent: IDataObject,
	alert: NonNullable<ReturnType<typeof readAlert>>,
): WriteBack | undefined {
	return writeBackOf({
		alert: { ...alert, ...readAlertTask(sent) },
		ticket: readTicket(sent),
		account: readAccount(sent),
		at: new Date(),
		regional: { locale: 'en-US', timeZone: context.getTimezone() },
	});
}

/** The node that gave out the items, as its admin named it; unknown e.g. where an agent uses this one as a tool. */
function nodeBefore(context: IExecuteFunctions): string | undefined {
	try {
		return context.getInputSourceData().previousNode;
	} catch {
		return undefined;
	}
}

function whatNext({ state, dueAt }: RecordedDelivery, now: Date, timeZone: string): string {
	if (state === 'sending') return 'Another attempt is under way';
	if (dueAt === undefined) return 'It is not tried any more';
	if (dueAt <= now) return 'It is tried another way at once';
	return `It is tried again at ${formatMoment(dueAt, now, { locale: 'en-US', timeZone })} (${timeZone})`;
}

import { fieldOf } from './fields';
import type { HelpdeskNotice } from './helpdeskNotice';
import { appOf } from './intercomApp';
import { readNotification } from './intercomNotification';
import { INTERCOM_TOPICS } from './intercomTopics';

/** Which conversation a notification of Intercom's webhooks is about; its text is then asked for by API. */
export function readIntercomNotice(body: unknown): HelpdeskNotice {
	const notification = readNotification(body, Object.values(INTERCOM_TOPICS));
	if (notification.kind !== 'conversation') return notification;
	const app = appOf(fieldOf(body, 'app_id'));
	return { kind: 'ticket', id: notification.id, ...(app !== undefined && { app }) };
}

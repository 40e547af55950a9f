import { ticketKey } from '../core/helpdesk/ticketKey';
import type { Notice } from '../log/intakeLog';

/** Whose tickets they are, and who looks at them. */
export type NoticePlace = Pick<Notice, 'helpdesk' | 'instance' | 'source' | 'workflowId'>;

/** That a ticket of the helpdesk is to be looked at. */
export function noticeOf(place: NoticePlace, id: string, foundBy: Notice['foundBy']): Notice {
	const { helpdesk, instance, source, workflowId } = place;
	const key = ticketKey(helpdesk, instance, id);
	return { key, helpdesk, instance, id, source, workflowId, foundBy };
}

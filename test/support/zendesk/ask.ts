import type { AskHelpdesk } from '../../../nodes/SupportTicketTrigger/helpdesk.ts';
import { httpAsk } from '../httpAsk.ts';
import { ADMIN, type Access } from './server.ts';

/** Asks the stand-in with an API token, as the node's port does. */
export function askOver(url: string, access: Pick<Access, 'email' | 'token'> = ADMIN): AskHelpdesk {
	const proof = Buffer.from(`${access.email}/token:${access.token}`).toString('base64');
	return httpAsk(url, `Basic ${proof}`);
}

import { isObject, type Json } from '../item/fields';
import { unknownPage } from '../response/outcomePage';

/** What was answered to a call of a public address from the outside in. */
export type AddressAnswer =
	/** Our node is there. */
	| { kind: 'ours' }
	/** Our node is there and says what it lacks. */
	| { kind: 'unable'; says: string }
	/** n8n is there and does not know the address. */
	| { kind: 'unregistered' }
	/** n8n has just started. */
	| { kind: 'starting' }
	/** Something else answered, e.g. a proxy's login. */
	| { kind: 'stranger'; status: number }
	| { kind: 'unreachable'; reason: string };

/** An HTTP answer; its body as text, or as n8n has read it. */
export interface HttpAnswer {
	status: number;
	body: unknown;
}

/**
 * Reads what a Support Ticket Trigger answered to a POST without any proof of who sent it: 401 in words of
 * its own, before anything is logged or run. 404 is n8n's, which has no such webhook.
 */
export function readTriggerAnswer({ status, body }: HttpAnswer): AddressAnswer {
	const { received, error } = objectOf(body);
	if (received === false && typeof error === 'string') {
		return status === 401 ? { kind: 'ours' } : { kind: 'unable', says: error };
	}
	return strange({ status, body });
}

/** Reads what a CS Alert Response Trigger answered to a GET without a link's token: a page that says so, with 404. */
export function readResponseAnswer({ status, body }: HttpAnswer): AddressAnswer {
	const page = unknownPage();
	return status === page.status && body === page.html
		? { kind: 'ours' }
		: strange({ status, body });
}

function strange({ status, body }: HttpAnswer): AddressAnswer {
	// n8n 2.41 answers 200 with this text in its first seconds, and 404 as JSON with a code.
	if (typeof body === 'string' && /n8n is starting up/i.test(body)) return { kind: 'starting' };
	const { code, message } = objectOf(body);
	const isOfN8n = code === 404 || (typeof message === 'string' && /not registered/.test(message));
	return status === 404 && isOfN8n ? { kind: 'unregistered' } : { kind: 'stranger', status };
}

function objectOf(body: unknown): Json {
	try {
		const value: unknown = typeof body === 'string' ? JSON.parse(body) : body;
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

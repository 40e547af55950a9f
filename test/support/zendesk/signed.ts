import { createHmac } from 'node:crypto';

import { ADMIN } from './server';

/** The trigger's settings and credential for the stand-in of Zendesk, read by API. */
export const BY_API = {
	parameters: { helpdesk: 'zendesk', authentication: 'zendeskApi' },
	credentials: {
		zendeskApi: { subdomain: 'northwind', email: ADMIN.email, apiToken: ADMIN.token },
	},
};

/** The headers that Zendesk proves a delivery with. */
export function signedBy(secret: string, raw: string | Buffer, at = new Date()) {
	const time = at.toISOString();
	const signature = createHmac('sha256', secret).update(time).update(raw).digest('base64');
	return {
		'x-zendesk-webhook-signature': signature,
		'x-zendesk-webhook-signature-timestamp': time,
	};
}

import { createHmac } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { BY_API, signedBy } from './zendesk/signed';

export const HELPDESKS = ['zendesk', 'intercom', 'freshdesk'] as const;
export type Helpdesk = (typeof HELPDESKS)[number];

/** What Intercom signs with and Freshdesk sends; Zendesk's stand-in makes its own. */
const SECRET = 'a secret that is long enough';

/** The trigger's settings and credentials where it reads tickets from the stand-ins by API. */
export const READ_BY_API: Record<
	Helpdesk,
	{ parameters: IDataObject; credentials: Record<string, IDataObject> }
> = {
	zendesk: BY_API,
	intercom: {
		parameters: { helpdesk: 'intercom', authentication: 'csAlertsIntercomApi' },
		credentials: {
			csAlertsIntercomApi: {
				clientSecret: SECRET,
				accessToken: 'good-token',
				region: 'api.intercom.io',
			},
		},
	},
	freshdesk: {
		parameters: { helpdesk: 'freshdesk', authentication: 'headerAuth', readTicketsBy: 'api' },
		credentials: {
			httpHeaderAuth: { name: 'x-cs-alerts-secret', value: SECRET },
			freshdeskApi: { apiKey: 'good-key', domain: 'northwind' },
		},
	},
};

/** The headers that prove a delivery of each helpdesk. */
export const proofOf = (helpdesk: Helpdesk, raw: string | Buffer, zendeskSecret = SECRET) =>
	({
		zendesk: signedBy(zendeskSecret, raw),
		intercom: {
			'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(raw).digest('hex')}`,
		},
		freshdesk: { 'x-cs-alerts-secret': SECRET },
	})[helpdesk];

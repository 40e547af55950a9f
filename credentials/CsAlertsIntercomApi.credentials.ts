import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/**
 * An app of Intercom's Developer Hub: what it signs its webhooks with, and the token to ask its workspace
 * with. n8n's own type has no client secret and knows no region.
 */
export class CsAlertsIntercomApi implements ICredentialType {
	name = 'csAlertsIntercomApi';

	displayName = 'CS Alerts Intercom API';

	icon: Icon = {
		light: 'file:../nodes/SupportTicketTrigger/supportTicketTrigger.svg',
		dark: 'file:../nodes/SupportTicketTrigger/supportTicketTrigger.dark.svg',
	};

	documentationUrl = 'https://developers.intercom.com/docs/build-an-integration/getting-started';

	properties: INodeProperties[] = [
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Developer Hub → your app → Basic information → "Client secret". Intercom signs each notification with it; what is not signed is refused.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Developer Hub → your app → Authentication → "Access token". With it, missing e-mail addresses and companies are looked up, conversations that n8n missed while it was down are found, past ones can be taken in, and closed ones are noticed. Without it, only what a notification itself says is used, and the test of this credential fails.',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Australia', value: 'api.au.intercom.io' },
				{ name: 'Europe', value: 'api.eu.intercom.io' },
				{ name: 'US', value: 'api.intercom.io' },
			],
			default: 'api.intercom.io',
			description: 'Where your workspace is hosted: Intercom → Settings → Workspace → General',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: { Authorization: '=Bearer {{$credentials.accessToken}}' },
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '=https://{{$credentials.region}}',
			url: '/me',
			headers: { 'Intercom-Version': '2.16' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Intercom does not accept the access token in this region. Copy it anew from the Developer Hub and check Region; if you left it empty on purpose, go on',
				},
			},
		],
	};
}

import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * Salesforce by OAuth 2.0 client credentials: a server signs in as one integration user, without a person
 * and without a certificate. n8n has no such type for Salesforce. n8n itself gets and renews the token.
 */
export class CsAlertsSalesforceClientCredentialsOAuth2Api implements ICredentialType {
	name = 'csAlertsSalesforceClientCredentialsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Salesforce Client Credentials OAuth2 API';

	icon: Icon = {
		light: 'file:../nodes/AccountLookup/accountLookup.svg',
		dark: 'file:../nodes/AccountLookup/accountLookup.dark.svg',
	};

	documentationUrl =
		'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm';

	properties: INodeProperties[] = [
		{
			displayName: 'My Domain URL',
			name: 'instanceUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://acme.my.salesforce.com',
			description:
				'The address of your org from Setup, "My Domain". Sandboxes have one, too, such as https://acme--test.sandbox.my.salesforce.com. Not the address in your browser, which ends in lightning.force.com.',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'clientCredentials',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{$self["instanceUrl"].replace(/\\/+$/, "")}}/services/oauth2/token',
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

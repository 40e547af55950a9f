import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** What a helpdesk signs its webhooks with; n8n has no such type. Tested by Support Ticket Trigger. */
export class CsAlertsSigningSecretApi implements ICredentialType {
	name = 'csAlertsSigningSecretApi';

	displayName = 'Helpdesk Signing Secret API';

	icon: Icon = {
		light: 'file:../nodes/SupportTicketTrigger/supportTicketTrigger.svg',
		dark: 'file:../nodes/SupportTicketTrigger/supportTicketTrigger.dark.svg',
	};

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-cs-alerts#where-tickets-come-from';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Zendesk: Admin Center → Webhooks → your webhook → "Show signing secret". Intercom: Developer Hub → your app → Basic information → "Client secret".',
		},
	];
}

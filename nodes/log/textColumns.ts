/** Columns that may hold words or addresses of people, table by table. What is not listed is written by the pack alone. */
export interface TextTable {
	/** Under `@`, as `Query` (database.ts) has it. */
	table: string;
	/** What a row is told apart by; pages are read in the order of the first. */
	key: readonly string[];
	/** Whether the first of {@link key} is a growing number. */
	isNumbered?: boolean;
	texts: readonly string[];
	/** Columns of JSON text. */
	json?: readonly string[];
}

export const TEXT_TABLES: readonly TextTable[] = [
	{
		table: 'messages',
		key: ['id'],
		texts: [
			...['ticket_key', 'message_id', 'event', 'helpdesk', 'instance', 'ticket_id', 'reason'],
			...['subject', 'requester_email', 'requester_name', 'url', 'label', 'topic', 'language'],
			...['summary', 'account_id', 'reviewed_by', 'reviewed_because'],
		],
		json: ['payload', 'signals', 'flags', 'account', 'rules', 'missing'],
	},
	{
		table: 'alerts',
		key: ['id'],
		texts: [
			...['account_key', 'account_id', 'account_name', 'topic', 'incident_topic'],
			...['message_channel', 'acknowledged_by', 'snoozed_by', 'closed_by', 'closed_reason'],
			...['verdict_by', 'handed_on_to', 'renewal_date'],
		],
		json: ['content'],
	},
	{ table: 'alert_events', key: ['seq'], isNumbered: true, texts: ['by_whom', 'detail'] },
	{
		table: 'deliveries',
		key: ['id'],
		texts: ['once_key', 'pace_key', 'channel', 'recipient', 'last_error', 'message_channel'],
		json: ['content'],
	},
	{ table: 'paces', key: ['key'], texts: ['key'] },
	{ table: 'places', key: ['name'], texts: ['name', 'place'] },
	{ table: 'tokens', key: ['hash'], texts: ['person'] },
	{
		table: 'aliases',
		key: ['address'],
		texts: ['address', 'account_id', 'account_name', 'by_whom'],
	},
	{ table: 'account_facts', key: ['account_id', 'day'], texts: ['account_id'], json: ['facts'] },
	{ table: 'gate_configs', key: ['hash'], texts: [], json: ['rules'] },
	{
		table: 'notices',
		key: ['ticket_key'],
		texts: ['ticket_key', 'helpdesk', 'instance', 'ticket_id'],
	},
	{
		table: 'tickets',
		key: ['ticket_key'],
		texts: [
			...['ticket_key', 'helpdesk', 'instance', 'ticket_id', 'status', 'merged_into'],
			...['assignee_name', 'assignee_email'],
		],
	},
	{ table: 'backfills', key: ['id'], texts: ['position', 'error'] },
	{
		table: 'triggers',
		key: ['source'],
		texts: ['helpdesk', 'address', 'position', 'registration', 'reconcile_error'],
	},
	{ table: 'response_addresses', key: ['source'], texts: ['address'] },
];

import type { DataTable } from './dataTable.ts';

export type OwnerColumn =
	| 'email'
	| 'name'
	| 'slack_id'
	| 'channel'
	| 'manager_email'
	| 'delegate_email'
	| 'absent_from'
	| 'absent_until'
	| 'time_zone'
	| 'working_hours'
	| 'quiet_hours';

/**
 * The customer-success owners: where they read, when they work, who stands in for them and whom they
 * report to. CS Alert Formatter recognises the columns by these names.
 */
export const OWNERS_TABLE: DataTable<OwnerColumn> = {
	name: 'cs_owners',
	columns: {
		email: 'string',
		name: 'string',
		slack_id: 'string',
		channel: 'string',
		manager_email: 'string',
		delegate_email: 'string',
		absent_from: 'string',
		absent_until: 'string',
		time_zone: 'string',
		working_hours: 'string',
		quiet_hours: 'string',
	},
	key: 'email',
	example: {
		email: 'dana.reyes@cs-team.example',
		name: 'Dana Reyes',
		slack_id: 'U024BE7LH',
		channel: '',
		manager_email: 'kim.lee@cs-team.example',
		delegate_email: 'sam.okafor@cs-team.example',
		absent_from: '2027-07-05',
		absent_until: '2027-07-16',
		time_zone: 'Europe/Berlin',
		working_hours: 'Mon-Fri 09:00-17:30',
		quiet_hours: '20:00-07:00',
	},
};

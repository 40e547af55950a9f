import { columnKeys } from '../../account/table/columnNames';
import { isEmptyCell } from '../../values/cells';

/** What a row about an owner can say, each in one column. */
export type OwnerColumn =
	| 'email'
	| 'name'
	| 'slackId'
	| 'channel'
	| 'manager'
	| 'delegate'
	| 'absentFrom'
	| 'absentUntil'
	| 'timeZone'
	| 'workingHours'
	| 'quietHours';

/** How messages name a column. */
export const OWNER_COLUMN_LABELS: Readonly<Record<OwnerColumn, string>> = {
	email: 'Email',
	name: 'Name',
	slackId: 'Slack ID',
	channel: 'Channel',
	manager: 'Manager',
	delegate: 'Delegate',
	absentFrom: 'Absent From',
	absentUntil: 'Absent Until',
	timeZone: 'Time Zone',
	workingHours: 'Working Hours',
	quietHours: 'Quiet Hours',
};

/** Names people give these columns, in the form {@link columnKeys} makes, best guess first. */
const NAMES: Readonly<Record<OwnerColumn, readonly string[]>> = {
	email: names('email emailaddress mail owneremail csmemail csownermail workemail'),
	name: names('name fullname owner ownername csm csmname csmanager person'),
	slackId: names('slackid slack slackmemberid slackuserid slackuser ownerslackid memberid'),
	channel: names('channel preferredchannel alertchannel notifyby sendby preference'),
	manager: names('manager manageremail csmanageremail teamlead lead leademail boss reportsto'),
	delegate: names('delegate delegateemail deputy deputyemail standin backup backupemail cover'),
	absentFrom: names('absentfrom awayfrom outfrom absencefrom absencestart leavestart ooofrom'),
	absentUntil: names(
		'absentuntil awayuntil outuntil absenceuntil absenceend leaveend ooountil absentto',
	),
	timeZone: names('timezone tz zone'),
	workingHours: names('workinghours workhours businesshours officehours hours'),
	quietHours: names('quiethours donotdisturb dnd quiettime'),
};

type Row = Readonly<Record<string, unknown>>;

/** The cell of a row that holds what a column says; absent when the row has no such column or nothing in it. */
export function ownerCell(row: Row, column: OwnerColumn): unknown {
	const byKey = new Map(
		Object.keys(row).flatMap((name) => columnKeys(name).map((key) => [key, name])),
	);
	for (const guess of NAMES[column]) {
		const name = byKey.get(guess);
		if (name !== undefined && !isEmptyCell(row[name])) return row[name];
	}
	return undefined;
}

function names(list: string): readonly string[] {
	return list.split(' ');
}

import type { OwnerColumn } from '../steps/ownersTable.ts';

/** The owners of the invented customers, at addresses that can belong to nobody (RFC 2606). */
export const SAMPLE_OWNERS: ReadonlyArray<Partial<Record<OwnerColumn, string>>> = [
	{
		email: 'dana.reyes@cs-team.example',
		name: 'Dana Reyes',
		manager_email: 'kim.lee@cs-team.example',
		delegate_email: 'sam.okafor@cs-team.example',
	},
	{
		email: 'sam.okafor@cs-team.example',
		name: 'Sam Okafor',
		channel: 'email',
		manager_email: 'kim.lee@cs-team.example',
		delegate_email: 'dana.reyes@cs-team.example',
	},
	{ email: 'kim.lee@cs-team.example', name: 'Kim Lee', channel: 'email' },
];

/** The samples as the JSON of an Edit Fields node. */
export function sampleOwnersJson(): string {
	const rows = SAMPLE_OWNERS.map((row) => JSON.stringify(row));
	return `{ "rows": [\n  ${rows.join(',\n  ')}\n] }`;
}

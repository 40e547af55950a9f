import type { INodeProperties } from 'n8n-workflow';

/** A text field, empty as it comes. */
export const textField = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
	...more,
});

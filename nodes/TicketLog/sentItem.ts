import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * The item of CS Alert Formatter that a channel was to send.
 * @throws Error when the field holds none
 */
export function readSentItem(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const value = context.getNodeParameter('sentItem', itemIndex) as unknown;
	const sent = typeof value === 'string' ? parsed(value) : value;
	if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as IDataObject;
	throw new Error(
		"Sent Item is no item. Set it to the expression {{ $('CS Alert Formatter').first().json }}",
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

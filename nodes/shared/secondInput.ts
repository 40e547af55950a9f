import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * The rows on a node's second main input; empty when nothing is connected there or nothing came in,
 * which n8n reports in different ways and sometimes by throwing.
 */
export function readSecondInput(context: IExecuteFunctions): IDataObject[] {
	let items;
	try {
		items = context.getInputData(1);
	} catch {
		return [];
	}
	return (items ?? []).map(({ json }) => json);
}

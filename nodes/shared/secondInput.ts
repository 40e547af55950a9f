import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * The rows on a node's second main input; empty when nothing is connected there or nothing came in,
 * which n8n reports in different ways and sometimes by throwing.
 */
export function readSecondInput(context: IExecuteFunctions): IDataObject[] {
	return readFurtherInput(context, 1);
}

/** The same for any input after the first, counted from 0. */
export function readFurtherInput(context: IExecuteFunctions, index: number): IDataObject[] {
	let items;
	try {
		items = context.getInputData(index);
	} catch {
		return [];
	}
	return (items ?? []).map(({ json }) => json);
}

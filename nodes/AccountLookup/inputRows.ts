import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { readFailureInPlaceOfRow } from '../shared/itemError';
import { readSecondInput } from '../shared/secondInput';

/**
 * The rows that came in on the second input.
 * @throws NodeOperationError when the node that was to read them failed and passed its error on: taking that for an
 * empty table would make every customer an unknown one
 */
export function readInputRows(context: IExecuteFunctions): IDataObject[] {
	const rows = readSecondInput(context);
	for (const row of rows) {
		const failed = readFailureInPlaceOfRow(row);
		if (failed !== undefined) {
			throw new NodeOperationError(
				context.getNode(),
				'The node before the second input could not read the known accounts',
				{ description: failed.message },
			);
		}
	}
	return rows;
}

import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { readFailedStep } from '../shared/itemError';
import { readSecondInput } from '../shared/secondInput';

/** What an item holds that n8n or a node made of a failure; a row of a table has other columns too. */
const ERROR_ITEM_KEYS = ['error', 'message', 'details', 'description', 'code', 'stack'];

/**
 * The rows that came in on the second input.
 * @throws NodeOperationError when the node that was to read them failed and passed its error on: taking that for an
 * empty table would make every customer an unknown one
 */
export function readInputRows(context: IExecuteFunctions): IDataObject[] {
	const rows = readSecondInput(context);
	for (const row of rows) {
		const failed = readFailedStep(row);
		if (failed && Object.keys(row).every((key) => ERROR_ITEM_KEYS.includes(key))) {
			throw new NodeOperationError(
				context.getNode(),
				'The node before the second input could not read the known accounts',
				{ description: failed.message },
			);
		}
	}
	return rows;
}

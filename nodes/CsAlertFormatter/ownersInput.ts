import type { IExecuteFunctions } from 'n8n-workflow';

import { NO_OWNERS, readOwnerRows, type OwnerDirectory } from '../core/alert/owners/ownerRows';
import { readFailureInPlaceOfRow } from '../shared/itemError';
import { readSecondInput } from '../shared/secondInput';

/**
 * The owners that came in on the second input, where the node is set to take them from there.
 * @param remark takes a word to the admin about rows and cells that cannot be understood: no alert is lost for them
 */
export function readOwners(
	context: IExecuteFunctions,
	remark: (text: string) => void,
): OwnerDirectory {
	if (context.getNodeParameter('owners', 0, 'none') !== 'input') return NO_OWNERS;
	const rows = readSecondInput(context);
	if (rows.length === 0) {
		remark(
			'No owners came in on the second input, so nobody’s absence, manager or working hours are known',
		);
	}
	const read = rows.filter((row) => {
		const failed = readFailureInPlaceOfRow(row);
		if (failed !== undefined) remark(`The owners could not be read: ${failed.message}`);
		return failed === undefined;
	});
	const { owners, problems } = readOwnerRows(read);
	problems.forEach(remark);
	return owners;
}

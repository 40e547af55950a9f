import { existsSync, readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { parse } from 'yaml';

import { sharedUrl } from '../shared.ts';

const FILE = sharedUrl('contracts/intercom/intercom-2.16.trimmed.yaml');

export const hasIntercomContract = existsSync(FILE);

/** What is wrong with a value by Intercom's own description of its API; empty when nothing is. */
export type Check = (component: string, value: unknown) => string[];

/**
 * Intercom's description, 2.16. Its own example of a conversation fails in `conversation_parts` (integer
 * IDs, nulls), so that parts are not to be checked by it.
 */
export function readIntercomContract(): Check {
	const description = withoutStrayNullable(parse(readFileSync(FILE, 'utf8'))) as {
		components: { schemas: Record<string, object> };
	};
	const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
	ajv.addSchema({ $id: 'intercom', components: description.components });
	return (component, value) => {
		const validate = ajv.getSchema(`intercom#/components/schemas/${component}`);
		if (validate === undefined) throw new Error(`The contract has no ${component}`);
		void validate(value);
		return (validate.errors ?? []).map(
			({ instancePath, message }) => `${component}${instancePath} ${message}`,
		);
	};
}

/** ajv refuses "nullable" where no "type" stands beside it. */
function withoutStrayNullable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutStrayNullable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => key !== 'nullable' || 'type' in value)
			.map(([key, inner]) => [key, withoutStrayNullable(inner)]),
	);
}

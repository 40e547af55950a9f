import { existsSync, readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { sharedUrl } from './shared.ts';

const SCHEMA = sharedUrl('contracts/slack/block-kit.trimmed.schema.json');

/** Whether the Block Kit schema is there; it stands beside the project and is not part of it. */
export const hasSlackSchema = existsSync(SCHEMA);

/** What Slack would refuse in a message's blocks, in the schema's words; empty when it takes them. */
export function blockProblems(): (blocks: unknown) => string {
	const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as object;
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	ajv.addSchema(schema, 'slack');
	const validate = ajv.getSchema('slack#/$defs/message_blocks');
	if (validate === undefined) throw new Error('The schema has no message_blocks');
	return (blocks) => (validate(blocks) ? '' : JSON.stringify(validate.errors));
}

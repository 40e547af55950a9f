import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const FILE = fileURLToPath(
	new URL(
		'../../../../shared/contracts/openai/openai.chat-completions.trimmed.yaml',
		import.meta.url,
	),
);

/** OpenAI's own description of its API: what is wrong with a request or a reply, empty when nothing is. */
export interface OpenAiContract {
	request(body: unknown): string[];
	completion(body: unknown): string[];
	models(body: unknown): string[];
	error(body: unknown): string[];
}

/** The contract, or undefined where it does not stand beside the project; tests that need it are skipped then. */
export function readContract(): OpenAiContract | undefined {
	if (!existsSync(FILE)) {
		console.log(`Skipped what OpenAI's API description would check: ${FILE} is not there`);
		return undefined;
	}
	const description = withoutStrayNullable(parse(readFileSync(FILE, 'utf8'))) as {
		components: object;
	};
	const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
	ajv.addSchema({ $id: 'openai', components: description.components });
	const check = (component: string) => {
		const validate = ajv.getSchema(`openai#/components/schemas/${component}`);
		if (validate === undefined) throw new Error(`The contract has no ${component}`);
		return (body: unknown): string[] => {
			void validate(body);
			return (validate.errors ?? []).map(
				({ instancePath, message }) => `${component}${instancePath} ${message}`,
			);
		};
	};
	return {
		request: check('CreateChatCompletionRequest'),
		completion: check('CreateChatCompletionResponse'),
		models: check('ListModelsResponse'),
		error: check('ErrorResponse'),
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

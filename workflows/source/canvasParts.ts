import { TYPES, type Canvas, type NodeOptions } from './canvas.ts';

interface Case {
	/** The name of the output on the canvas. */
	output: string;
	/** An expression that is true for items of this output. */
	when: string;
}

/**
 * Options of a Switch node with named outputs.
 * @param otherwise name of a last output for everything else
 */
export function switchOf(cases: Case[], otherwise?: string): NodeOptions {
	return {
		parameters: {
			rules: {
				values: cases.map(({ output, when }, index) => ({
					conditions: {
						options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 },
						conditions: [
							{
								id: `case-${index + 1}`,
								leftValue: `={{ ${when} }}`,
								rightValue: '',
								operator: { type: 'boolean', operation: 'true', singleValue: true },
							},
						],
						combinator: 'and',
					},
					renameOutput: true,
					outputKey: output,
				})),
			},
			options:
				otherwise === undefined ? {} : { fallbackOutput: 'extra', renameFallbackOutput: otherwise },
		},
	};
}

/** Options of an Edit Fields node that sets fields one by one, as a person would fill it in. */
export function fieldsOf(
	fields: Record<string, string>,
	types: Record<string, 'boolean' | 'number'> = {},
): NodeOptions {
	return {
		parameters: {
			assignments: {
				assignments: Object.entries(fields).map(([name, value]) => ({
					id: name,
					name,
					type: types[name] ?? 'string',
					value,
				})),
			},
			options: {},
		},
	};
}

/** Adds a Respond to Webhook node that answers with JSON. */
export function addAnswer(
	canvas: Canvas,
	name: string,
	place: [number, number],
	responseCode: number,
	body: Record<string, unknown>,
): string {
	return canvas.add(name, TYPES.respond, place, {
		parameters: {
			respondWith: 'json',
			responseBody: JSON.stringify(body, undefined, 2),
			options: { responseCode },
		},
	});
}

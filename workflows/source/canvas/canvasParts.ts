import type { NodeOptions } from './canvas.ts';

/** What a text of an item is compared with; or whether a yes or no of it is a yes. */
type Comparison =
	| { operation: 'equals' | 'notEquals'; to: string }
	| { operation: 'exists' | 'notExists' | 'true' };

const condition = (id: string, leftValue: string, comparison: Comparison) => ({
	id,
	leftValue,
	rightValue: 'to' in comparison ? comparison.to : '',
	operator: {
		type: comparison.operation === 'true' ? 'boolean' : 'string',
		operation: comparison.operation,
		...(!('to' in comparison) && { singleValue: true }),
	},
});

const conditionsOf = (conditions: Array<ReturnType<typeof condition>>, ignoreCase = false) => ({
	options: { caseSensitive: !ignoreCase, leftValue: '', typeValidation: 'strict', version: 3 },
	conditions,
	combinator: 'and',
});

/**
 * Options of a Switch node that looks at one text of the items.
 * @param value a reference to it
 * @param cases the name of each output on the canvas, and what leads there
 */
export function switchOn(value: string, cases: Record<string, Comparison>): NodeOptions {
	return {
		parameters: {
			rules: {
				values: Object.entries(cases).map(([outputKey, comparison], index) => ({
					conditions: conditionsOf([condition(`case-${index + 1}`, value, comparison)]),
					renameOutput: true,
					outputKey,
				})),
			},
			options: {},
		},
	};
}

/**
 * Options of a Switch node that sends each item everywhere its list of texts names; an item without the list nowhere.
 * @param list a reference to it
 * @param cases the name of each output on the canvas, and the text that leads there
 */
export function switchOnList(list: string, cases: Record<string, string>): NodeOptions {
	return {
		parameters: {
			rules: {
				values: Object.entries(cases).map(([outputKey, text], index) => ({
					conditions: {
						...conditionsOf([]),
						conditions: [
							{
								id: `case-${index + 1}`,
								leftValue: list,
								rightValue: text,
								operator: { type: 'array', operation: 'contains', rightType: 'any' },
							},
						],
					},
					renameOutput: true,
					outputKey,
				})),
			},
			options: { allMatchingOutputs: true },
		},
	};
}

/**
 * Options of a Filter node that keeps the items for which all comparisons hold.
 * @param comparisons a reference to each value, and what it is compared with
 */
export function filterOn(
	comparisons: ReadonlyArray<readonly [value: string, Comparison]>,
	{ ignoreCase = false } = {},
): NodeOptions {
	const conditions = comparisons.map(([value, comparison], index) =>
		condition(`condition-${index + 1}`, value, comparison),
	);
	return {
		parameters: {
			conditions: conditionsOf(conditions, ignoreCase),
			options: ignoreCase ? { ignoreCase } : {},
		},
	};
}

/** Options of an Edit Fields node that gives out these fields and nothing else. */
export function fieldsOf(fields: Record<string, string>): NodeOptions {
	return {
		parameters: {
			assignments: {
				assignments: Object.entries(fields).map(([name, value]) => ({
					id: name,
					name,
					type: 'string',
					value,
				})),
			},
			options: {},
		},
	};
}

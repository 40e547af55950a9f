import type { NodeOptions } from './canvas.ts';

/** What a text of an item is compared with. */
type Comparison =
	| { operation: 'equals' | 'notEquals'; to: string }
	| { operation: 'exists' | 'notExists' };

const condition = (id: string, leftValue: string, comparison: Comparison) => ({
	id,
	leftValue,
	rightValue: 'to' in comparison ? comparison.to : '',
	operator: {
		type: 'string',
		operation: comparison.operation,
		...(!('to' in comparison) && { singleValue: true }),
	},
});

const conditionsOf = (...conditions: Array<ReturnType<typeof condition>>) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
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
					conditions: conditionsOf(condition(`case-${index + 1}`, value, comparison)),
					renameOutput: true,
					outputKey,
				})),
			},
			options: {},
		},
	};
}

/** Options of a Filter node that keeps the items whose text meets all comparisons. */
export function filterOn(value: string, ...comparisons: Comparison[]): NodeOptions {
	const conditions = comparisons.map((comparison, index) =>
		condition(`condition-${index + 1}`, value, comparison),
	);
	return { parameters: { conditions: conditionsOf(...conditions), options: {} } };
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

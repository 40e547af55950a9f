import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * What Adaptive Cards 1.5 knows of the elements that alerts use, from its public reference (adaptivecards.io/explorer):
 * their properties, what each must have, and the words each may hold. Anything else is refused.
 */
const text = { type: 'string', minLength: 1 };
const element = (type: string, properties: object, required: string[]) => ({
	type: 'object',
	additionalProperties: false,
	required: ['type', ...required],
	properties: {
		type: { const: type },
		spacing: { enum: ['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'] },
		separator: { type: 'boolean' },
		...properties,
	},
});
const SCHEMA = {
	type: 'object',
	additionalProperties: false,
	required: ['type', 'version', 'body'],
	properties: {
		type: { const: 'AdaptiveCard' },
		$schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
		version: { const: '1.5' },
		body: {
			type: 'array',
			minItems: 1,
			items: { oneOf: [{ $ref: '#/$defs/richText' }, { $ref: '#/$defs/actionSet' }] },
		},
		actions: { $ref: '#/$defs/actions' },
	},
	$defs: {
		richText: element(
			'RichTextBlock',
			{ inlines: { type: 'array', minItems: 1, items: { $ref: '#/$defs/run' } } },
			['inlines'],
		),
		run: {
			type: 'object',
			additionalProperties: false,
			required: ['type', 'text'],
			properties: {
				type: { const: 'TextRun' },
				text,
				weight: { enum: ['Lighter', 'Default', 'Bolder'] },
				size: { enum: ['Small', 'Default', 'Medium', 'Large', 'ExtraLarge'] },
				color: {
					enum: ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'],
				},
				isSubtle: { type: 'boolean' },
			},
		},
		actionSet: element('ActionSet', { actions: { $ref: '#/$defs/actions' } }, ['actions']),
		actions: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				additionalProperties: false,
				required: ['type', 'title', 'url'],
				properties: {
					type: { const: 'Action.OpenUrl' },
					title: text,
					url: { type: 'string', pattern: '^https?://' },
					mode: { enum: ['primary', 'secondary'] },
				},
			},
		},
	},
};

const validate = new Ajv2020({ strict: false }).compile(SCHEMA);

/** What a client of Adaptive Cards 1.5 would refuse in a card, in the schema's words; empty when it takes it. */
export function cardProblems(card: unknown): string {
	return validate(card) ? '' : JSON.stringify(validate.errors);
}

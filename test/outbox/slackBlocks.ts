import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import type { JsonValue } from './types.ts';

// Slack's documented limits, as of November 2026: https://docs.slack.dev/reference/block-kit/blocks
const MAX_BLOCKS = 50;
// Undocumented; reported as the point where msg_blocks_too_long starts: slackapi/bolt-js#2509
const MAX_MESSAGE_CHARACTERS = 13_200;

const string = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const id = { type: 'string', maxLength: 255 };
const url = { type: 'string', maxLength: 3000, pattern: '^(https?|mailto):' };

const plainText = (maxLength: number) => ({
	type: 'object',
	properties: {
		type: { const: 'plain_text' },
		text: string(maxLength),
		emoji: { type: 'boolean' },
	},
	required: ['type', 'text'],
	additionalProperties: false,
});

const anyText = (maxLength: number) => ({
	type: 'object',
	properties: {
		type: { enum: ['plain_text', 'mrkdwn'] },
		text: string(maxLength),
		emoji: { type: 'boolean' },
		verbatim: { type: 'boolean' },
	},
	required: ['type', 'text'],
	additionalProperties: false,
});

const image = {
	properties: { image_url: url, slack_file: { type: 'object' }, alt_text: string(2000) },
	required: ['alt_text'],
	anyOf: [{ required: ['image_url'] }, { required: ['slack_file'] }],
};

const button = {
	properties: {
		text: plainText(75),
		action_id: id,
		url,
		value: { type: 'string', maxLength: 2000 },
		style: { enum: ['primary', 'danger'] },
		accessibility_label: { type: 'string', maxLength: 75 },
		confirm: { type: 'object' },
	},
	required: ['text'],
};

const ELEMENTS: Record<string, object> = { button, image };
for (const type of ['static_select', 'users_select', 'overflow', 'datepicker', 'checkboxes']) {
	// Only their place is checked: the alerts use none of them.
	ELEMENTS[type] = { properties: { action_id: id }, additionalProperties: true };
}

const BLOCKS: Record<string, object> = {
	header: { properties: { text: plainText(150) }, required: ['text'] },
	section: {
		properties: {
			text: anyText(3000),
			fields: { type: 'array', minItems: 1, maxItems: 10, items: anyText(2000) },
			accessory: byType(ELEMENTS),
			expand: { type: 'boolean' },
		},
		anyOf: [{ required: ['text'] }, { required: ['fields'] }],
	},
	context: {
		properties: {
			elements: {
				type: 'array',
				minItems: 1,
				maxItems: 10,
				items: byType({ plain_text: anyText(2000), mrkdwn: anyText(2000), image }),
			},
		},
		required: ['elements'],
	},
	actions: {
		properties: {
			elements: { type: 'array', minItems: 1, maxItems: 25, items: byType(ELEMENTS) },
		},
		required: ['elements'],
	},
	divider: {},
	image: { ...image, properties: { ...image.properties, title: plainText(2000) } },
	markdown: { properties: { text: string(12_000) }, required: ['text'] },
	rich_text: {
		properties: { elements: { type: 'array', items: { type: 'object' } } },
		required: ['elements'],
	},
};

const BLOCKS_WITH_ID = Object.fromEntries(
	Object.entries(BLOCKS).map(([type, schema]) => {
		const { properties, ...rest } = schema as { properties?: object };
		return [type, { ...rest, properties: { ...properties, block_id: id } }];
	}),
);

/** A schema that picks one of several by the `type` they carry. */
function byType(schemas: Record<string, object>): object {
	return {
		type: 'object',
		required: ['type'],
		discriminator: { propertyName: 'type' },
		oneOf: Object.entries(schemas).map(([type, schema]) => {
			const { properties, ...rest } = schema as { properties?: object };
			return {
				additionalProperties: false,
				...rest,
				properties: { ...properties, type: { const: type } },
			};
		}),
	};
}

const validate = new Ajv({ allErrors: true, discriminator: true, strict: false }).compile({
	type: 'array',
	maxItems: MAX_BLOCKS,
	items: byType(BLOCKS_WITH_ID),
});

/**
 * What Slack would object to in a message's blocks, in the form of its response_metadata.messages;
 * empty when it would take them.
 */
export function blockErrors(blocks: JsonValue): string[] {
	validate(blocks);
	const errors = (validate.errors ?? []).map(describe);
	return [...errors, ...duplicates(blocks, 'block_id'), ...duplicateActions(blocks)];
}

/** Whether the message as a whole is longer than Slack takes. */
export function isTooLong(blocks: JsonValue): boolean {
	return countCharacters(blocks) > MAX_MESSAGE_CHARACTERS;
}

function describe({ instancePath, message, params }: ErrorObject): string {
	const detail = Object.values(params as Record<string, unknown>).join(', ');
	return `[ERROR] ${message ?? 'invalid'} (${detail}) [json-pointer:/blocks${instancePath}]`;
}

function duplicateActions(blocks: JsonValue): string[] {
	if (!Array.isArray(blocks)) return [];
	return blocks.flatMap((block) => duplicates(member(block, 'elements'), 'action_id'));
}

function duplicates(items: JsonValue, key: string): string[] {
	if (!Array.isArray(items)) return [];
	const seen = new Set<JsonValue>();
	return items.flatMap((item) => {
		const value = member(item, key);
		if (value === null) return [];
		const isDouble = seen.has(value);
		seen.add(value);
		return isDouble ? [`[ERROR] ${key} "${String(value)}" already exists`] : [];
	});
}

function member(value: JsonValue, key: string): JsonValue {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	return value[key] ?? null;
}

function countCharacters(value: JsonValue): number {
	if (Array.isArray(value))
		return value.reduce<number>((sum, one) => sum + countCharacters(one), 0);
	if (typeof value !== 'object' || value === null) return 0;
	return Object.entries(value).reduce((sum, [key, member]) => {
		const isText = key === 'text' && typeof member === 'string';
		return sum + (isText ? [...member].length : countCharacters(member));
	}, 0);
}

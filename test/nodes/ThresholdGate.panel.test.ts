import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { DEFAULT_GATE, GATE_PRESETS } from '../../nodes/core/gate';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { readGateSettings } from '../../nodes/ThresholdGate/ThresholdGate.properties';

const { description } = new ThresholdGate();
const NODE: INode = {
	id: '1',
	name: 'Threshold Gate',
	type: 'n8n-nodes-cs-alerts.thresholdGate',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const withDefaults = (parameters: INodeParameters): INodeParameters =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		NODE,
		description,
	) ?? {};
const withoutDefaults = (parameters: INodeParameters): INodeParameters =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		false,
		false,
		NODE,
		description,
	) ?? {};

/**
 * What n8n 2.41's editor keeps after a change: it takes the defaults out, sets the value, empties collections that come
 * into view because of it when they name it in `displayOptions`, and fills the defaults in again. Then it takes out
 * each value whose name was in view and no longer is; a field of the type "hidden" is never in view.
 */
function change(parameters: INodeParameters, name: string, value: INodeParameters[string]) {
	const changed = { ...withoutDefaults(parameters), [name]: value };
	for (const property of description.properties) {
		const names = { ...property.displayOptions?.show, ...property.displayOptions?.hide };
		if (name in names && property.options !== undefined) {
			Reflect.deleteProperty(changed, property.name);
		}
	}
	const full = withDefaults(changed);
	const left = namesInView(full);
	for (const before of namesInView(parameters)) {
		if (!left.has(before)) Reflect.deleteProperty(full, before);
	}
	return withDefaults(withoutDefaults(full));
}

const namesInView = (parameters: INodeParameters) =>
	new Set(fieldsInView(parameters).map((field) => field.name));

const fieldsInView = (parameters: INodeParameters) =>
	description.properties.filter(
		(property) =>
			property.type !== 'hidden' &&
			NodeHelpers.displayParameter(parameters, property, NODE, description),
	);

const notesInView = (parameters: INodeParameters) =>
	fieldsInView(parameters)
		.filter(({ name, type }) => type === 'notice' && name.startsWith('rules_'))
		.map(({ name }) => name);

const reload = (parameters: INodeParameters) =>
	withDefaults(structuredClone(withoutDefaults(parameters)));

const settingsOf = (parameters: INodeParameters) =>
	readGateSettings({
		getTimezone: () => 'Europe/Berlin',
		getNodeParameter: (path: string, _: number, fallback?: unknown) =>
			path
				.split('.')
				.reduce<unknown>(
					(value, name) => (value as Record<string, unknown> | undefined)?.[name],
					parameters,
				) ?? fallback,
	} as never);

const fresh = withDefaults({});
const edited = {
	rule: [{ name: 'Mine', minScore: 71, conditions: { mrrAtLeast: 1234, topics: 'sync' } }],
};

describe('the panel', () => {
	it('stands for the gate as it comes, in the time zone of the workflow', () => {
		expect(settingsOf(fresh)).toEqual({ ...DEFAULT_GATE, timeZone: 'Europe/Berlin' });
	});

	it.each(GATE_PRESETS)('fills the rows of $name when it is chosen', ({ value, rules }) => {
		const chosen = change(fresh, 'preset', value);
		expect(settingsOf(chosen).rules).toEqual(rules);
		expect(settingsOf(reload(chosen)).rules).toEqual(rules);
		const shown = description.properties.filter(
			(property) =>
				property.type === 'fixedCollection' &&
				property.name.startsWith('rules_') &&
				NodeHelpers.displayParameter(chosen, property, NODE, description),
		);
		expect(shown.map(({ name }) => name)).toEqual([`rules_${value}`]);
	});

	it('never throws away an edit: each set keeps its own, also over a save', () => {
		const first = change(fresh, 'rules_recommended', edited);
		const away = reload(change(first, 'preset', 'cautious'));
		expect(settingsOf(away).rules).toEqual(GATE_PRESETS[1]?.rules);
		expect(notesInView(away)).toEqual(['rules_recommended']);
		const both = change(away, 'rules_cautious', {
			rule: [{ name: 'Other', minScore: 90, conditions: {} }],
		});
		const back = reload(
			change(reload(change(both, 'preset', 'team4to8')), 'preset', 'recommended'),
		);
		expect(settingsOf(back).rules).toEqual([
			{ name: 'Mine', minScore: 71, mrrAtLeast: 1234, topics: ['sync'] },
		]);
		expect(settingsOf(change(back, 'preset', 'cautious')).rules).toEqual([
			{ name: 'Other', minScore: 90 },
		]);
	});

	it('saves nothing of sets that were only looked at', () => {
		const looked = change(change(fresh, 'preset', 'cautious'), 'preset', 'recommended');
		const saved = withoutDefaults(reload(looked));
		expect(Object.keys(saved)).not.toContain('rules_cautious');
		expect(notesInView(looked)).toEqual([]);
	});

	it('keeps a condition of a row as it was set, also at the value it came with', () => {
		const row = {
			name: '',
			minScore: 65,
			conditions: { mrrAtLeast: 1000, labelAtLeast: 'Frustrated' },
		};
		const saved = reload(change(fresh, 'rules_recommended', { rule: [row] }));
		expect(settingsOf(saved).rules).toEqual([
			{ minScore: 65, mrrAtLeast: 1000, labelAtLeast: 'Frustrated' },
		]);
	});

	it('refuses a condition that was added and left empty, rather than asking for nothing', () => {
		const bare = (conditions: INodeParameters) => () =>
			settingsOf({
				...fresh,
				rules_recommended: { rule: [{ name: '', minScore: 65, conditions }] },
			});
		expect(bare({ topics: '' })).toThrow('Rule 1: Topics must name at least one topic');
		expect(bare({ accountFields: {} })).toThrow('Rule 1: Account Fields must name a field');
		expect(bare({ events: [] })).toThrow('Rule 1: Events must name');
		expect(bare({ mrrAtLeast: null } as never)).toThrow('Rule 1: MRR at Least must be a number');
	});

	it('tells in its hint which rows decide, and in each preset of a team what to expect', () => {
		for (const { value, description: told } of GATE_PRESETS) {
			if (value.startsWith('team')) expect(told).toMatch(/expect \d+–\d+ alerts per manager a day/);
		}
	});
});

import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { INodeProperties, INodeType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { buildTemplates, readTemplateFile, toFile } from '../../workflows/source/build.ts';
import { TYPES, type Template, type TemplateNode } from '../../workflows/source/canvas.ts';

const templates = buildTemplates();
const cases = Object.entries(templates);
const folder = fileURLToPath(new URL('../../workflows', import.meta.url));

const ours: Record<string, INodeType> = Object.fromEntries(
	[new SentimentScore(), new AccountLookup(), new ThresholdGate(), new CsAlertFormatter()].map(
		(node) => [`n8n-nodes-cs-alerts.${node.description.name}`, node],
	),
);
const knownTypes = new Map<string, number>([
	...Object.values(TYPES).map(([type, version]) => [type, version] as const),
	['n8n-nodes-base.stickyNote', 1],
]);

const isNote = ({ type }: TemplateNode) => type === 'n8n-nodes-base.stickyNote';

/** What a node covers on the canvas, in pixels, with the label under it. */
function boxOf({ type, position: [x, y], parameters }: TemplateNode) {
	const isSticky = type === 'n8n-nodes-base.stickyNote';
	const width = isSticky ? Number(parameters.width) : 100;
	const height = isSticky ? Number(parameters.height) : 150;
	return { left: x, right: x + width, top: y, bottom: y + height };
}

it('every template in workflows/ is one we build, and none is missing', () => {
	const files = globSync('*.json', { cwd: folder }).map((file) => basename(file));
	expect(files.sort()).toEqual(Object.keys(templates).sort());
});

describe.each(cases)('%s', (file, template: Template) => {
	const names = template.nodes.map(({ name }) => name);
	const nodes = template.nodes.filter((node) => !isNote(node));

	it('is up to date (npm run templates writes it)', () => {
		expect(readTemplateFile(file)).toBe(toFile(template));
	});

	it('uses only node types and versions that the tests run', () => {
		for (const { type, typeVersion } of template.nodes) {
			expect(knownTypes.get(type), type).toBe(typeVersion);
		}
	});

	it('sets only parameters that our nodes have', () => {
		for (const { type, parameters } of nodes.filter((node) => node.type in ours)) {
			const known = new Set(
				ours[type]?.description.properties.map(({ name }: INodeProperties) => name),
			);
			for (const name of Object.keys(parameters)) expect(known, `${type} ${name}`).toContain(name);
		}
	});

	it('has unique names, and connects only nodes that are there', () => {
		expect(new Set(names).size).toBe(names.length);
		for (const [from, { main }] of Object.entries(template.connections)) {
			expect(names).toContain(from);
			for (const { node } of main.flat()) expect(names).toContain(node);
		}
	});

	it('leaves no node without a way in, but for its triggers', () => {
		const reached = new Set(
			Object.values(template.connections).flatMap(({ main }) =>
				main.flat().map(({ node }) => node),
			),
		);
		const triggers = nodes.filter(
			({ type }) => /trigger|webhook$/i.test(type) && !/respond/i.test(type),
		);
		expect(triggers.length).toBeGreaterThan(0);
		const stranded = nodes.filter((node) => !reached.has(node.name) && !triggers.includes(node));
		expect(stranded.map(({ name }) => name)).toEqual([]);
	});

	it('runs from left to right', () => {
		const x = new Map(template.nodes.map(({ name, position }) => [name, position[0]]));
		for (const [from, { main }] of Object.entries(template.connections)) {
			for (const { node } of main.flat()) {
				expect(x.get(node), `${from} → ${node}`).toBeGreaterThanOrEqual(x.get(from) as number);
			}
		}
	});

	it('has no nodes or notes that overlap', () => {
		const boxes = template.nodes.map((node) => ({ name: node.name, ...boxOf(node) }));
		const overlaps = boxes.flatMap((a, index) =>
			boxes
				.slice(index + 1)
				.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				.map((b) => `${a.name} and ${b.name}`),
		);
		expect(overlaps).toEqual([]);
	});

	it('says what to fill in', () => {
		expect(template.nodes.some(isNote)).toBe(true);
	});

	it('holds no credentials, pinned data or addresses of anybody', () => {
		const text = JSON.stringify(template);
		expect(text).not.toContain('"credentials"');
		expect(template.pinData).toEqual({});
		expect(text).not.toMatch(/xox[abp]-|sk-[A-Za-z0-9]{8}|Bearer /);
		for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)) {
			expect(address).toMatch(/@(?:[\w-]+\.)*example(?:\.com)?$|@gmail\.com$/);
		}
	});

	it('refers in expressions only to nodes that are there', () => {
		for (const [, name] of JSON.stringify(template).matchAll(/\$\('([^']+)'\)/g)) {
			expect(names).toContain(name);
		}
	});

	it('addresses data tables by id, never by name', () => {
		for (const { parameters } of nodes.filter(({ type }) => type === 'n8n-nodes-base.dataTable')) {
			const locator = parameters.dataTableId as { mode: string } | undefined;
			if (parameters.resource !== 'table') expect(locator?.mode).toBe('id');
		}
	});

	it('keeps Slack and email disabled until a credential is chosen', () => {
		const senders = nodes.filter(({ type }) => /\.slack$|\.emailSend$/.test(type));
		expect(senders.filter(({ disabled }) => disabled !== true)).toEqual([]);
	});
});

import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { INodeProperties, INodeType } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { AccountLookup } from '../../nodes/AccountLookup/AccountLookup.node';
import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
import { CsAlertReport } from '../../nodes/CsAlertReport/CsAlertReport.node';
import { CsAlertResponseTrigger } from '../../nodes/CsAlertResponseTrigger/CsAlertResponseTrigger.node';
import { CsAlertTrigger } from '../../nodes/CsAlertTrigger/CsAlertTrigger.node';
import { SentimentScore } from '../../nodes/SentimentScore/SentimentScore.node';
import { SupportTicketTrigger } from '../../nodes/SupportTicketTrigger/SupportTicketTrigger.node';
import { ThresholdGate } from '../../nodes/ThresholdGate/ThresholdGate.node';
import { TicketLog } from '../../nodes/TicketLog/TicketLog.node';
import {
	buildCsvFiles,
	buildTemplates,
	readTemplateFile,
	toFile,
} from '../../workflows/source/build.ts';
import type { Template, TemplateNode } from '../../workflows/source/canvas/canvas.ts';
import { TYPES } from '../../workflows/source/canvas/nodeTypes.ts';
import { readOutcomes } from '../../nodes/core/report/outcomes';
import { SAMPLE_OUTCOMES } from '../../workflows/source/samples/sampleOutcomes.ts';
import { OUTCOMES_TABLE } from '../../workflows/source/steps/outcomesTable.ts';
import { isPlain, nodesPassed } from './readTemplate.ts';

const templates = buildTemplates();
const cases = Object.entries(templates);
const folder = fileURLToPath(new URL('../../workflows', import.meta.url));

const ours: Record<string, INodeType> = Object.fromEntries(
	[
		new SupportTicketTrigger(),
		new SentimentScore(),
		new AccountLookup(),
		new ThresholdGate(),
		new TicketLog(),
		new CsAlertReport(),
		new CsAlertResponseTrigger(),
		new CsAlertTrigger(),
		new CsAlertFormatter(),
	].map((node) => [`n8n-nodes-cs-alerts.${node.description.name}`, node]),
);
const knownTypes = new Map<string, number>(Object.values(TYPES));

const isPage = (node: TemplateNode | undefined) =>
	node?.type === TYPES.form[0] && node.parameters.operation === undefined;
const isNote = ({ type }: TemplateNode) => type === TYPES.stickyNote[0];
const isTrigger = ({ type }: TemplateNode) => /trigger$|\.(?:emailReadImap|webhook)$/i.test(type);

/** What a node covers on the canvas, in pixels, with the label under it. */
function boxOf({ type, position: [x, y], parameters }: TemplateNode) {
	const isSticky = type === TYPES.stickyNote[0];
	const width = isSticky ? Number(parameters.width) : 100;
	const height = isSticky ? Number(parameters.height) : 150;
	return { left: x, right: x + width, top: y, bottom: y + height };
}

/** What stands between {{ and }} in the values of a parameter. */
function expressionsIn(value: unknown): string[] {
	if (typeof value === 'object' && value !== null)
		return Object.values(value).flatMap(expressionsIn);
	if (typeof value !== 'string' || !value.startsWith('=')) return [];
	return [...value.matchAll(/\{\{(.+?)\}\}/gs)].map(([, inside]) => (inside ?? '').trim());
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
		expect(nodes.some(isTrigger)).toBe(true);
		const stranded = nodes.filter((node) => !reached.has(node.name) && !isTrigger(node));
		expect(stranded.map(({ name }) => name)).toEqual([]);
	});

	it('runs from left to right', () => {
		const x = new Map(template.nodes.map(({ name, position }) => [name, position[0]]));
		for (const [from, { main }] of Object.entries(template.connections)) {
			// A page with a button leads back to what it shows.
			if (isPage(template.nodes.find(({ name }) => name === from))) continue;
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

	it('says what it is for and what to fill in', () => {
		expect(template.description).toMatch(/\w{3}.*\.$/);
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

	it('writes data tables by id, and reads by name only what people keep', () => {
		for (const { parameters } of nodes.filter(({ type }) => type === TYPES.dataTable[0])) {
			if (parameters.resource === 'table') continue;
			const { mode, value } = parameters.dataTableId as { mode: string; value: string };
			expect([mode, parameters.operation, value]).toEqual(
				mode === 'name'
					? ['name', 'get', expect.stringMatching(/^cs_(?:accounts|owners|outcomes)$/)]
					: ['id', expect.stringMatching(/^(?:get|upsert|update)$/), expect.any(String)],
			);
		}
	});

	it('has no logic in its expressions: each only names a value', () => {
		const odd = nodes.flatMap(({ name, parameters }) =>
			expressionsIn(parameters)
				.filter((expression) => !isPlain(expression))
				.map((expression) => [name, expression]),
		);
		expect(odd.filter(([name]) => name !== 'Sample Accounts')).toEqual([]);
	});

	it('keeps what needs a credential disabled until one is chosen', () => {
		const waiting = nodes.filter(
			({ type, parameters }) =>
				/\.(slack|emailSend|emailReadImap|httpRequest|hubspot|salesforce|supportTicketTrigger|webhook)$/.test(
					type,
				) || parameters.authentication === 'basicAuth',
		);
		expect(waiting.filter(({ disabled }) => disabled !== true)).toEqual([]);
		expect(nodes.filter((node) => node.disabled && !waiting.includes(node))).toEqual([]);
	});
});

describe('setup.json', () => {
	it('calculates nothing but dates that lie ahead', () => {
		const samples = templates['setup.json']?.nodes.find(({ name }) => name === 'Sample Accounts');
		const expressions = expressionsIn(samples?.parameters ?? {});
		expect(expressions.length).toBeGreaterThan(0);
		for (const expression of expressions) {
			expect(expression).toMatch(/^\$now\.plus\(\{ days: \d+ \}\)\.toISODate\(\)$/);
		}
	});

	const nodes = templates['setup.json']?.nodes ?? [];

	it('has the page put in by a node that evaluates nothing of what customers or owners are called', () => {
		const page = nodes.find(({ name }) => name === 'Show Page');
		expect(page?.parameters.html).toBe('{{ $json.html }}');
	});

	it('has sample outcomes that no report counts, one of each kind', () => {
		const rows = [...SAMPLE_OUTCOMES, OUTCOMES_TABLE.example].map((row) => ({ ...row }));
		const { outcomes, problems } = readOutcomes(rows);
		expect(problems).toEqual([]);
		expect(new Set(outcomes.map(({ kind }) => kind)).size).toBe(4);
		for (const { at, accountId } of outcomes) {
			expect(at.getTime()).toBeLessThan(Date.parse('2021-01-01'));
			expect(accountId).toMatch(/^(?:sample|example)-/);
		}
	});

	it('writes Slack IDs only into rows that have none, and only those that were found', () => {
		const save = nodes.find(({ name }) => name === 'Save Slack IDs');
		expect(save?.parameters.filters).toMatchObject({
			conditions: [
				{ keyName: 'email', condition: 'eq' },
				{ keyName: 'slack_id', condition: 'isEmpty' },
			],
		});
		const template = templates['setup.json'] as Template;
		expect(template.connections.Found?.main).toEqual([
			[{ node: 'Save Slack IDs', type: 'main', index: 0 }],
		]);
	});

	const columnsOf = (what: string) => {
		const create = nodes.find(({ name }) => name === `Create ${what} Table`);
		const { column } = create?.parameters.columns as { column: Array<{ name: string }> };
		return column.map(({ name }) => name);
	};

	it.each([
		['accounts.csv', 'Accounts'],
		['owners.csv', 'Owners'],
		['outcomes.csv', 'Outcomes'],
	])('has %s to fill in beside it, with exactly the columns of the table', (file, what) => {
		const text = buildCsvFiles()[file] ?? '';
		expect(readTemplateFile(file)).toBe(text);
		const [header] = text.split('\n');
		expect(header?.split(',')).toEqual(columnsOf(what));
	});

	it.each([
		['Accounts', 'account_id'],
		['Owners', 'email'],
		['Outcomes', 'account_id'],
	])('fills in sample %s whose columns are those of the table', (what, key) => {
		const sample = nodes.find(({ name }) => name === `Sample ${what}`);
		const text = String(sample?.parameters.jsonOutput).replace(/^=/, '');
		const { rows } = JSON.parse(text) as { rows: Array<Record<string, unknown>> };
		for (const row of rows) {
			expect(columnsOf(what)).toEqual(expect.arrayContaining(Object.keys(row)));
		}
		expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
	});
});

describe('reports.json', () => {
	const nodes = templates['reports.json']?.nodes ?? [];

	it('shows customers to nobody without a password', () => {
		const open = nodes.filter(({ type }) => /\.(?:webhook|formTrigger)$/.test(type));
		expect(open.map(({ name }) => name).sort()).toEqual(['Dashboard', 'Try Rules']);
		for (const { parameters } of open) expect(parameters.authentication).toBe('basicAuth');
	});

	it('counts outcomes of the table, and of a CRM that was enabled, in calibration and impact', () => {
		const template = templates['reports.json'] as Template;
		for (const name of ['Calibration', 'Impact']) {
			expect(nodes.find((node) => node.name === name)?.parameters.outcomes).toBe('input');
			expect(template.connections['All Outcomes']?.main[0]).toContainEqual({
				node: name,
				type: 'main',
				index: 1,
			});
		}
		for (const first of ['Known Outcomes', 'Salesforce Renewals', 'HubSpot Deals']) {
			expect(nodesPassed(template, first, {}), first).toContain('All Outcomes');
		}
	});

	it('asks by text for what may be left empty, since n8n makes 0 of an empty number', () => {
		const form = nodes.find(({ name }) => name === 'Try Rules');
		const { values } = form?.parameters.formFields as {
			values: Array<{ fieldType: string; requiredField?: boolean }>;
		};
		const optional = values.filter(({ requiredField }) => requiredField !== true);
		expect(optional.map(({ fieldType }) => fieldType)).toEqual(['text', 'text', 'text']);
	});
});

describe('backfill.json', () => {
	const template = templates['backfill.json'] as Template;

	it('shows how far it is as often as somebody asks, and then a backtest', () => {
		expect(
			nodesPassed(template, 'Start Backfill', { 'Start Backfill': 0, 'How Does It Stand?': 0 }),
		).toEqual([
			...['Start Backfill', 'Look at It', 'All Backfills', 'This One', 'How Does It Stand?'],
			'How Far It Is',
		]);
		const finished = { 'Start Backfill': 0, 'How Does It Stand?': 1, 'First Backtest': 0 };
		expect(nodesPassed(template, 'Start Backfill', finished).at(-1)).toBe('Show Backtest');
		const closed = nodesPassed(template, 'How Far Is It?', {});
		expect(closed.slice(-3)).toEqual(['Furthest Back First', 'Backtest', 'Show Page']);
	});

	it('shows one backtest, of the backfill that reaches back furthest', () => {
		const settingsOf = (name: string) => template.nodes.find((node) => node.name === name);
		expect(settingsOf('Furthest Back First')?.parameters.sortFieldsUi).toEqual({
			sortField: [{ fieldName: 'backfills.reportDays', order: 'descending' }],
		});
		expect(settingsOf('Backtest')).toMatchObject({
			executeOnce: true,
			parameters: { days: '={{ $json.backfills.reportDays }}' },
		});
	});
});

describe('cs-alerts.json', () => {
	const template = templates['cs-alerts.json'] as Template;
	const settingsOf = (name: string) => template.nodes.find((node) => node.name === name);

	it.each(['Zendesk Tickets', 'Intercom Tickets', 'Freshdesk Tickets', 'Other Tickets'])(
		'takes a calm ticket of %s through at most 6 nodes',
		(trigger) => {
			// The gate sends it to the output Digest.
			const passed = nodesPassed(template, trigger, { 'Threshold Gate': 2 });
			expect(passed).toContain('Record Decision');
			expect(passed.length).toBeLessThanOrEqual(6);
		},
	);

	it('records what goes to Review last, since only that can stop the run', () => {
		const y = (name: string) => settingsOf(name)?.position[1] ?? Number.NaN;
		expect(y('To Review')).toBeGreaterThan(y('Record Decision'));
	});

	it('lets a ticket fail for itself, but never takes an unread table for an empty one', () => {
		for (const name of ['Sentiment Score', 'Account Lookup', 'Threshold Gate']) {
			expect(settingsOf(name)?.onError).toBe('continueRegularOutput');
		}
		expect(settingsOf('Known Accounts')?.onError).toBeUndefined();
	});

	it('leaves trying again to the log', () => {
		expect(template.nodes.filter(({ retryOnFail }) => retryOnFail)).toEqual([]);
	});
});

import { createHash } from 'node:crypto';

/** The parts of n8n's workflow JSON that the templates use. */
export interface TemplateNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	webhookId?: string;
	disabled?: boolean;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
	onError?: 'continueRegularOutput' | 'continueErrorOutput';
}

export interface Template {
	id: string;
	name: string;
	nodes: TemplateNode[];
	connections: Record<
		string,
		{ main: Array<Array<{ node: string; type: 'main'; index: number }>> }
	>;
	settings: Record<string, unknown>;
	active: boolean;
	pinData: Record<string, never>;
	meta: Record<string, unknown>;
	tags: never[];
}

export type NodeOptions = Partial<Omit<TemplateNode, 'id' | 'name' | 'type' | 'position'>>;

/** The canvas grid, in pixels: nodes stand in columns from left to right and in rows from top to bottom. */
const COLUMN = 224;
const ROW = 192;

/** Builds one template: nodes on a grid, connections by name, ids that stay the same at every build. */
export class Canvas {
	private readonly nodes: TemplateNode[] = [];
	private readonly connections: Template['connections'] = {};
	private readonly name: string;
	private readonly id: string;

	constructor(id: string, name: string) {
		this.id = id;
		this.name = name;
	}

	/** Adds a node at a grid place and returns its name, for connecting. */
	add(
		name: string,
		[type, typeVersion]: readonly [string, number],
		[column, row]: [number, number],
		options: NodeOptions = {},
	): string {
		this.nodes.push({
			id: this.uuid(name),
			name,
			type,
			typeVersion,
			position: [column * COLUMN, row * ROW],
			parameters: {},
			...options,
			...(type === 'n8n-nodes-base.webhook' && { webhookId: this.uuid(`webhook of ${name}`) }),
		});
		return name;
	}

	/** A note behind or beside the nodes; its place and size are in grid units. */
	note(
		content: string,
		[column, row]: [number, number],
		[columns, rows]: [number, number],
		color = 7,
	): void {
		const name = `Note ${this.nodes.filter(({ type }) => type.endsWith('stickyNote')).length + 1}`;
		this.nodes.push({
			id: this.uuid(name),
			name,
			type: 'n8n-nodes-base.stickyNote',
			typeVersion: 1,
			position: [Math.round(column * COLUMN), Math.round(row * ROW)],
			parameters: {
				content,
				width: Math.round(columns * COLUMN),
				height: Math.round(rows * ROW),
				color,
			},
		});
	}

	/** Connects `from` (its output `output`) to `to` (its input `input`). */
	connect(from: string, to: string, output = 0, input = 0): void {
		const outputs = (this.connections[from] ??= { main: [] }).main;
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: input });
	}

	/** Connects each node to the next, first output to first input. */
	chain(...names: string[]): void {
		names.slice(1).forEach((name, index) => {
			this.connect(names[index] as string, name);
		});
	}

	/** The workflow as n8n exports it. */
	build(): Template {
		return {
			id: this.id,
			name: this.name,
			nodes: this.nodes,
			connections: this.connections,
			settings: { executionOrder: 'v1', callerPolicy: 'workflowsFromSameOwner' },
			active: false,
			pinData: {},
			meta: { templateCredsSetupCompleted: true },
			tags: [],
		};
	}

	private uuid(text: string): string {
		const hex = createHash('sha256').update(`${this.id}/${text}`).digest('hex');
		return [
			hex.slice(0, 8),
			hex.slice(8, 12),
			`4${hex.slice(13, 16)}`,
			`a${hex.slice(17, 20)}`,
			hex.slice(20, 32),
		].join('-');
	}
}

/** The stock node types and the versions that the templates were tested with, on n8n 2.41. */
export const TYPES = {
	dataTable: ['n8n-nodes-base.dataTable', 1.1],
	emailSend: ['n8n-nodes-base.emailSend', 2.1],
	errorTrigger: ['n8n-nodes-base.errorTrigger', 1],
	if: ['n8n-nodes-base.if', 2.3],
	manualTrigger: ['n8n-nodes-base.manualTrigger', 1],
	respond: ['n8n-nodes-base.respondToWebhook', 1.5],
	schedule: ['n8n-nodes-base.scheduleTrigger', 1.3],
	set: ['n8n-nodes-base.set', 3.4],
	slack: ['n8n-nodes-base.slack', 2.4],
	splitOut: ['n8n-nodes-base.splitOut', 1],
	switch: ['n8n-nodes-base.switch', 3.4],
	webhook: ['n8n-nodes-base.webhook', 2.1],
	sentimentScore: ['n8n-nodes-cs-alerts.sentimentScore', 1],
	accountLookup: ['n8n-nodes-cs-alerts.accountLookup', 1],
	thresholdGate: ['n8n-nodes-cs-alerts.thresholdGate', 1],
	csAlertFormatter: ['n8n-nodes-cs-alerts.csAlertFormatter', 1],
} as const satisfies Record<string, readonly [string, number]>;

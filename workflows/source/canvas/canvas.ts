import { createHash } from 'node:crypto';

import { TYPES } from './nodeTypes.ts';

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
	description: string;
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

/** A place or a size on the canvas, in grid units: columns from left to right, rows from top to bottom. */
export type Grid = [columns: number, rows: number];

/** The colours of notes: what an admin has to do is blue, what is good to know is green. */
export type NoteColour = 'blue' | 'green';

const COLUMN = 224;
const ROW = 176;
const COLOURS: Record<NoteColour, number> = { blue: 5, green: 4 };

const WITH_WEBHOOK: ReadonlySet<string> = new Set([
	TYPES.form[0],
	TYPES.formTrigger[0],
	TYPES.supportTicketTrigger[0],
	TYPES.csAlertResponseTrigger[0],
	TYPES.webhook[0],
]);

interface About {
	/** Stays the same at every build. */
	id: string;
	name: string;
	/** Shown by n8n beside the name in its list of workflows. */
	description: string;
}

/** Builds one template: nodes on a grid, connections by name, ids that stay the same at every build. */
export class Canvas {
	private readonly nodes: TemplateNode[] = [];
	private readonly connections: Template['connections'] = {};
	private readonly about: About;

	constructor(about: About) {
		this.about = about;
	}

	/** Adds a node at a grid place and returns its name, for connecting. */
	add(
		name: string,
		[type, typeVersion]: readonly [string, number],
		[column, row]: Grid,
		options: NodeOptions = {},
	): string {
		this.nodes.push({
			id: this.uuid(name),
			name,
			type,
			typeVersion,
			position: [Math.round(column * COLUMN), Math.round(row * ROW)],
			parameters: {},
			...options,
			// n8n tells the webhooks of copied workflows apart by it.
			...(WITH_WEBHOOK.has(type) && { webhookId: this.uuid(`webhook of ${name}`) }),
		});
		return name;
	}

	/** A note beside the nodes. */
	note(content: string, place: Grid, [columns, rows]: Grid, colour: NoteColour = 'blue'): void {
		const count = this.nodes.filter(({ type }) => type === TYPES.stickyNote[0]).length;
		this.add(`Note ${count + 1}`, TYPES.stickyNote, place, {
			parameters: {
				content,
				width: Math.round(columns * COLUMN),
				height: Math.round(rows * ROW),
				color: COLOURS[colour],
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
			...this.about,
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
		const hex = createHash('sha256').update(`${this.about.id}/${text}`).digest('hex');
		return [
			hex.slice(0, 8),
			hex.slice(8, 12),
			`4${hex.slice(13, 16)}`,
			`a${hex.slice(17, 20)}`,
			hex.slice(20, 32),
		].join('-');
	}
}

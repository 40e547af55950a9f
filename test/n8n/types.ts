/** What the tests read and write of n8n's own JSON; n8n has more fields than these. */
export type JsonValue = string | number | boolean | null | undefined | JsonValue[] | JsonObject;

export interface JsonObject {
	[key: string]: JsonValue;
}

export interface CredentialRef {
	id: string;
	name: string;
}

export interface WorkflowRef {
	id: string;
	name: string;
}

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: number[];
	parameters: JsonObject;
	credentials?: Record<string, CredentialRef>;
	disabled?: boolean;
	[key: string]: unknown;
}

/** A workflow file as the editor exports it. */
export interface WorkflowJson {
	name: string;
	/** What it is for, shown by n8n in its list. */
	description?: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	meta?: Record<string, unknown> | null;
}

export interface NodeRun {
	executionTime: number;
	executionStatus?: string;
	error?: { message: string; description?: string };
	data?: { main?: Array<Array<{ json: JsonObject }> | null> };
	metadata?: { resumeFormUrl?: string };
}

export interface Execution {
	id: string;
	workflowId: string;
	status: 'new' | 'running' | 'waiting' | 'success' | 'error' | 'canceled' | 'crashed' | 'unknown';
	mode: string;
	startedAt: string;
	stoppedAt: string | null;
	waitTill?: string | null;
	data?: {
		resultData: {
			/** Runs of each node, by the node's name. */
			runData: Record<string, NodeRun[]>;
			lastNodeExecuted?: string;
			error?: { message: string; node?: { name: string } };
		};
	};
}

export interface DataTable {
	id: string;
	name: string;
	columns: Array<{ name: string; type: 'string' | 'number' | 'boolean' | 'date' }>;
}

/** One row: the columns n8n adds, and the table's own. */
export type Row = { id: number; createdAt: string; updatedAt: string } & Record<
	string,
	string | number | boolean | null
>;

export interface RowFilter {
	type?: 'and' | 'or';
	filters: Array<{
		columnName: string;
		condition: 'eq' | 'neq' | 'like' | 'ilike' | 'gt' | 'gte' | 'lt' | 'lte' | 'isEmpty';
		value: string | number | boolean | null;
	}>;
}

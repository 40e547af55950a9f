import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Owner } from './server.ts';
import type {
	CredentialRef,
	DataTable,
	Execution,
	JsonObject,
	Row,
	RowFilter,
	WorkflowJson,
	WorkflowRef,
} from './types.ts';

/** n8n refused a request; `status` is the HTTP status, the message n8n's own. */
export class N8nApiError extends Error {
	readonly status: number;

	constructor(request: string, status: number, message: string) {
		super(`${request}: ${status} ${message}`);
		this.name = 'N8nApiError';
		this.status = status;
	}
}

export interface ImportOptions {
	/** Credentials for each node type, e.g. { 'n8n-nodes-base.slack': { slackApi: ref } }. */
	credentials?: Record<string, Record<string, CredentialRef>>;
	/** Keeps a fixed id, e.g. because another workflow names it; n8n picks one otherwise. */
	id?: string;
}

interface Request {
	body?: unknown;
	query?: Record<string, string>;
}

const UNFINISHED = new Set(['new', 'running', 'waiting']);
const PAGE = 250;

/** A running n8n as its owner uses it: over the editor's own requests and the public API. */
export class N8nClient {
	readonly url: string;
	private readonly browserId = randomUUID();
	private cookie = '';
	private apiKey = '';

	private constructor(url: string) {
		this.url = url;
	}

	/** Logs the owner in and makes an API key. Both outlive a restart of n8n on the same port. */
	static async login({ url, owner }: { url: string; owner: Owner }): Promise<N8nClient> {
		const client = new N8nClient(url);
		const { email, password } = owner;
		await client.rest('POST', '/login', { body: { emailOrLdapLoginId: email, password } });
		const scopes = await client.rest<string[]>('GET', '/api-keys/scopes');
		const key = await client.rest<{ rawApiKey: string }>('POST', '/api-keys', {
			body: { label: `tests ${randomUUID()}`, scopes, expiresAt: null },
		});
		client.apiKey = key.rawApiKey;
		return client;
	}

	async createCredential(name: string, type: string, data: JsonObject): Promise<CredentialRef> {
		const created = await this.rest<CredentialRef>('POST', '/credentials', {
			body: { name, type, data },
		});
		return { id: created.id, name: created.name };
	}

	/** Runs a credential's own test, as the editor does on saving it. */
	async testCredential(
		ref: CredentialRef,
		type: string,
		data: JsonObject,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.rest('POST', '/credentials/test', {
			body: { credentials: { ...ref, type, data } },
		});
	}

	/** Imports a workflow as the editor does; it is a draft until published. */
	async importWorkflow(workflow: WorkflowJson, options: ImportOptions = {}): Promise<WorkflowRef> {
		const nodes = workflow.nodes.map((node) => {
			const credentials = options.credentials?.[node.type];
			return credentials ? { ...node, credentials: { ...node.credentials, ...credentials } } : node;
		});
		const { name, description, connections, settings, pinData, meta } = workflow;
		const created = await this.rest<WorkflowRef>('POST', '/workflows', {
			body: { id: options.id, name, description, nodes, connections, settings, pinData, meta },
		});
		return { id: created.id, name: created.name };
	}

	/** The workflow as the editor would show it now. */
	async workflow(id: string): Promise<WorkflowJson & { versionId: string; active: boolean }> {
		return await this.rest('GET', `/workflows/${id}`);
	}

	async workflows(): Promise<Array<WorkflowRef & { active: boolean }>> {
		return await this.pages('/workflows');
	}

	/** Saves changes as the editor does: the draft changes, what is published stays. */
	async updateWorkflow(id: string, changes: Partial<WorkflowJson>): Promise<void> {
		await this.rest('PATCH', `/workflows/${id}`, { body: changes });
	}

	/**
	 * Publishes the workflow's draft. n8n checks every node first: throws N8nApiError with its words
	 * when one has an error mark in the editor.
	 */
	async publish(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.rest('POST', `/workflows/${id}/activate`, { body: { versionId } });
	}

	async unpublish(id: string): Promise<void> {
		await this.rest('POST', `/workflows/${id}/deactivate`, { body: {} });
	}

	/** Runs a workflow from a trigger, as the editor's button does, and waits for its end. */
	async runManually(id: string, triggerName: string, timeout = 60_000): Promise<Execution> {
		const started = await this.rest<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
			body: { triggerToStartFrom: { name: triggerName } },
		});
		if (!started.executionId) {
			throw new Error(`"${triggerName}" waits for an event, so it cannot be run by hand.`);
		}
		return await this.execution(started.executionId, timeout);
	}

	/** One execution with its data, once it has ended (or stands still in a Wait node). */
	async execution(id: string, timeout = 60_000): Promise<Execution> {
		return await until(timeout, `execution ${id} to end`, async () => {
			const execution = await this.api<Execution>('GET', `/executions/${id}`, {
				query: { includeData: 'true' },
			}).catch((error: unknown) => {
				// Not there for a moment after it was started.
				if (error instanceof N8nApiError && error.status === 404) return undefined;
				throw error;
			});
			const ended = execution && (!UNFINISHED.has(execution.status) || execution.waitTill);
			return ended ? execution : undefined;
		});
	}

	/** All saved executions of a workflow with their data, newest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		return await this.pages('/executions', { workflowId, includeData: 'true' });
	}

	/** The same without their data, which is much for n8n to give. */
	async runs(workflowId: string): Promise<Array<Omit<Execution, 'data'>>> {
		return await this.pages('/executions', { workflowId });
	}

	async dataTables(): Promise<DataTable[]> {
		return await this.pages('/data-tables');
	}

	/** The data table of exactly this name; throws with the names there are. */
	async dataTable(name: string): Promise<DataTable> {
		const tables = await this.dataTables();
		const table = tables.find((candidate) => candidate.name === name);
		if (table) return table;
		throw new Error(`No data table "${name}"; there are: ${tables.map((t) => t.name).join(', ')}`);
	}

	/** All rows of a table, oldest first, or those that meet the filter. */
	async rows(tableName: string, filter?: RowFilter): Promise<Row[]> {
		const { id } = await this.dataTable(tableName);
		return await this.pages(`/data-tables/${id}/rows`, {
			sortBy: 'id:asc',
			...(filter && { filter: JSON.stringify(filter) }),
		});
	}

	async insertRows(tableName: string, rows: JsonObject[]): Promise<void> {
		const { id } = await this.dataTable(tableName);
		await this.api('POST', `/data-tables/${id}/rows`, { body: { data: rows } });
	}

	/** Sets the columns of `data` in every row that meets the filter. */
	async updateRows(tableName: string, filter: RowFilter, data: JsonObject): Promise<void> {
		const { id } = await this.dataTable(tableName);
		await this.api('PATCH', `/data-tables/${id}/rows/update`, { body: { filter, data } });
	}

	async deleteRows(tableName: string, filter: RowFilter): Promise<void> {
		const { id } = await this.dataTable(tableName);
		const query = { filter: JSON.stringify(filter) };
		await this.api('DELETE', `/data-tables/${id}/rows/delete`, { query });
	}

	/** Address of a published workflow's webhook. */
	webhookUrl(path: string): string {
		return `${this.url}/webhook/${path}`;
	}

	/**
	 * Waits until n8n has registered a webhook: it answers its health check before that. Asks by a
	 * CORS preflight, which runs no workflow.
	 */
	async waitForWebhook(path: string, method = 'POST', timeout = 30_000): Promise<void> {
		await until(timeout, `webhook ${method} ${path}`, async () => {
			const answer = await fetch(this.webhookUrl(path), {
				method: 'OPTIONS',
				headers: { Origin: this.url, 'Access-Control-Request-Method': method },
			}).catch(() => undefined);
			const allowed = answer?.headers.get('access-control-allow-methods')?.split(', ') ?? [];
			return allowed.includes(method) || undefined;
		});
	}

	/** A request to the editor's own backend, e.g. rest('GET', '/settings'). */
	async rest<T>(method: string, path: string, request: Request = {}): Promise<T> {
		const headers = { 'browser-id': this.browserId, Cookie: this.cookie };
		const response = await this.send(method, `/rest${path}`, headers, request);
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		const answer = (await response.json()) as { data: T };
		return answer.data;
	}

	/** A page of n8n's own, as the owner's browser opens it. */
	async openPage(url: string): Promise<string> {
		const response = await fetch(url, { headers: { Cookie: this.cookie } });
		const text = await response.text();
		if (response.ok) return text;
		throw new N8nApiError(`GET ${url}`, response.status, messageOf(text));
	}

	/** A request to the public API, e.g. api('GET', '/users'). */
	async api<T>(method: string, path: string, request: Request = {}): Promise<T> {
		const headers = { 'X-N8N-API-KEY': this.apiKey };
		const response = await this.send(method, `/api/v1${path}`, headers, request);
		const text = await response.text();
		return (text === '' ? undefined : JSON.parse(text)) as T;
	}

	private async pages<T>(path: string, query: Record<string, string> = {}): Promise<T[]> {
		const all: T[] = [];
		let cursor: string | null = null;
		do {
			const page: { data: T[]; nextCursor: string | null } = await this.api('GET', path, {
				query: { ...query, limit: String(PAGE), ...(cursor && { cursor }) },
			});
			all.push(...page.data);
			cursor = page.nextCursor;
		} while (cursor);
		return all;
	}

	private async send(
		method: string,
		path: string,
		headers: Record<string, string>,
		{ body, query }: Request,
	): Promise<Response> {
		const search = query ? `?${new URLSearchParams(query).toString()}` : '';
		const response = await fetch(`${this.url}${path}${search}`, {
			method,
			headers: { ...headers, 'Content-Type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		if (response.ok) return response;
		const text = await response.text();
		throw new N8nApiError(`${method} ${path}`, response.status, messageOf(text));
	}
}

/** The items that a node gave out in its last run, on one of its outputs. */
export function outputOf(execution: Execution, nodeName: string, output = 0): JsonObject[] {
	const runs = execution.data?.resultData.runData[nodeName] ?? [];
	const items = runs.at(-1)?.data?.main?.[output] ?? [];
	return items.map((item) => item.json);
}

function messageOf(text: string): string {
	try {
		const { message, hint } = JSON.parse(text) as { message?: string; hint?: string };
		return [message, hint].filter(Boolean).join(' ') || text;
	} catch {
		return text;
	}
}

async function until<T>(
	timeout: number,
	what: string,
	probe: () => Promise<T | undefined>,
): Promise<T> {
	const deadline = performance.now() + timeout;
	for (;;) {
		const found = await probe();
		if (found !== undefined) return found;
		if (performance.now() > deadline) {
			throw new Error(`Waited ${Math.round(timeout / 1000)} s in vain for ${what}.`);
		}
		await sleep(50);
	}
}

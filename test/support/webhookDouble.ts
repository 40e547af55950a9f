import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { n8nHttp } from './n8nHttp';

interface RequestOptions {
	/** As the helpdesk sends it; the bytes that are signed. */
	raw?: string | Buffer;
	/** What n8n made of it; the bytes read as JSON unless told. */
	body?: unknown;
	/** Its content type is none that n8n reads by itself: the bytes come when asked for, or not at all. */
	isUnread?: boolean;
	/** e.g. "multipart/form-data". */
	contentType?: string;
	/** What reading such bytes fails with. */
	readFailure?: Error;
	method?: string;
	query?: unknown;
	headers?: Record<string, unknown>;
	parameters?: IDataObject;
	credentials?: Record<string, IDataObject>;
	/** Outside hosts and where they are played. */
	hosts?: Record<string, string>;
	/** The node's static data, which n8n keeps from call to call. */
	staticData?: IDataObject;
	mode?: 'webhook' | 'manual';
	webhookName?: string;
	nodeId?: string;
}

/** Stands for n8n around one webhook call: gives the node its request and keeps its answer. */
export function webhookDouble(options: RequestOptions) {
	const answer: {
		status?: number;
		body?: unknown;
		isEnded: boolean;
		headers?: Record<string, string>;
	} = { isEnded: false };
	const told: string[] = [];
	const response = {
		status: (status: number) => {
			answer.status = status;
			return response;
		},
		json: (body: unknown) => {
			answer.body = body;
			answer.isEnded = true;
			return response;
		},
		set: (name: string, value: string) => {
			answer.headers = { ...answer.headers, [name.toLowerCase()]: value };
			return response;
		},
		end: (body?: string) => {
			if (body !== undefined) answer.body = body;
			answer.isEnded = true;
			return response;
		},
	};
	const rawBody = options.raw === undefined ? undefined : Buffer.from(options.raw);
	const request = {
		method: options.method ?? 'POST',
		headers: options.headers ?? {},
		contentType: options.contentType,
		rawBody: options.isUnread ? undefined : rawBody,
		readRawBody: async () => {
			if (options.readFailure) throw options.readFailure;
			request.rawBody = rawBody;
			await Promise.resolve();
		},
	};
	const context = {
		getRequestObject: () => request,
		getQueryData: () => options.query ?? {},
		getTimezone: () => 'Europe/Berlin',
		getResponseObject: () => response,
		getHeaderData: () => options.headers ?? {},
		getBodyData: () => ('body' in options ? options.body : JSON.parse(String(options.raw ?? '{}'))),
		getWebhookName: () => options.webhookName ?? 'default',
		getMode: () => options.mode ?? 'webhook',
		getWorkflow: () => ({ id: 'workflow-1', name: 'Test', active: true }),
		getNode: () => ({ id: options.nodeId ?? 'node-1', name: 'Under Test' }),
		getNodeParameter: (name: string, otherwise?: unknown) =>
			options.parameters?.[name] ?? otherwise,
		getCredentials: async (type: string) => {
			const data = options.credentials?.[type];
			if (data === undefined) throw new Error(`Node does not have credentials of type "${type}"`);
			return await Promise.resolve(data);
		},
		getWorkflowStaticData: () => options.staticData ?? {},
		helpers: n8nHttp(options.hosts ?? {}, options.credentials),
		logger: { warn: (text: string) => told.push(text), error: (text: string) => told.push(text) },
	} as unknown as IWebhookFunctions;
	return { context, answer, told };
}

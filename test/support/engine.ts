import 'reflect-metadata';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** Stands for a stock node: gives out what the test says, one list of items per output. */
export function source(name: string, outputs: INodeExecutionData[][]): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name },
			inputs: ['main'],
			outputs: outputs.map(() => 'main'),
			properties: [],
		} as never,
		execute: async () => outputs,
	};
}

interface RunOptions {
	nodes: INode[];
	connections: IConnections;
	types: Record<string, INodeType>;
	start: string;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** Signs requests sent with a credential, as the credential type would; they go out as they are otherwise. */
	authenticate?: (request: IHttpRequestOptions) => IHttpRequestOptions;
	/** Whether somebody tries it out in the editor. */
	isManual?: boolean;
}

/** Runs a workflow on n8n's own execution engine, in this process, and resolves when it has ended. */
export async function runWorkflow(options: RunOptions): Promise<IRun> {
	const nodeTypes: INodeTypes = {
		getByName: (type) => typeOf(options.types, type),
		getByNameAndVersion: (type, version) =>
			NodeHelpers.getVersionedNodeType(typeOf(options.types, type), version),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'test',
		name: 'test',
		active: false,
		nodeTypes,
		nodes: options.nodes,
		connections: options.connections,
		settings: { executionOrder: 'v1' },
	});
	const mode = options.isManual === true ? 'manual' : 'trigger';
	return await new Promise<IRun>((resolve, reject) => {
		const hooks = new ExecutionLifecycleHooks(mode, '1', {
			id: 'test',
			name: 'test',
		} as never);
		hooks.addHandler('workflowExecuteAfter', (run) => {
			resolve(run);
		});
		const additionalData = {
			hooks,
			executionId: '1',
			webhookBaseUrl: 'http://127.0.0.1/webhook',
			webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
			webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
			formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
			restApiUrl: 'http://127.0.0.1/rest',
			instanceBaseUrl: 'http://127.0.0.1',
			variables: {},
			credentialsHelper: {
				getParentTypes: () => [],
				getDecrypted: async (_data: unknown, _node: unknown, type: string) =>
					options.credentials?.[type] ?? {},
				authenticate: async (
					_credentials: ICredentialDataDecryptedObject,
					_type: string,
					request: IHttpRequestOptions,
				) => options.authenticate?.(request) ?? request,
				preAuthentication: async () => undefined,
				updateCredentialsOauthTokenData: async () => {},
				isCredentialAvailable: () => true,
				isCredentialUsableByNode: () => true,
			},
			getRunExecutionData: async () => undefined,
			startRunnerTask: async () => ({ ok: false }),
			sendDataToUI: () => {},
			logAiEvent: () => {},
			setExecutionStatus: () => {},
		} as unknown as IWorkflowExecuteAdditionalData;
		const startNode = workflow.getNode(options.start);
		if (startNode === null) throw new Error(`No node named ${options.start}`);
		new WorkflowExecute(additionalData, mode).run({ workflow, startNode }).then(resolve, reject);
	});
}

function typeOf(types: Record<string, INodeType>, type: string): INodeType {
	const found = types[type];
	if (found === undefined) throw new Error(`Unknown node type ${type}`);
	return found;
}

interface NodeRun {
	/** The items of each output of the node under test. */
	outputs: INodeExecutionData[][];
	/** What the node shows above its output. */
	hints: string[];
	/** The error that stopped the node, when it did. */
	error?: { message: string; itemIndex?: number; description?: string | null };
}

/**
 * Runs one node on the real engine, fed with one list of items per input.
 * @param onError as the node's own setting in the editor
 */
export async function runNode(
	nodeType: INodeType,
	inputs: Array<Array<IDataObject | INodeExecutionData>>,
	parameters: INodeParameters = {},
	onError: INode['onError'] = 'stopWorkflow',
	credentials?: Record<string, ICredentialDataDecryptedObject>,
	authenticate?: RunOptions['authenticate'],
	/** n8n's ID of the credential, where it matters which one it is. */
	credentialId?: string,
	/** Name of the node's type; n8n calls a node that serves as a tool "…Tool". */
	type = 'test.underTest',
): Promise<NodeRun> {
	const feeds = inputs.map((items) => items.map(toItem));
	const node = (name: string, type: string, extra: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...extra,
	});
	const run = await runWorkflow({
		nodes: [
			node('Source', 'test.source'),
			node('Under Test', type, {
				parameters,
				onError,
				...(credentials && {
					credentials: Object.fromEntries(
						Object.keys(credentials).map((type) => [
							type,
							{ id: credentialId ?? type, name: type },
						]),
					),
				}),
			}),
		],
		connections: {
			Source: {
				main: feeds.map((_, index) => [{ node: 'Under Test', type: 'main' as const, index }]),
			},
		},
		types: { 'test.source': source('Source', feeds), [type]: nodeType },
		start: 'Source',
		credentials,
		authenticate,
	});
	const { resultData } = run.data;
	const last = resultData.runData['Under Test']?.[0];
	const thrown = last?.error ?? resultData.error;
	return {
		outputs: (last?.data?.main ?? []).map((items) => items ?? []),
		hints: (last?.hints ?? []).map(({ message }) => message),
		...(thrown !== undefined && {
			error: {
				message: thrown.message,
				itemIndex: (thrown as { context?: { itemIndex?: number } }).context?.itemIndex,
				description: thrown.description,
			},
		}),
	};
}

function toItem(value: IDataObject | INodeExecutionData): INodeExecutionData {
	// n8n's own nodes may give out text where an object belongs; an item then shows by its pairing.
	const isItem = 'json' in value && (typeof value.json === 'object' || 'pairedItem' in value);
	return isItem ? (value as INodeExecutionData) : { json: value as IDataObject };
}

import type {
	IDataObject,
	IHookFunctions,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { n8nHttp } from './n8nHttp';

interface HookOptions {
	parameters?: IDataObject;
	credentials?: Record<string, IDataObject>;
	/** Outside hosts and where they are played. */
	hosts?: Record<string, string>;
	/** "manual" while somebody listens in the editor. */
	mode?: WorkflowExecuteMode;
	/** Why the hook is called; "activate" unless told: a person publishes the workflow. */
	activation?: WorkflowActivateMode;
	/** The webhook's address; n8n has others for tests. */
	address?: string;
	workflowId?: string;
	nodeId?: string;
	/** The node's static data, which n8n keeps from call to call. */
	staticData?: IDataObject;
}

/** Stands for n8n around a trigger's webhook methods: gives the node its settings and keeps its warnings. */
export function hookDouble(options: HookOptions = {}) {
	const warnings: string[] = [];
	const credentials = options.credentials ?? {};
	const staticData = options.staticData ?? {};
	const { workflowId = 'workflow-1', nodeId = 'node-1' } = options;
	const context = {
		getNode: () => ({ id: nodeId, name: 'Under Test' }),
		getMode: () => options.mode ?? 'trigger',
		getActivationMode: () => options.activation ?? 'activate',
		getWorkflow: () => ({ id: workflowId, name: 'Support tickets', active: true }),
		getWorkflowStaticData: () => staticData,
		getNodeParameter: (name: string, otherwise?: unknown) =>
			options.parameters?.[name] ?? otherwise,
		getNodeWebhookUrl: () => options.address ?? 'https://n8n.example/webhook/cs-alerts/zendesk',
		getCredentials: async (type: string) => {
			const data = credentials[type];
			if (data === undefined) throw new Error(`Node does not have credentials of type "${type}"`);
			return await Promise.resolve(data);
		},
		helpers: n8nHttp(options.hosts ?? {}, credentials),
		logger: { warn: (text: string) => warnings.push(text) },
	} as unknown as IHookFunctions;
	return { context, warnings, staticData };
}

import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
	ITriggerFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { n8nHttp } from './n8nHttp';

/** A run a trigger has started, and how the test lets it end. */
export interface EmittedRun {
	outputs: INodeExecutionData[][];
	/** As n8n does: with the run, or with nothing where it was never started. */
	end(run: IRun | undefined): void;
	reject(error: Error): void;
}

interface TriggerOptions {
	parameters?: IDataObject;
	mode?: WorkflowExecuteMode;
	workflowId?: string;
	nodeId?: string;
	credentials?: Record<string, IDataObject>;
	/** Outside hosts and where they are played. */
	hosts?: Record<string, string>;
	/** Called for each run, e.g. to end it at once. */
	onEmit?: (run: EmittedRun) => void;
}

/** Stands for n8n around a trigger node: keeps what it emits and warns of. */
export function triggerDouble(options: TriggerOptions = {}) {
	const emitted: EmittedRun[] = [];
	const warnings: string[] = [];
	const errors: Error[] = [];
	const node: INode = {
		id: options.nodeId ?? 'node-1',
		name: 'Under Test',
		type: 'test.underTest',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const context = {
		getNode: () => node,
		getMode: () => options.mode ?? 'trigger',
		getTimezone: () => 'Europe/Berlin',
		getWorkflow: () => ({ id: options.workflowId ?? 'workflow-1', name: 'Test', active: true }),
		getNodeParameter: (name: string, otherwise: unknown) => {
			const found = name
				.split('.')
				.reduce<unknown>(
					(value, key) => (value as IDataObject | undefined)?.[key],
					options.parameters,
				);
			return found ?? otherwise;
		},
		getCredentials: async (type: string) => {
			const data = options.credentials?.[type];
			if (data === undefined) throw new Error(`Node does not have credentials of type "${type}"`);
			return await Promise.resolve(data);
		},
		logger: {
			warn: (message: string) => warnings.push(message),
			error: (message: string) => warnings.push(message),
		},
		helpers: {
			createDeferredPromise: deferred,
			...n8nHttp(options.hosts ?? {}, options.credentials),
		},
		emit: (
			outputs: INodeExecutionData[][],
			_response: unknown,
			done?: ReturnType<typeof deferred<IRun | undefined>>,
		) => {
			const run: EmittedRun = {
				outputs,
				end: (ended) => done?.resolve(ended),
				reject: (error) => done?.reject(error),
			};
			emitted.push(run);
			options.onEmit?.(run);
		},
		emitError: (error: Error) => errors.push(error),
	} as unknown as ITriggerFunctions;
	return { context, node, emitted, warnings, errors };
}

/** The end of a run as n8n tells it; of one whose worker vanished it names no last node. */
export function runOf(
	status: IRun['status'],
	error?: unknown,
	lastNodeExecuted: string | undefined = 'Some Node',
): IRun {
	const resultData = { runData: {}, error, lastNodeExecuted: lastNodeExecuted || undefined };
	return { status, data: { resultData } } as unknown as IRun;
}

function deferred<T>() {
	let resolve: (value: T) => void = () => {};
	let reject: (error: Error) => void = () => {};
	const promise = new Promise<T>((onValue, onError) => {
		resolve = onValue;
		reject = onError;
	});
	return { promise, resolve, reject };
}

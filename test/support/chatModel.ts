import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';

export type Invoke = (
	messages: Array<[string, string]>,
	options: { signal: AbortSignal },
) => unknown;

/** Stands for n8n's chat model nodes: gives out an object with `invoke`. */
export function chatModel(invoke: Invoke, name = 'claude-test'): INodeType {
	return {
		description: {
			displayName: 'Chat Model',
			name: 'chatModel',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Chat Model' },
			inputs: [],
			outputs: [NodeConnectionTypes.AiLanguageModel],
			properties: [],
		} as never,
		supplyData: async () => ({
			response: { model: name, invoke: async (...given: Parameters<Invoke>) => invoke(...given) },
		}),
	};
}

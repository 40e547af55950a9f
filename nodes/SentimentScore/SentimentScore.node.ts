import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { runItems } from '../shared/runItems';
import { forOpenAi } from './methodProperties';
import { sentimentScoreProperties } from './SentimentScore.properties';

export class SentimentScore implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sentiment Score',
		name: 'sentimentScore',
		icon: { light: 'file:sentimentScore.svg', dark: 'file:sentimentScore.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ openAi: "OpenAI", openAiWithFloor: "OpenAI with floor", connectedModel: "connected model" }[$parameter["method"]] ?? "built-in") + ($parameter["wordListSource"] === "json" ? ", JSON word list" : ", " + ($parameter["wordList"]?.row?.length ?? 0) + " signals") }}',
		description:
			'Score how frustrated a support ticket is, from 0 to 100, with the quotes that say why',
		defaults: { name: 'Sentiment Score' },
		usableAsTool: true,
		inputs: `={{ ((p) => p.method === 'connectedModel' ? [{ type: 'main' }, { type: 'ai_languageModel', displayName: 'Model', maxConnections: 1, required: true }] : [{ type: 'main' }])($parameter) }}`,
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'openAiApi', required: true, displayOptions: forOpenAi }],
		hints: [
			{
				message:
					'The word list is empty: add signals, or choose your kind of product in "Add Words For".',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition:
					'={{ $parameter["wordListSource"] === "rows" && !$parameter["wordList"]?.row?.length && !$parameter["presets"]?.length }}',
			},
			{
				message: 'Attach a chat model to the Model input below this node.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition: '={{ $parameter["method"] === "connectedModel" }}',
			},
			{
				message:
					'gpt-4o and gpt-4o-mini shut down on 2027-01-14. Choose another model, e.g. gpt-6-luna.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition:
					'={{ ["openAi", "openAiWithFloor"].includes($parameter["method"]) && /^gpt-4o(-mini)?(-20|$)/.test($parameter["model"]?.value ?? $parameter["model"]) }}',
			},
			{
				message:
					'Personal data is sent to the model as it stands: "Redact Personal Data" is switched off.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition:
					'={{ $parameter["method"] !== "builtIn" && $parameter["options"]?.redact === false }}',
			},
		],
		properties: sentimentScoreProperties,
	};

	methods = {
		listSearch: {
			async searchModels(
				this: ILoadOptionsFunctions,
				filter?: string,
			): Promise<INodeListSearchResult> {
				const { searchModels } = await import('./openAiModels');
				return await searchModels.call(this, filter);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// Loaded here, so that n8n's start does not wait for it.
		const { scoreItems } = await import('./scoreItems');
		const results = await scoreItems(this);
		return await runItems(this, (_item, itemIndex) => {
			const result = results[itemIndex];
			if (result === undefined || 'error' in result) throw result?.error;
			return { adds: { sentiment: result.sentiment } };
		});
	}
}

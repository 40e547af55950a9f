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
import { isTool, sentimentScoreProperties, showsWords } from './SentimentScore.properties';

export class SentimentScore implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sentiment Score',
		name: 'sentimentScore',
		icon: { light: 'file:sentimentScore.svg', dark: 'file:sentimentScore.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "showWords" ? "show built-in words" : ({ openAi: "OpenAI", openAiWithFloor: "OpenAI with floor", connectedModel: "connected model" }[$parameter["method"]] ?? "built-in") + ($parameter["useBuiltInWords"] === false ? ", own words only" : "") + ($parameter["ownSignalsFrom"] === "json" ? ", own signals from JSON" : $parameter["ownSignals"]?.row?.length ? ", " + $parameter["ownSignals"].row.length + " own signals" : "") }}',
		description:
			'Score how frustrated a support ticket is, from 0 to 100, with the quotes that say why',
		defaults: { name: 'Sentiment Score' },
		usableAsTool: true,
		inputs: `={{ ((p) => p.method === 'connectedModel' ? [{ type: 'main' }, { type: 'ai_languageModel', displayName: 'Model', maxConnections: 1, required: true }] : [{ type: 'main' }])($parameter) }}`,
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'openAiApi',
				required: true,
				displayOptions: { show: { operation: ['score'], ...forOpenAi.show } },
			},
		],
		hints: [
			{
				message:
					'No words are looked for: switch on "Use the Built-In Words", add signals of your own, or choose your kind of product in "Add Words For".',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition:
					'={{ $parameter["useBuiltInWords"] === false && $parameter["ownSignalsFrom"] !== "json" && !$parameter["ownSignals"]?.row?.length && !$parameter["presets"]?.length }}',
			},
			{
				message:
					'A signal in "Your Own Signals" is unfinished and is passed over: it needs a name and at least one phrase.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition:
					'={{ $parameter["ownSignalsFrom"] !== "json" && ($parameter["ownSignals"]?.row ?? []).some((row) => !row.signal?.trim() || !row.phrases?.trim()) }}',
			},
			{
				message:
					'A change in "Change Built-In Signals" is unfinished and is passed over: it needs a signal, and a weight where "Set Weight" is chosen.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition:
					'={{ ($parameter["builtInChanges"]?.row ?? []).some((row) => !row.signal || ((row.change ?? "weight") === "weight" && !row.weight && row.weight !== 0)) }}',
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
		// What is loaded here need not keep n8n's start waiting.
		if (showsWords(this)) {
			const { shownWords } = await import('./shownWords');
			return [shownWords().map((json) => ({ json, pairedItem: { item: 0 } }))];
		}
		const { scoreItems } = await import('./scoreItems');
		const results = await scoreItems(this);
		if (isTool(this)) {
			const { toolAnswer } = await import('./toolAnswer');
			return [
				results.map((result, item) => {
					if ('error' in result) throw result.error;
					return { json: toolAnswer(result.sentiment), pairedItem: { item } };
				}),
			];
		}
		return await runItems(this, (_item, itemIndex) => {
			const result = results[itemIndex];
			if (result === undefined || 'error' in result) throw result?.error;
			return { adds: { sentiment: result.sentiment } };
		});
	}
}

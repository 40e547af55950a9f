import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { hideSecrets, openAiClient, type OpenAiCredential } from './openAi';

const LONGEST_WAIT_MS = 20_000;

/** The account's chat models for the field "Model". */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const credential = await this.getCredentials<OpenAiCredential>('openAiApi');
	const { offeredModels } = await import('../core/chatModel/models');
	const { ModelFailure, readFailure } = await import('../core/chatModel');
	try {
		const client = await openAiClient(credential, (options) => this.helpers.httpRequest(options));
		const { data } = await client.models.list({ signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
		const listed = data.map((model) => ({
			id: model.id,
			created: model.created,
			shutdownDate: (model as { shutdown_date?: string | null }).shutdown_date,
		}));
		return {
			results: offeredModels(listed, Date.now(), filter).map(({ id, name }) => ({
				name,
				value: id,
			})),
		};
	} catch (error) {
		const failure =
			error instanceof ModelFailure
				? error
				: readFailure(error, (text) => hideSecrets(text, credential), Date.now());
		throw new NodeOperationError(
			this.getNode(),
			`The models could not be listed, because ${failure.words}`,
			{ description: [failure.detail, failure.advice].filter(Boolean).join('. ') },
		);
	}
}

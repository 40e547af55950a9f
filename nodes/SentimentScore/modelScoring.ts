import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import {
	ModelFailure,
	allowedTopics,
	composePrompt,
	composeSentText,
	composeUserMessage,
	estimateCost,
	fallBackTo,
	isAutomatic,
	readFailure,
	readModelAnswer,
	type Prompt,
	type SentText,
} from '../core/chatModel';
import type { CompiledTaxonomy } from '../core/score/match';
import { redact } from '../core/privacy/redaction';
import type { TopicRow } from '../core/topic/topicList';
import type { ModelUsage, Sentiment } from '../core/item/types';
import { mapConcurrently } from '../shared/concurrency';
import { connectedModel } from '../shared/connectedModel';
import { ModelLine } from './askModel';
import type { ChatModel, ModelReply } from './chatModel';
import type { ModelSettings } from './modelSettings';
import { hideSecrets, openAiClient, openAiModel, type OpenAiCredential } from './openAi';

/** One ticket to ask a model about; `undefined` stands for an item that failed before. */
export type Scored = Sentiment | undefined;

interface Run {
	context: IExecuteFunctions;
	settings: ModelSettings;
	model: ChatModel;
	line: ModelLine;
	prompt: Prompt;
	taxonomyVersion: string;
	/** Failures by their reason, for the hint at the end. */
	failures: Map<string, number>;
}

/**
 * Asks the model about every ticket that Built-In has scored already. Where it has no usable answer, Built-In's stays
 * and says why.
 * @returns one result for each ticket, in their order
 * @throws NodeOperationError when the model cannot be used at all and the admin chose to stop then
 */
export async function scoreByModel(
	context: IExecuteFunctions,
	scored: readonly Scored[],
	taxonomy: CompiledTaxonomy,
	topics: readonly TopicRow[],
	settings: ModelSettings,
): Promise<Scored[]> {
	let secrets: Partial<OpenAiCredential> = {};
	const hide = (text: string) => redact(hideSecrets(text, secrets));
	const failures = new Map<string, number>();
	const open = async (): Promise<ChatModel> => {
		if (settings.method === 'connectedModel') {
			const { name, ask } = await connectedModel(context);
			return {
				name,
				ask: async ({ systemWithSchema: system, user }, signal) =>
					await ask({ system, user }, signal),
			};
		}
		secrets = await readCredential(context);
		const client = await openAiClient(secrets as OpenAiCredential, (options) =>
			context.helpers.httpRequest(options),
		);
		return openAiModel(client, settings.model);
	};
	let model: ChatModel;
	try {
		model = await open();
	} catch (error) {
		const failure = readFailure(error, hide, Date.now());
		report(context, settings, failure);
		return scored.map((builtIn) => builtIn && fallBackTo(builtIn, settings.modelName, failure));
	}
	const run: Run = {
		context,
		settings,
		model,
		line: new ModelLine(model, {
			timeoutMs: settings.timeoutMs,
			retries: settings.retries,
			concurrency: settings.concurrency,
			cancelled: context.getExecutionCancelSignal(),
			hide,
		}),
		prompt: composePrompt(taxonomy.rows, allowedTopics(topics, taxonomy.rows)),
		taxonomyVersion: taxonomy.version,
		failures,
	};
	const results = await mapConcurrently(scored, settings.concurrency, async (builtIn) =>
		builtIn === undefined ? undefined : await scoreOne(run, builtIn),
	);
	if (run.line.finalFailure) report(context, settings, run.line.finalFailure);
	else reportFallbacks(run, scored.length);
	return results;
}

async function scoreOne(run: Run, builtIn: Sentiment): Promise<Sentiment> {
	const { settings, prompt, line, model } = run;
	if (isAutomatic(builtIn)) return { ...builtIn, method: 'Built-In (automatic mail)' };
	await line.ready();
	const closed = line.closedBy();
	if (closed) return fellBack(run, builtIn, closed);
	const sent = composeSentText(builtIn.text, settings.redacts);
	let usage: ModelUsage | undefined;
	try {
		const { system, systemWithSchema, schema } = prompt;
		const user = composeUserMessage(sent.text);
		const reply = await line.ask({ system, systemWithSchema, schema, user });
		usage = usageOf(reply, model.name);
		const context = {
			sent,
			prompt,
			builtIn,
			method: settings.methodName,
			model: model.name,
			taxonomyVersion: run.taxonomyVersion,
			usage,
		};
		return readModelAnswer(reply.content, context, settings.hasFloor);
	} catch (error) {
		const failure = failureIn(error);
		if (failure.isFinal && settings.stopsWithoutModel) {
			throw stopped(run.context, settings, failure);
		}
		return fellBack(run, builtIn, failure, { sent, usage });
	}
}

function fellBack(
	{ failures, settings }: Run,
	builtIn: Sentiment,
	failure: ModelFailure,
	asked?: { sent: SentText; usage?: ModelUsage },
): Sentiment {
	failures.set(failure.words, (failures.get(failure.words) ?? 0) + 1);
	return fallBackTo(builtIn, settings.modelName, failure, asked);
}

async function readCredential(context: IExecuteFunctions): Promise<OpenAiCredential> {
	try {
		return await context.getCredentials<OpenAiCredential>('openAiApi');
	} catch (error) {
		throw noCredential(error);
	}
}

const noCredential = (error: unknown): ModelFailure =>
	new ModelFailure('no-credential', {
		detail: error instanceof Error ? error.message : undefined,
	});

/** Anything else than a failure of the model, such as a stopped execution, is passed on. */
function failureIn(error: unknown): ModelFailure {
	if (error instanceof ModelFailure) return error;
	throw error;
}

function usageOf({ usage, model }: ModelReply, asked: string): ModelUsage | undefined {
	if (usage === undefined) return undefined;
	const counted = { model: model || asked, ...usage };
	const estimatedCostUsd = estimateCost(counted) ?? estimateCost({ ...counted, model: asked });
	return { ...counted, ...(estimatedCostUsd !== undefined && { estimatedCostUsd }) };
}

/** Tells once that the model cannot be used, or stops the node if the admin wants it so. */
function report(context: IExecuteFunctions, settings: ModelSettings, failure: ModelFailure): void {
	if (failure.isFinal && settings.stopsWithoutModel) throw stopped(context, settings, failure);
	const advice = failure.advice === undefined ? '' : ` ${failure.advice}.`;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `${settings.modelName} could not be used, because ${failure.words}. Built-In scored the tickets instead.${advice}`,
	});
}

function reportFallbacks({ context, settings, failures }: Run, ticketCount: number): void {
	const count = [...failures.values()].reduce((sum, times) => sum + times, 0);
	if (count === 0) return;
	const reasons = [...failures].map(([words, times]) => `${words} (${times})`).join(', ');
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `Built-In scored ${count} of ${ticketCount} tickets, since ${settings.modelName} gave no usable answer: ${reasons}. The flags of each ticket say why.`,
	});
}

function stopped(
	context: IExecuteFunctions,
	settings: ModelSettings,
	failure: ModelFailure,
): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`${settings.modelName} could not be used, because ${failure.words}`,
		{
			description: [failure.advice, failure.detail && `It said: ${failure.detail}`]
				.filter(Boolean)
				.join('. '),
		},
	);
}

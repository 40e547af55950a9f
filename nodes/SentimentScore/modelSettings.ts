import type { IExecuteFunctions } from 'n8n-workflow';

export const METHODS = ['builtIn', 'openAi', 'openAiWithFloor', 'connectedModel'] as const;
export type Method = (typeof METHODS)[number];
export type ModelMethod = Exclude<Method, 'builtIn'>;

/** How a model is asked, as the fields say. */
export interface ModelSettings {
	method: ModelMethod;
	/** Written to each result. */
	methodName: string;
	/** What to call the model when it failed. */
	modelName: string;
	/** Whether Critical and High signals of the word list set a floor. */
	hasFloor: boolean;
	/** Absent for a connected model, which has its own. */
	model: string;
	redacts: boolean;
	concurrency: number;
	timeoutMs: number;
	retries: number;
	stopsWithoutModel: boolean;
}

const NAMES: Record<ModelMethod, { methodName: string; modelName: string }> = {
	openAi: { methodName: 'OpenAI', modelName: 'OpenAI' },
	openAiWithFloor: { methodName: 'OpenAI With Built-In Floor', modelName: 'OpenAI' },
	connectedModel: { methodName: 'Connected Model', modelName: 'Connected Model' },
};

interface Options {
	redact?: boolean;
	concurrency?: number;
	timeout?: number;
	retries?: number;
	withoutModel?: 'fallBack' | 'stop';
}

/** What the fields show when nothing was changed; the linter wants the numbers there in full. */
export const DEFAULTS = { redact: true, concurrency: 5, timeout: 30, retries: 2 } as const;

/**
 * The settings of a model method, the same for all items of a run.
 * @throws Error naming the field that is wrong
 */
export function readModelSettings(context: IExecuteFunctions, method: ModelMethod): ModelSettings {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const needsModel = method !== 'connectedModel';
	const model = needsModel
		? String(context.getNodeParameter('model', 0, '', { extractValue: true }) ?? '').trim()
		: '';
	if (needsModel && model === '') {
		throw new Error('"Model" is empty. Choose a model from the list or enter its ID');
	}
	return {
		method,
		...NAMES[method],
		hasFloor: method === 'openAiWithFloor',
		model,
		redacts: options.redact ?? DEFAULTS.redact,
		concurrency: wholeNumber('Concurrency', options.concurrency ?? DEFAULTS.concurrency, 1, 100),
		timeoutMs: 1000 * number('Timeout', options.timeout ?? DEFAULTS.timeout, 0.1, 600),
		retries: wholeNumber('Retries', options.retries ?? DEFAULTS.retries, 0, 10),
		stopsWithoutModel: options.withoutModel === 'stop',
	};
}

function number(field: string, value: unknown, least: number, most: number): number {
	const read = typeof value === 'string' ? Number(value) : value;
	if (typeof read !== 'number' || !(read >= least && read <= most)) {
		throw new Error(`"${field}" must be a number from ${least} to ${most}`);
	}
	return read;
}

const wholeNumber = (field: string, value: unknown, least: number, most: number): number =>
	Math.round(number(field, value, least, most));

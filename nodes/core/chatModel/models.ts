import { pattern } from '../values/tables';

/** OpenAI's named replacement for gpt-4o and gpt-4o-mini, which shut down on 2027-01-14. */
export const DEFAULT_MODEL = 'gpt-6-luna';

/** One entry of `GET /v1/models`, as far as it matters here. */
export interface ListedModel {
	id: string;
	/** Seconds since 1970. */
	created?: number;
	/** ISO date; null or absent when none is announced. */
	shutdownDate?: string | null;
}

export interface OfferedModel {
	id: string;
	/** The id, with a warning when the model shuts down soon. */
	name: string;
}

/** A model that shuts down within this time is offered with a warning, at the end of the list. */
const SOON_DAYS = 180;
const DAY_MS = 86_400_000;

/** Kinds of models that do not answer chat requests with JSON, by what their names contain. */
const NO_CHAT = pattern('i')`
	embed|whisper|tts|audio|realtime|transcri|dall-e|image|moderation|sora|video|davinci|babbage|
	instruct|codex|search|deep-research|computer-use|rerank|guard|(?:^|-)pro(?:-|$)|live
`;
const OPENAI_CHAT = /^(?:gpt-|chatgpt-|o\d|ft:)/;

/**
 * The chat models among those of an account, newest first; those that have shut down are left out, those that will
 * soon are marked and come last.
 * @param now milliseconds since 1970
 * @param filter what the admin typed
 */
export function offeredModels(
	models: readonly ListedModel[],
	now: number,
	filter = '',
): OfferedModel[] {
	// Compatible servers name their models as they like.
	const isOpenAi = models.some(({ id }) => OPENAI_CHAT.test(id));
	const wanted = filter.trim().toLowerCase();
	const offered = models
		.filter(({ id }) => !NO_CHAT.test(id) && (!isOpenAi || OPENAI_CHAT.test(id)))
		.filter(({ id }) => id.toLowerCase().includes(wanted))
		.map((model) => ({ ...model, endsAt: Date.parse(model.shutdownDate ?? '') }))
		.filter(({ endsAt }) => !(endsAt <= now));
	const isSoon = ({ endsAt }: { endsAt: number }): boolean => endsAt - now < SOON_DAYS * DAY_MS;
	const rank = (model: ListedModel & { endsAt: number }): number =>
		model.id === DEFAULT_MODEL ? 0 : isSoon(model) ? 2 : 1;
	return offered
		.sort(
			(a, b) =>
				rank(a) - rank(b) || (b.created ?? 0) - (a.created ?? 0) || a.id.localeCompare(b.id),
		)
		.map((model) => ({
			id: model.id,
			name: isSoon(model) ? `${model.id} (shuts down ${model.shutdownDate})` : model.id,
		}));
}

/**
 * The lowest reasoning effort a model takes: judging one ticket needs no reasoning, and it costs time and money.
 * @returns undefined for models without reasoning and for those that are not known
 */
export function lowestEffort(model: string): 'none' | 'minimal' | 'low' | undefined {
	if (/^gpt-(?:5\.\d|[6-9])/.test(model)) return 'none';
	if (/^gpt-5(?:-mini|-nano)?(?:-\d{4}-\d{2}-\d{2})?$/.test(model)) return 'minimal';
	return /^o\d/.test(model) ? 'low' : undefined;
}

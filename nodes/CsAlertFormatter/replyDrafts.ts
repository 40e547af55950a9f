import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readDraft, wantedDraft } from '../core/alert';
import { ModelFailure } from '../core/chatModel/failure';
import { readFailure } from '../core/chatModel/readFailure';
import { redact } from '../core/privacy/redaction';
import { connectedModel, type ConnectedModel } from '../shared/connectedModel';
import { DeadlineError, startDeadline } from '../shared/deadline';
import { readGuidance } from './draftProperties';

/** For all drafts of a run together: an alert is late rather than without a draft only for so long. */
const DRAFTS_MS = 15_000;

/** The reply a model suggests to an item; absent where it suggests none. Never throws: no alert waits for a draft. */
export type Drafter = (json: IDataObject, itemIndex: number) => Promise<string | undefined>;

/**
 * A drafter over one run. Once the model cannot be used at all or the time is up, it asks no more.
 * @param remark takes a word to the admin about a draft that is missing
 */
export function replyDrafter(
	context: IExecuteFunctions,
	remark: (text: string) => void,
	timeMs = DRAFTS_MS,
): Drafter {
	const deadline = startDeadline(timeMs, context.getExecutionCancelSignal());
	let model: Promise<ConnectedModel> | undefined;
	let isOver = false;
	return async (json, itemIndex) => {
		const wish = wantedDraft(json, readGuidance(context, itemIndex));
		if (wish === undefined || isOver) return undefined;
		if ('refusal' in wish) {
			remark(`No reply was drafted, because ${wish.refusal}`);
			return undefined;
		}
		try {
			model ??= connectedModel(context);
			const { ask } = await deadline.race(model);
			const { content } = await deadline.race(ask(wish, deadline.signal));
			return readDraft(content);
		} catch (error) {
			const failure = failureOf(error);
			isOver = failure.isFinal || failure.kind === 'timeout';
			remark(wordsOf(failure));
			return undefined;
		}
	};
}

function failureOf(error: unknown): ModelFailure {
	if (error instanceof DeadlineError) return new ModelFailure('timeout');
	return readFailure(error, redact, Date.now());
}

function wordsOf({ kind, words, advice }: ModelFailure): string {
	const said = `No reply was drafted, because ${words}. Alerts go without a draft`;
	if (kind === 'not-connected') {
		return `${said}. Attach a chat model to the Model input and check its credential, or switch off Draft a Reply`;
	}
	return advice === undefined ? said : `${said}. ${advice}`;
}

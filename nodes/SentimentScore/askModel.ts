import { sleep } from 'n8n-workflow';

import { ModelFailure, readFailure } from '../core/chatModel';
import { DeadlineError, startDeadline, type Deadline } from '../shared/deadline';
import { retry, waitBeforeRetry, type Try } from '../shared/retry';
import type { ChatModel, ModelReply, ModelRequest } from './chatModel';

export interface AskSettings {
	/** For one ticket, over all tries and waits. */
	timeoutMs: number;
	/** Tries after the first. */
	retries: number;
	/** n8n's signal that the execution was stopped. */
	cancelled?: AbortSignal;
	/** Tickets that are asked about at the same time, at most. */
	concurrency: number;
	/** Takes secrets out of the other side's words. */
	hide: (text: string) => string;
}

/** So many tickets in a row without any answer, or two rounds of them, and the model is left alone for a while. */
const OUTAGE_AFTER = 5;
/** So many tickets in a row that are forbidden without a reason, and it is not the tickets. */
const NO_PERMISSION_AFTER = 2;
/** The other tickets wait so long for the first, which finds out whether the model can be used at all. */
const FIRST_ALONE_MS = 1000;
const OUTAGE_PAUSE_MS = 30_000;
const LONGEST_OWN_WAIT_MS = 8000;

/**
 * One model, asked for all tickets of a run: retries what passes, waits when told to, and stops asking when asking is
 * of no use.
 */
export class ModelLine {
	/** Why no further ticket will be asked about in this run. */
	finalFailure?: ModelFailure;
	/** When the limit of the account lets tickets through again, milliseconds since 1970. */
	private restsUntil = 0;
	private readonly model: ChatModel;
	private readonly settings: AskSettings;
	private first?: Promise<void>;
	private firstAnswered = () => {};
	private isFirstAnswered = false;
	private unanswered = 0;
	/** Answers in a row that forbid the model without saying whether it is the key or the ticket. */
	private forbidden = 0;
	private lastOutage?: ModelFailure;
	private outUntil = 0;

	constructor(model: ChatModel, settings: AskSettings) {
		this.model = model;
		this.settings = settings;
	}

	/** Resolves when it is time to ask: at once for the first ticket, for others when that one has been answered. */
	async ready(): Promise<void> {
		if (this.isFirstAnswered) return;
		if (this.first !== undefined) {
			await Promise.race([this.first, sleep(FIRST_ALONE_MS)]);
			return;
		}
		this.first = new Promise((resolve) => {
			this.firstAnswered = () => {
				this.isFirstAnswered = true;
				resolve();
			};
		});
	}

	/** Why a ticket need not be asked about now. Absent while the model is worth asking. */
	closedBy(): ModelFailure | undefined {
		if (this.finalFailure) return this.finalFailure;
		if (this.lastOutage === undefined) return undefined;
		if (Date.now() < this.outUntil) return this.lastOutage;
		// This ticket tries whether the model is back; the others do without it meanwhile.
		this.outUntil = Date.now() + OUTAGE_PAUSE_MS;
		return undefined;
	}

	/** @throws ModelFailure when there is no answer; whatever n8n throws when the execution was stopped */
	async ask(request: ModelRequest): Promise<ModelReply> {
		try {
			const reply = await this.askWithin(request);
			this.unanswered = 0;
			this.forbidden = 0;
			this.lastOutage = undefined;
			return reply;
		} catch (error) {
			throw this.counted(error);
		} finally {
			this.firstAnswered();
		}
	}

	private async askWithin(request: ModelRequest): Promise<ModelReply> {
		const { timeoutMs, retries, cancelled } = this.settings;
		const deadline = startDeadline(timeoutMs, cancelled);
		const attempt = async (tries: number): Promise<Try<ModelReply>> => {
			await this.rest(deadline);
			if (this.finalFailure) throw this.finalFailure;
			try {
				return { value: await deadline.race(this.model.ask(request, deadline.signal)) };
			} catch (thrown) {
				cancelled?.throwIfAborted();
				const error = this.failureOf(thrown);
				const isRateLimit = error.kind === 'rate-limit';
				// The limit is the account's, so the other tickets wait as well, even when this one cannot.
				if (isRateLimit) this.restFor(error.retryAfterMs ?? 0);
				return {
					failed: {
						error,
						isPassing: error.isWorthRetrying,
						waitMs:
							error.retryAfterMs ??
							Math.min(waitBeforeRetry(undefined, tries, Date.now()), LONGEST_OWN_WAIT_MS),
						// Waited out together with the others, before the next try.
						...(isRateLimit && { pause: async (waitMs) => this.restFor(waitMs) }),
					},
				};
			}
		};
		return await retry(attempt, deadline, retries + 1);
	}

	private restFor(milliseconds: number): void {
		this.restsUntil = Math.max(this.restsUntil, Date.now() + milliseconds);
	}

	/** Waits out a rate limit. */
	private async rest(deadline: Deadline): Promise<void> {
		for (;;) {
			const wait = this.restsUntil - Date.now();
			if (wait <= 0) return;
			if (wait >= deadline.remainingMs()) throw new ModelFailure('rate-limit');
			// Another ticket may be told meanwhile to wait for longer.
			await deadline.race(sleep(wait));
		}
	}

	private failureOf(error: unknown): ModelFailure {
		if (error instanceof DeadlineError) return new ModelFailure('timeout');
		return readFailure(error, this.settings.hide, Date.now());
	}

	private counted(thrown: unknown): unknown {
		if (!(thrown instanceof ModelFailure)) return thrown;
		const error = thrown.isUncertain ? this.decided(thrown) : thrown;
		if (error.isFinal) {
			this.finalFailure ??= error;
			return error;
		}
		if (error.kind !== 'outage' && error.kind !== 'timeout') {
			this.unanswered = 0;
			return error;
		}
		this.unanswered++;
		if (this.unanswered < Math.max(OUTAGE_AFTER, 2 * this.settings.concurrency)) return error;
		this.lastOutage = error;
		this.outUntil = Date.now() + OUTAGE_PAUSE_MS;
		return error;
	}

	/** Forbidden for the first ticket or for several in a row, the model is forbidden; else that one ticket was. */
	private decided({ detail }: ModelFailure): ModelFailure {
		this.forbidden++;
		const isFinal = !this.isFirstAnswered || this.forbidden >= NO_PERMISSION_AFTER;
		return new ModelFailure(isFinal ? 'no-permission' : 'rejected', { detail });
	}
}

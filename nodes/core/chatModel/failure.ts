/** Why a model gave no usable answer. */
export type FailureKind =
	| 'timeout'
	| 'rate-limit'
	| 'outage'
	| 'refusal'
	| 'content-filter'
	| 'incomplete'
	| 'schema-mismatch'
	| 'rejected'
	| 'invalid-key'
	| 'no-permission'
	| 'no-quota'
	| 'not-found'
	| 'no-credential'
	| 'not-connected';

interface FailureTraits {
	/** In plain words, to follow "because". */
	words: string;
	/** What an admin can do, for failures that every further ticket would meet as well. */
	advice?: string;
	isWorthRetrying?: boolean;
}

const TRAITS: Record<FailureKind, FailureTraits> = {
	timeout: { words: 'it did not answer in time' },
	'rate-limit': { words: 'its rate limit was reached', isWorthRetrying: true },
	outage: { words: 'it could not be reached or was out of order', isWorthRetrying: true },
	refusal: { words: 'it refused to answer' },
	'content-filter': { words: 'its content filter stopped the answer' },
	incomplete: { words: 'its answer was cut off' },
	'schema-mismatch': { words: 'its answer did not have the form asked for' },
	rejected: { words: 'it rejected the request' },
	'invalid-key': {
		words: 'the API key is not valid',
		advice: 'Open the credential of this node, enter a valid API key and test it',
	},
	'no-permission': {
		words: 'the API key may not use it',
		advice: "Choose another model, or allow this model in the API key's project",
	},
	'no-quota': {
		words: 'the account has no credit left',
		advice: 'Add credit or raise the spending limit in the billing settings of the account',
	},
	'not-found': {
		words: 'there is no such model or address',
		advice: 'Choose another model in "Model", or correct the Base URL of the credential',
	},
	'no-credential': {
		words: 'no credential is chosen, or it could not be read',
		advice: 'Choose or create an OpenAI credential in this node',
	},
	'not-connected': {
		words: 'no chat model is connected, or it could not be set up',
		advice:
			'Connect a chat model to the Model input and check its credential, or choose another Method',
	},
};

/** A model gave no usable answer. The message holds no secrets and no text of the customer. */
export class ModelFailure extends Error {
	readonly kind: FailureKind;
	/** What the other side said, without secrets. */
	readonly detail?: string;
	/** How long it asks to be left alone, in milliseconds. */
	readonly retryAfterMs?: number;
	/** The name of the request's part that was rejected, where the other side names one. */
	readonly rejectedPart?: string;
	/** Whether it may as well concern this ticket alone, e.g. when a firewall took offence at its text. */
	readonly isUncertain: boolean;
	private readonly shouldRetry?: boolean;

	constructor(
		kind: FailureKind,
		extra: {
			detail?: string;
			retryAfterMs?: number;
			rejectedPart?: string;
			shouldRetry?: boolean;
			isUncertain?: boolean;
		} = {},
	) {
		super(`The model gave no usable answer: ${TRAITS[kind].words}`);
		this.name = 'ModelFailure';
		this.kind = kind;
		this.detail = extra.detail;
		this.retryAfterMs = extra.retryAfterMs;
		this.rejectedPart = extra.rejectedPart;
		this.shouldRetry = extra.shouldRetry;
		this.isUncertain = extra.isUncertain ?? false;
	}

	/** In plain words, to follow "because". */
	get words(): string {
		return TRAITS[this.kind].words;
	}

	/** What an admin can do. Absent when the failure concerns one ticket or passes by itself. */
	get advice(): string | undefined {
		return TRAITS[this.kind].advice;
	}

	/** Whether every further ticket would fail the same way, so that asking again is of no use. */
	get isFinal(): boolean {
		return this.advice !== undefined && !this.isUncertain;
	}

	get isWorthRetrying(): boolean {
		return !this.isFinal && (this.shouldRetry ?? TRAITS[this.kind].isWorthRetrying ?? false);
	}

	/** Stable, for the item's `flags`. */
	get flag(): string {
		return `model-${this.kind}`;
	}
}

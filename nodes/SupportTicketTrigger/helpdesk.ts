import type { ChangePage, Look } from '../core/helpdesk/lookedTicket';

/** A request to the helpdesk's API; the host and the credential are the port's business. */
export interface HelpdeskRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the API's root, beginning with "/", e.g. "/api/v2/tickets/show_many.json". */
	path: string;
	query?: Record<string, string | number | boolean>;
	body?: unknown;
	headers?: Record<string, string>;
}

export interface HelpdeskResponse {
	status: number;
	/** Names in lower case. */
	headers: Readonly<Record<string, unknown>>;
	/** JSON where it is JSON, else the text. */
	body: unknown;
}

/** Sends a request with the node's credential; rejects only when no answer came at all. */
export type AskHelpdesk = (request: HelpdeskRequest) => Promise<HelpdeskResponse>;

/** A page of the past: what was created from `from` until before `to`. */
export interface Period {
	from: Date;
	to: Date;
}

/**
 * A helpdesk as the trigger uses it; one implementation for each. All methods throw HelpdeskError.
 * Nothing here writes to the log or knows n8n.
 */
export interface HelpdeskApi {
	/** Most IDs of one {@link look}. */
	readonly mostPerLook: number;
	/** What these tickets are now; one entry for each ID asked for. */
	look(ids: readonly string[], now: Date): Promise<Look[]>;
	/**
	 * A page of tickets that changed, for the reconcile.
	 * @param position of the page before; absent the first time, then everything since `since` counts
	 */
	changedSince(position: string | undefined, since: Date, now: Date): Promise<ChangePage>;
	/** A page of tickets that were created in a period, for the backfill. */
	createdIn(period: Period, position: string | undefined, now: Date): Promise<ChangePage>;
}

/** The helpdesk could not be asked. `message` is for admins: what happened and how to get going again. */
export class HelpdeskError extends Error {
	override readonly name = 'HelpdeskError';
	/** When the helpdesk wants to be asked again (its Retry-After); absent when it did not say. */
	readonly retryAt?: Date;
	/** Whether asking again without a change of settings cannot help (401, 403). */
	readonly isLasting: boolean;

	constructor(message: string, options: { retryAt?: Date; isLasting?: boolean } = {}) {
		super(message);
		this.retryAt = options.retryAt;
		this.isLasting = options.isLasting ?? false;
	}
}

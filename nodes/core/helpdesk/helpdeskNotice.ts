/** What a helpdesk's delivery says to somebody who asks its API for the rest. */
export type HelpdeskNotice =
	/** Something became of this ticket. `app` is Intercom's workspace, where the delivery names it. */
	| { kind: 'ticket'; id: string; app?: string }
	/** Nothing for us, e.g. a ping: answered with 200. */
	| { kind: 'ignored'; reason: string }
	/** Answered with 400 and the reason. */
	| { kind: 'unreadable'; reason: string };

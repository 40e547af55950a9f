/** A CRM could not be asked or refused to answer: what happened, and what the admin can do about it. */
export class CrmError extends Error {
	readonly description: string;

	/** Whether any other question would fare the same just now: the credential, a limit of calls, or the time is at fault. */
	readonly isOfAnyCall: boolean;

	constructor(message: string, description: string, isOfAnyCall = false) {
		super(message);
		this.description = description;
		this.isOfAnyCall = isOfAnyCall;
	}
}

/** A CRM could not be asked or refused to answer: what happened, and what the admin can do about it. */
export class CrmError extends Error {
	readonly description: string;

	constructor(message: string, description: string) {
		super(message);
		this.description = description;
	}
}

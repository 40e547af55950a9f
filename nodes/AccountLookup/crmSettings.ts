import type { CrmReading } from '../core/account';

/** Which fields of the CRM hold which fact; what is not named is unknown. */
export interface CrmFields {
	mrr?: string;
	currency?: string;
	renewal?: string;
	health?: string;
	owner?: string;
	domains?: string;
	/** What the helpdesk calls the customer's organization. */
	organization?: string;
	/** A field of opportunities or deals, not of the account. */
	dealMrr?: string;
}

export interface CrmSettings extends CrmReading {
	fields: CrmFields;
	/** Further fields of the account that are passed on as they are; at most 30. */
	moreFields: readonly string[];
	/** Which opportunities or deals the MRR is the sum of; absent where it is a field of the account. */
	mrrFromDeals?: 'open' | 'won';
	/** Record type ID (Salesforce) or pipeline ID (HubSpot) that these are kept in. */
	mrrDealGroup?: string;
	/** Whether the renewal date is the close date of the account's nearest open opportunity or deal. */
	renewalFromDeals: boolean;
	/** Record type ID (Salesforce) or pipeline ID (HubSpot) that renewals are kept in. */
	dealGroup?: string;
	/** "accountOwner", another field that names a "user", or a field that holds an "email" address. */
	ownerFrom: 'accountOwner' | 'user' | 'email';
	/** Days that the change of the health score is over. */
	healthDays: number;
	/** Whether parent accounts are needed, to choose between several. */
	needsParent: boolean;
	/** ISO date: renewals are looked for from here on. */
	today: string;
	/** Milliseconds since 1970. */
	now: number;
}

/** How the pickers are called on screen, so that an error can send the admin to the right one. */
export const PICKER_LABELS: Record<keyof CrmFields, string> = {
	mrr: 'MRR Field Name or ID',
	currency: 'Currency Field Name or ID',
	renewal: 'Renewal Date Field Name or ID',
	health: 'Health Score Field Name or ID',
	owner: 'Owner Field Name or ID',
	domains: 'Domains Field Name or ID',
	organization: 'Organization Field Name or ID',
	dealMrr: 'Amount Field Name or ID',
};

/** How the picker of what is passed on is called on screen. */
export const MORE_FIELDS_LABEL = 'More Field Names or IDs';

/** The picker a field was chosen in, or absent when it is none of the admin's. */
export function pickerOf(
	fields: CrmFields,
	matches: (field: string) => boolean,
	moreFields: readonly string[] = [],
): string | undefined {
	const found = (Object.keys(PICKER_LABELS) as Array<keyof CrmFields>).find((key) => {
		const field = fields[key];
		return field !== undefined && matches(field);
	});
	if (found !== undefined) return PICKER_LABELS[found];
	return moreFields.some(matches) ? MORE_FIELDS_LABEL : undefined;
}

/** How the pickers of record types and pipelines are called on screen. */
export const DEAL_GROUP_LABELS = {
	mrr: 'MRR Record Type or Pipeline Name or ID',
	renewal: 'Renewal Record Type or Pipeline Name or ID',
};

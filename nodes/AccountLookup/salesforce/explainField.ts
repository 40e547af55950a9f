import { DEAL_GROUP_LABELS, PICKER_LABELS, pickerOf, type CrmSettings } from '../crmSettings';
import { ownerRelationship } from './accountFields';
import { SalesforceApiError } from './failures';

/** Names the picker to change when Salesforce does not know a field, hides it, or cannot search it. */
export function explainField(cause: unknown, settings: CrmSettings): unknown {
	if (!(cause instanceof SalesforceApiError)) return cause;
	const words = wordsFor(cause, settings);
	return words ? new SalesforceApiError(cause.code, cause.detail, ...words) : cause;
}

type Words = [message: string, description: string];

function wordsFor({ code, detail }: SalesforceApiError, settings: CrmSettings): Words | undefined {
	switch (code) {
		case 'INVALID_TYPE': {
			const object = /sObject type '([^']+)'/i.exec(detail)?.[1] ?? 'an object';
			return [
				`The connected Salesforce user may not read ${object}`,
				`Ask a Salesforce admin for read permission on ${object}. Salesforce said: ${detail}`,
			];
		}
		case 'INVALID_QUERY_FILTER_OPERATOR':
			return wordsForRecordType(detail, settings);
		case 'INVALID_FIELD':
			return wordsForFilter(detail, settings) ?? wordsForField(detail, settings);
		default:
			return undefined;
	}
}

function wordsForRecordType(
	detail: string,
	{ mrrDealGroup, dealGroup }: CrmSettings,
): Words | undefined {
	if (!/ID field/i.test(detail)) return undefined;
	const isNamed = (group: string | undefined) => group !== undefined && detail.includes(group);
	const { mrr, renewal } = DEAL_GROUP_LABELS;
	const label = isNamed(mrrDealGroup) ? mrr : isNamed(dealGroup) ? renewal : undefined;
	if (label === undefined) return undefined;
	return [
		'Salesforce has no record type with the chosen ID',
		`Choose another one under "${label}". Salesforce said: ${detail}`,
	];
}

/** Fields that can be read but not searched: long text areas, and encrypted ones. */
function wordsForFilter(detail: string, { fields }: CrmSettings): Words | undefined {
	const named = /field '?([\w.]+)'? can ?not be filtered/i.exec(detail)?.[1];
	if (named === undefined) return undefined;
	const name = lastOf(named);
	const { domains } = fields;
	return [
		`The Salesforce field "${name}" cannot be searched`,
		domains !== undefined && isSame(lastOf(domains), name)
			? `Choose another one under "${PICKER_LABELS.domains}": a text area is searched, a long text area is not`
			: `It may be encrypted. Ask a Salesforce admin. Salesforce said: ${detail}`,
	];
}

function wordsForField(detail: string, settings: CrmSettings): Words {
	const [, column, owner] = /column '([\w.]+)' on entity '(\w+)'/i.exec(detail) ?? [];
	const named = column ?? /(?:column|relationship|field)\s+'?([\w.]+)'?/i.exec(detail)?.[1];
	const name = lastOf(named ?? '');
	const entity = owner ?? (/FROM Opportunity/i.test(detail) ? 'Opportunity' : 'Account');
	if (entity === 'Opportunity' && name === 'RecordTypeId') {
		const { mrr, renewal } = DEAL_GROUP_LABELS;
		return [
			'Salesforce has no record types of opportunities, or the connected user may not see them',
			`Empty "${settings.mrrDealGroup ? mrr : renewal}", or ask a Salesforce admin for read access to the field Record Type`,
		];
	}
	const picker = pickerFor(entity, name, settings);
	return [
		`Salesforce has no field "${name}" on the ${STANDARD_OBJECTS[entity] ?? entity}, or the connected user may not see it`,
		picker
			? `Choose another field under "${picker}", or ask a Salesforce admin for read access to it`
			: `Ask a Salesforce admin for read access to it. Salesforce said: ${detail}`,
	];
}

const STANDARD_OBJECTS: Record<string, string> = {
	Account: 'account',
	Contact: 'contact',
	Lead: 'lead',
	Opportunity: 'opportunity',
	User: 'user',
};

/** The picker of a field that Salesforce names by its last part, or by a relationship that leads to it. */
function pickerFor(entity: string, name: string, settings: CrmSettings): string | undefined {
	const { dealMrr, ...ofAccount } = settings.fields;
	if (entity === 'Opportunity') return pickerOf({ dealMrr }, (field) => isPartOf(field, name));
	const { owner } = ofAccount;
	return pickerOf(
		ofAccount,
		(field) => {
			if (field === owner && isSame(ownerRelationship(settings), name)) return true;
			// A field of the account itself is not the one of that name on a contact or user.
			return isPartOf(field, name) && (field.includes('.') || entity === 'Account');
		},
		settings.moreFields,
	);
}

function isPartOf(path: string, name: string): boolean {
	return path.split('.').some((part) => isSame(part, name));
}

function isSame(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

function lastOf(path: string): string {
	return path.split('.').at(-1) ?? '';
}

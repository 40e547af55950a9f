import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { MatchOptions } from '../core/account';
import { MOST_ACCOUNT_FIELDS } from '../core/item/accountFields';
import { trimmedTextOf } from '../core/values/text';
import { readLimits, readOptions, type Options } from './AccountLookup.properties';
import type { CrmCredential } from './crm';
import { CrmError } from './crmError';
import { MORE_FIELDS_LABEL, type CrmSettings } from './crmSettings';
import type { HubSpotCredentialType } from './hubspot/connect';
import type { SalesforceCredentialType } from './salesforce/session';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** The CRM that is set as source and the kind of credential chosen for it. */
export function readCredential(context: Context): CrmCredential {
	const read = (name: string) =>
		'getCurrentNodeParameter' in context
			? context.getCurrentNodeParameter(name)
			: context.getNodeParameter(name, 0);
	if (read('source') === 'hubspot') {
		return { crm: 'hubspot', type: read('hubspotAuthentication') as HubSpotCredentialType };
	}
	return { crm: 'salesforce', type: read('salesforceAuthentication') as SalesforceCredentialType };
}

/** What to say where nobody has chosen a credential yet; undefined where one is. */
export function missingCredential(
	context: Context,
	{ crm, type }: CrmCredential,
): CrmError | undefined {
	if (context.getNode().credentials?.[type] !== undefined) return undefined;
	return new CrmError(
		`No ${crm === 'hubspot' ? 'HubSpot' : 'Salesforce'} credential is chosen`,
		'Choose or create one in this node, beside "Authentication", or set "Source" to "Accounts From Input"',
	);
}

/** Where the CRM keeps each fact. */
export function readCrmSettings(
	context: IExecuteFunctions,
	{ chooseBy, today = '' }: MatchOptions,
	now: number,
): CrmSettings {
	const options = readOptions(context);
	const text = (name: string) => trimmedTextOf(context.getNodeParameter(name, 0, ''));
	const ownerFrom = context.getNodeParameter('ownerFrom', 0) as CrmSettings['ownerFrom'];
	const owner = ownerFrom === 'user' ? text('ownerUserField') : text('ownerEmailField');
	if (ownerFrom !== 'accountOwner' && owner === undefined) {
		throw new Error(
			'Choose a field under "Owner Field Name or ID", or set "Customer-Success Owner" to "Account Owner"',
		);
	}
	const renewalFromDeals = text('renewalFrom') === 'deals';
	const mrrFrom = text('mrrFrom');
	const mrrFromDeals = mrrFrom === 'open' || mrrFrom === 'won' ? mrrFrom : undefined;
	const dealMrr = mrrFromDeals && text('dealMrrField');
	if (mrrFromDeals !== undefined && dealMrr === undefined) {
		throw new Error(
			'Choose a field under "Amount Field Name or ID", or set "MRR From" to "Account Field"',
		);
	}
	return {
		fields: withoutAbsent({
			mrr: mrrFromDeals ? undefined : text('mrrField'),
			dealMrr,
			currency: trimmedTextOf(options.currencyField),
			renewal: renewalFromDeals ? undefined : text('renewalField'),
			health: text('healthField'),
			owner: ownerFrom === 'accountOwner' ? undefined : owner,
			domains: trimmedTextOf(options.domainsField),
			organization: trimmedTextOf(options.organizationField),
		}),
		moreFields: readMoreFields(options),
		mrrPeriod: context.getNodeParameter('mrrPeriod', 0, 'month') as CrmSettings['mrrPeriod'],
		defaultCurrency: trimmedTextOf(options.currency)?.toUpperCase(),
		mrrFromDeals,
		mrrDealGroup: mrrFromDeals && text('mrrDealGroup'),
		renewalFromDeals,
		dealGroup: renewalFromDeals ? text('dealGroup') : undefined,
		ownerFrom,
		healthDays: readLimits(context).healthDays,
		needsParent: chooseBy === 'parentAccount',
		today,
		now,
	};
}

/**
 * Each once; an expression may give them as one text with commas.
 * @throws Error when they are too many
 */
function readMoreFields({ moreFields }: Options): string[] {
	const names = [moreFields].flat().flatMap((text) => trimmedTextOf(text)?.split(',') ?? []);
	const chosen = [...new Set(names.flatMap((name) => trimmedTextOf(name) ?? []))];
	if (chosen.length > MOST_ACCOUNT_FIELDS) {
		throw new Error(
			`Choose at most ${MOST_ACCOUNT_FIELDS} fields under "${MORE_FIELDS_LABEL}" in Options; ${chosen.length} are chosen`,
		);
	}
	return chosen;
}

function withoutAbsent<T extends object>(values: T): T {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

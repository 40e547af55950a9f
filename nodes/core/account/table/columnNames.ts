/** The facts a row of known accounts can hold, each in one column. */
export type AccountColumn =
	| 'id'
	| 'name'
	| 'domains'
	| 'contacts'
	| 'parentId'
	| 'organizations'
	| 'mrr'
	| 'arr'
	| 'currency'
	| 'renewalDate'
	| 'healthScore'
	| 'healthChange'
	| 'healthChangeDays'
	| 'ownerName'
	| 'ownerEmail'
	| 'ownerSlackId'
	| 'ownerChannel'
	| 'url';

/**
 * Names people give these columns, in the form {@link columnKeys} makes, best guess first. "id" comes last: n8n's Data
 * Table puts its own row number there, beside the account's ID. Besides names of our own these are the headings of
 * exports: "Record ID", "Company Domain Name" and "Company Owner" are HubSpot's, "Account Owner" and "Account ID"
 * Salesforce's.
 *
 * "Annual Revenue" is not among them: in both CRMs it is the customer's own turnover.
 */
export const COLUMN_NAMES: Readonly<Record<AccountColumn, readonly string[]>> = {
	id: names(`accountid customerid clientid companyid organizationid organisationid crmid recordid accountnumber
		customernumber id`),
	name: names(`accountname companyname customername clientname organizationname organisationname name account company
		customer client organization organisation`),
	domains:
		names(`domains domain emaildomains emaildomain companydomains companydomain companydomainname domainname
		domainnames website websites companywebsite websiteurl web homepage`),
	contacts:
		names(`contactemails contactemail contacts contact emails email emailaddresses emailaddress
		primarycontactemail maincontactemail customeremail clientemail useremail requesteremail`),
	parentId: names('parentaccountid parentid parentcompanyid parentaccount'),
	organizations:
		names(`helpdeskorganizationid helpdeskorganizationids helpdeskorganisationid helpdeskorgid
		helpdeskcompanyid supportorganizationid zendeskorganizationid zendeskorganizationids zendeskorganisationid
		zendeskorgid zendeskid intercomcompanyid intercomid freshdeskcompanyid freshdeskid organizationid organisationid`),
	mrr: names(
		'mrr monthlyrecurringrevenue currentmrr totalmrr mrramount monthlyrevenue monthlyvalue',
	),
	arr: names(
		`arr annualrecurringrevenue yearlyrecurringrevenue currentarr totalarr arramount annualcontractvalue acv`,
	),
	currency: names('currency currencycode currencyisocode mrrcurrency arrcurrency accountcurrency'),
	renewalDate:
		names(`renewaldate renewal nextrenewaldate nextrenewal renewalat renewson renewsat contractrenewaldate
		contractenddate contractend contractendsat subscriptionenddate subscriptionend subscriptionrenewaldate`),
	healthScore:
		names(`healthscore health accounthealthscore accounthealth customerhealthscore customerhealth
		cshealthscore cshealth`),
	healthChange: names('healthchange healthscorechange healthdelta healthscoredelta'),
	healthChangeDays: names('healthchangedays healthscorechangedays healthchangewindow'),
	ownerName: names(`ownername csownername accountownername companyownername csmname csmanagername
		customersuccessmanagername customersuccessownername accountmanagername owner csowner accountowner companyowner csm
		csmanager customersuccessmanager customersuccessowner successmanager accountmanager`),
	ownerEmail:
		names(`owneremail csowneremail accountowneremail companyowneremail csmemail csmanageremail
		customersuccessmanageremail customersuccessowneremail successmanageremail accountmanageremail`),
	ownerSlackId: names('ownerslackid ownerslack csownerslackid csmslackid slackid'),
	ownerChannel: names('ownerchannel alertchannel notifyby preferredchannel'),
	url: names('accounturl companyurl url crmurl recordurl accountlink crmlink link'),
};

function names(list: string): readonly string[] {
	return list.split(/\s+/);
}

/**
 * The forms a heading is recognised in, the whole first: "Renewal Date", "renewal_date", "renewalDate" and
 * "Renewal_Date__c" are "renewaldate"; "Owner E-mail" is "owneremail"; what stands in brackets may be left out, so that
 * "MRR (USD)" is "mrrusd" or "mrr".
 */
export function columnKeys(name: string): string[] {
	const key = (text: string) =>
		text
			.replace(/__c$/, '')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]/gu, '');
	const keys = [key(name), key(name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ''))];
	return [...new Set(keys)].filter((one) => one !== '');
}

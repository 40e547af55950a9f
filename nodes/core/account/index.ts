export type { AccountColumn, ColumnMapping } from './table/columns';
export { readCrmAccount, type CrmReading, type CrmValues } from './crm/crmFacts';
export { sumOfDeals, type DealAmount } from './crm/dealFacts';
export { comparableEmail, readEmail, type EmailAddress } from './email';
export { healthChangeOver, type HealthReading } from './table/health';
export { readHealthRows, withLoggedHealth } from './table/healthRows';
export { nearestRenewal } from './crm/renewal';
export {
	companyHostOf,
	hostOf,
	hostsByDomain,
	isPersonalDomain,
	parentHosts,
	readDomainList,
	registrableDomain,
} from './domain';
export {
	addressesOf,
	indexAccounts,
	matchAccount,
	type AccountChoice,
	type AccountIndex,
	type MatchOptions,
} from './match';
export {
	readAccountRows,
	readAliasRows,
	readAttachedRows,
	type AccountRow,
	type AliasRow,
} from './table/rows';

export type { AccountColumn, ColumnMapping } from './columns';
export { readCrmAccount, type CrmReading, type CrmValues } from './crmFacts';
export { sumOfDeals, type DealAmount } from './dealFacts';
export { comparableEmail, readEmail, type EmailAddress } from './email';
export { healthChangeOver, type HealthReading } from './health';
export { readHealthRows, withLoggedHealth } from './healthRows';
export { nearestRenewal } from './renewal';
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
} from './rows';

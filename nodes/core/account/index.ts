export type { AccountColumn, ColumnMapping } from './columns';
export { readCrmAccount, type CrmReading, type CrmValues } from './crmFacts';
export { sumOfDeals, type DealAmount } from './dealFacts';
export { comparableEmail, readEmail, type EmailAddress } from './email';
export { healthChangeOver, type HealthReading } from './health';
export { readHealthRows, withLoggedHealth } from './healthRows';
export { nearestRenewal } from './renewal';
export { hostOf, hostsByDomain, isPersonalDomain, parentHosts, registrableDomain } from './domain';
export {
	addressesOf,
	indexAccounts,
	matchAccount,
	type AccountChoice,
	type AccountIndex,
	type MatchOptions,
} from './match';
export { readAccountRows, readAliasRows, type AccountRow, type AliasRow } from './rows';

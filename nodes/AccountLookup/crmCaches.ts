import type { AccountRow } from '../core/account';
import { BatchCache, type BatchCacheOptions } from './batchCache';

/** What a CRM answered, by what it was asked for. */
export interface CrmCaches {
	contacts: BatchCache<string[]>;
	organizations: BatchCache<string[]>;
	domains: BatchCache<string[]>;
	colleagues: BatchCache<string[]>;
	below: BatchCache<string[]>;
	accounts: BatchCache<AccountRow>;
}

const MINUTE = 60_000;

/**
 * How long answers are good for. With 0 `minutes` nothing outlives an execution, so that within one all
 * stays known, however long it takes.
 */
export function cacheOptions(minutes: number): BatchCacheOptions {
	const ttl = (minutes > 0 ? minutes : 60) * MINUTE;
	return { max: 5000, ttl, emptyTtl: Math.min(ttl, MINUTE) };
}

/** Caches for one credential and mapping. */
export function createCaches(minutes: number): CrmCaches {
	const options = cacheOptions(minutes);
	const isEmpty = (ids: string[] | undefined) => ids === undefined || ids.length === 0;
	return {
		contacts: new BatchCache(options, isEmpty),
		organizations: new BatchCache(options, isEmpty),
		domains: new BatchCache(options, isEmpty),
		colleagues: new BatchCache(options, isEmpty),
		below: new BatchCache(options, isEmpty),
		accounts: new BatchCache<AccountRow>(options),
	};
}

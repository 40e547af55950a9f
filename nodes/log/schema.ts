import type { Database } from './database';
import { LogError } from './errors';
import { VERSIONS } from './schemaVersions';

export const SCHEMA_VERSION = VERSIONS.length;

/**
 * Brings the database to this version's schema; does nothing when it is there already. Two processes
 * that start at once are safe: the second waits for the first.
 * @param upTo a version to stop at, for tests of later migrations
 * @throws LogError when a newer version of the pack has written it
 */
export async function migrate(database: Database, now: Date, upTo = SCHEMA_VERSION): Promise<void> {
	await database.transaction(async (query) => {
		// Whoever comes second waits here; on SQLite the transaction itself holds the others off.
		if (database.kind === 'postgres') {
			await query('select pg_advisory_xact_lock(7236301)');
			// Not "if not exists": it asks for a permission that is not needed when somebody made the schema before.
			const [schema] = await query(
				`select 1 as found from pg_namespace where nspname = 'cs_alerts'`,
			);
			if (schema === undefined) await query('create schema cs_alerts');
		}
		await query(
			'create table if not exists @versions (version bigint primary key, applied_at bigint not null)',
		);
		const [row] = await query<{ version: number | null }>(
			'select max(version) as version from @versions',
		);
		const found = row?.version ?? 0;
		if (found > SCHEMA_VERSION) {
			throw new LogError(
				`The log in ${database.place} was written by a newer version of n8n-nodes-cs-alerts (schema ${found}, this one knows ${SCHEMA_VERSION}). Update the pack on this n8n instance and on every worker`,
			);
		}
		for (const [index, statements] of VERSIONS.entries()) {
			const version = index + 1;
			if (version <= found || version > upTo) continue;
			for (const statement of statements) await query(statement);
			await query('insert into @versions (version, applied_at) values ($1, $2)', [
				version,
				now.getTime(),
			]);
		}
	});
}

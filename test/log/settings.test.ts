import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { LogError } from '../../nodes/log/errors';
import { openPostgres } from '../../nodes/log/postgres';
import { readLogPlace } from '../../nodes/log/settings';

const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withFile(text: string): string {
	const file = join(folder, String(Math.random()));
	writeFileSync(file, text);
	return file;
}

const url = 'postgres://n8n:secret@db.example:5432/n8n';

describe('where the log is', () => {
	it('is a file in n8n’s user folder', () => {
		expect(readLogPlace({ N8N_USER_FOLDER: '/data' })).toEqual({
			kind: 'sqlite',
			file: '/data/.n8n/cs-alerts/log.sqlite',
		});
		expect(readLogPlace({})).toEqual({
			kind: 'sqlite',
			file: join(homedir(), '.n8n/cs-alerts/log.sqlite'),
		});
	});

	it('is the PostgreSQL database that is set, or named in a file, as n8n’s own settings are', () => {
		const place = { kind: 'postgres', url };
		expect(readLogPlace({ CS_ALERTS_DATABASE_URL: ` ${url}\n` })).toEqual(place);
		expect(readLogPlace({ CS_ALERTS_DATABASE_URL_FILE: withFile(`${url}\n`) })).toEqual(place);
		expect(readLogPlace({ EXECUTIONS_MODE: 'queue', CS_ALERTS_DATABASE_URL: url })).toEqual(place);
	});

	it.each([
		['in queue mode without a database', { EXECUTIONS_MODE: 'queue' }, /queue mode.*Set CS_ALERTS/],
		[
			'with a file that is missing',
			{ CS_ALERTS_DATABASE_URL_FILE: '/nowhere/url' },
			/names \/nowhere\/url, which cannot be read/,
		],
		[
			'with a file that is empty',
			{ CS_ALERTS_DATABASE_URL_FILE: withFile(' \n') },
			/which is empty/,
		],
	])('is unknown %s, and what to do is said', (_when, environment, message) => {
		expect(() => readLogPlace(environment)).toThrow(LogError);
		expect(() => readLogPlace(environment)).toThrow(message);
	});
});

describe('an address that is none', () => {
	it.each([
		['without a scheme', 'db.example/n8n', /is no address/],
		['of another database', 'mysql://n8n:secret@db.example/n8n', /PostgreSQL only/],
		['with a "#" in the password', 'postgres://n8n:12#secret@db.example/n8n', /percent-encoded/],
		['with a "/" in the password', 'postgres://n8n:12/secret@db.example/n8n', /percent-encoded/],
		['with a "?" in the password', 'postgres://n8n:12?secret@db.example/n8n', /percent-encoded/],
		['with a "%" in the password', 'postgres://n8n:sec%ret@db.example/n8n', /percent-encoded/],
		['with a "%" in the database', 'postgres://n8n:secret@db.example/%zz', /percent-encoded/],
		['that is empty', '', /is no address/],
	])('%s is refused without showing the password', async (_what, address, message) => {
		const error = await openPostgres(address).catch((cause: unknown) => cause);
		expect(error).toBeInstanceOf(LogError);
		expect((error as LogError).message).toMatch(message);
		expect((error as LogError).message).not.toMatch(/secret|sec%ret|12/);
	});

	it('is not one that names its host in the query, or no database', async () => {
		for (const [address, place] of [
			['postgres:///n8n?host=/var/run/postgresql', '"n8n" on /var/run/postgresql'],
			['postgresql://db.example', 'database on db.example'],
			['postgres://n8n:p%23ss@db.example:6543/n8n?sslmode=disable', '"n8n" on db.example:6543'],
		] as const) {
			const database = await openPostgres(address);
			expect(database.place).toContain(place);
			await database.close();
		}
	});
});

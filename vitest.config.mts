import { defineConfig } from 'vitest/config';

/** Megabytes of hostile text, stand-in servers that hang, whole years: run by `npm test`, too slow for daily work. */
const THOROUGH = [
	'test/core/text/pathological.test.ts',
	'test/nodes/AccountLookup.{salesforce,hubspot,recorded,crm}.test.ts',
	'test/nodes/SupportTicketTrigger.hostile.test.ts',
	'test/nodes/CsAlertReport.year.test.ts',
];
// n8n's engine prints every error a node throws; the tests assert them instead.
const env = { N8N_LOG_LEVEL: 'silent' };

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					env,
					// One load of n8n's engine serves all files of a worker; none of them leaves anything behind.
					isolate: false,
					include: [
						'test/core/**/*.test.ts',
						'test/nodes/**/*.test.ts',
						'test/log/**/*.test.ts',
						'test/n8n/**/*.test.ts',
						'test/outbox/**/*.test.ts',
						'test/{rules,shared,workflows}/**/*.test.ts',
					],
					exclude: THOROUGH,
				},
			},
			{ test: { name: 'thorough', env, include: THOROUGH, testTimeout: 60_000 } },
			{
				test: {
					name: 'faults',
					include: ['test/faults/**/*.test.ts'],
					testTimeout: 900_000,
					hookTimeout: 900_000,
					fileParallelism: false,
				},
			},
			{
				test: {
					name: 'queue',
					include: ['test/queue/**/*.test.ts'],
					// Four processes start, and what died with one of them comes again after minutes.
					testTimeout: 1_800_000,
					hookTimeout: 1_800_000,
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['test/e2e/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 900_000,
					fileParallelism: false,
				},
			},
		],
	},
});

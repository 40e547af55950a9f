import { readFileSync, writeFileSync } from 'node:fs';

import type { Template } from './canvas/canvas.ts';
import { ACCOUNTS_TABLE } from './steps/accountsTable.ts';
import { tableCsv } from './steps/dataTable.ts';
import { OUTCOMES_TABLE } from './steps/outcomesTable.ts';
import { OWNERS_TABLE } from './steps/ownersTable.ts';
import { buildBackfill } from './templates/backfill.ts';
import { buildCsAlerts } from './templates/csAlerts.ts';
import { buildMailbox } from './templates/mailbox.ts';
import { buildReports } from './templates/reports.ts';
import { buildSetup } from './templates/setup.ts';

/** Every template by the name of its file in workflows/. */
export const buildTemplates = (): Record<string, Template> => ({
	'setup.json': buildSetup(),
	'cs-alerts.json': buildCsAlerts(),
	'reports.json': buildReports(),
	'backfill.json': buildBackfill(),
	'mailbox.json': buildMailbox(),
});

/** A template as its file holds it. */
export const toFile = (template: Template): string => `${JSON.stringify(template, undefined, 2)}\n`;

/** Beside the templates: the columns of the tables that people keep, to fill in. */
export const buildCsvFiles = (): Record<string, string> => ({
	'accounts.csv': tableCsv(ACCOUNTS_TABLE),
	'owners.csv': tableCsv(OWNERS_TABLE),
	'outcomes.csv': tableCsv(OUTCOMES_TABLE),
});

const folder = new URL('../', import.meta.url);

/** `npm run templates` writes the files; the test that they are up to date only reads. */
export const readTemplateFile = (name: string): string =>
	readFileSync(new URL(name, folder), 'utf8');

if (import.meta.main) {
	for (const [name, template] of Object.entries(buildTemplates())) {
		writeFileSync(new URL(name, folder), toFile(template));
		console.log(`workflows/${name}: ${template.nodes.length} nodes`);
	}
	for (const [name, text] of Object.entries(buildCsvFiles())) {
		writeFileSync(new URL(name, folder), text);
	}
}

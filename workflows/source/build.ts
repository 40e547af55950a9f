import { readFileSync, writeFileSync } from 'node:fs';

import type { Template } from './canvas.ts';
import { buildDigest } from './digest.ts';
import { freshdesk, intercom, zendesk } from './helpdesks.ts';
import { buildIntake } from './intake.ts';
import { buildRecover } from './recover.ts';
import { buildSetup } from './setup.ts';

/** Every template by the name of its file in workflows/. */
export const buildTemplates = (): Record<string, Template> => ({
	'setup.json': buildSetup(),
	'ticket-to-cs-alert-zendesk.json': buildIntake(zendesk),
	'ticket-to-cs-alert-intercom.json': buildIntake(intercom),
	'ticket-to-cs-alert-freshdesk.json': buildIntake(freshdesk),
	'recover-tickets.json': buildRecover(),
	'weekly-digest.json': buildDigest(),
});

/** A template as its file holds it. */
export const toFile = (template: Template): string => `${JSON.stringify(template, undefined, 2)}\n`;

const folder = new URL('../', import.meta.url);

/** `npm run templates` writes the files; the test that they are up to date only reads. */
export const readTemplateFile = (name: string): string =>
	readFileSync(new URL(name, folder), 'utf8');

if (import.meta.main) {
	for (const [name, template] of Object.entries(buildTemplates())) {
		writeFileSync(new URL(name, folder), toFile(template));
		console.log(`workflows/${name}: ${template.nodes.length} nodes`);
	}
}

import type { INodeParameters } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { TicketLog } from '../../nodes/TicketLog/TicketLog.node';
import { decisionOf, messageOf, NOW } from '../log/rig';
import { runNode } from '../support/engine';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();
const run = async (parameters: INodeParameters) =>
	await runNode(new TicketLog(), [[{ asked: true }]], {
		operation: 'forgetPerson',
		...parameters,
	});
const MIA = 'Mia@Globex.example';

async function withTickets() {
	const opened = await log.open();
	for (const id of [1, 2]) await opened.takeIn(messageOf(id), NOW);
	await opened.recordDecisions([decisionOf(1)], NOW);
	return opened;
}

describe('Ticket Log: Forget a Person', () => {
	it('gives a receipt that says what went, what stays and what else to do', async () => {
		await withTickets();
		const { outputs, error } = await run({ forgetEmail: ` ${MIA} ` });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]).toMatchObject({
			pairedItem: { item: 0 },
			json: {
				asked: true,
				log: {
					address: 'mia@globex.example',
					rows: { messages: 2, alerts: 1, deliveries: 1 },
					forgottenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
					summary:
						'4 rows lost this person’s words, name or address. 2 messages under way or in Review ended: skipped, or reviewed, because the sender was forgotten. 1 message to owners was taken back unsent. 1 alert of which nobody had been told was closed.',
					isOnlyCount: false,
				},
			},
		});
		const receipt = outputs[0]?.[0]?.json.log as { whatStays: string[]; whatElseToDo: string[] };
		expect(receipt.whatStays.join(' ')).toMatch(/Scores, labels/);
		const tasks = receipt.whatElseToDo.map((task) => task.split(':')[0]);
		expect(tasks).toEqual([
			'Slack',
			'Email and Teams',
			'n8n',
			'Helpdesk',
			'CRM, Data Tables and sheets',
			'Backups of the log',
		]);
		expect(JSON.stringify(await log.messages())).not.toMatch(/mia/i);
	});

	it('counts first, where it is told to', async () => {
		await withTickets();
		const { outputs } = await run({ forgetEmail: MIA, onlyCount: true });
		const receipt = outputs[0]?.[0]?.json.log;
		expect(receipt).toMatchObject({
			isOnlyCount: true,
			summary: expect.stringMatching(/^4 rows would lose .* 2 messages .* would end/) as string,
		});
		expect(receipt).not.toHaveProperty('forgottenAt');
		expect(JSON.stringify(await log.messages())).toMatch(/mia/i);
	});

	it('says so where the log knows nobody of that address', async () => {
		await withTickets();
		const { outputs } = await run({ forgetEmail: 'nobody@globex.example' });
		expect(outputs[0]?.[0]?.json.log).toMatchObject({
			rows: {},
			summary: 'Nothing of this person is in the log.',
		});
	});

	it.each([
		['={{ " " }}', 'Email is empty'],
		['Mia Chen', '"Mia Chen" is not one email address'],
	])('refuses "%s", naming the field', async (forgetEmail, message) => {
		expect((await run({ forgetEmail })).error?.message).toContain(message);
	});
});

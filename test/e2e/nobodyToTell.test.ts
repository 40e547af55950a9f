import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { zendesk } from '../demo/deliveries.ts';
import { startRig, type Rig } from '../support/rig.ts';

const FILE = 'cs-alerts.json';
/** Writes a ticket, and gets the alerts that nobody owns. */
const FALLBACK = 'pat@brand-new-startup.example';
const WORDS =
	'the fallback owner wrote the ticket. Enter somebody else in Fallback Owner Email, or fill in Slack Channel';

let rig: Rig;

async function setUp(parameters: Record<string, string>): Promise<void> {
	const { id } = rig.workflows[FILE];
	const { nodes } = await rig.n8n.workflow(id);
	await rig.n8n.updateWorkflow(id, {
		nodes: nodes.map((node) =>
			node.name === 'CS Alert Formatter'
				? { ...node, parameters: { ...node.parameters, ...parameters } }
				: node,
		),
	});
	await rig.n8n.publish(id);
}

beforeAll(async () => {
	rig = await startRig();
	await setUp({ channel: 'email', slackChannel: '', fallbackOwnerEmail: FALLBACK });
});
afterAll(async () => {
	await rig?.stop();
});

const delivery = async () => (await rig.log.all('deliveries'))[0];

describe('an alert that has nobody to go to, in a real n8n', () => {
	it('is undelivered at once, for all to see, with the field to fill in', async () => {
		await rig.n8n.waitForWebhook('cs-alerts/zendesk');
		await rig.deliver(
			zendesk({
				id: '4811',
				from: FALLBACK,
				name: 'Pat Doe',
				subject: 'All our data is gone',
				text: 'All of our data has disappeared since this morning and we want to cancel our contract.',
				expected: 'alerted',
			}),
		);
		await expect
			.poll(async () => (await delivery())?.state, { timeout: 30_000 })
			.toBe('undelivered');
		expect(await delivery()).toMatchObject({ kind: 'alert', attempt: 3 });
		expect(rig.outbox.messages).toEqual([]);
		const problems = async () => {
			const runs = await rig.n8n.executions(rig.workflows[FILE].id);
			return runs.flatMap(({ data }) =>
				data?.resultData.lastNodeExecuted === 'Tell of Problem'
					? (data.resultData.error?.message ?? '')
					: [],
			);
		};
		await expect.poll(problems, { timeout: 30_000 }).toHaveLength(1);
		expect((await problems())[0]).toContain('could not be delivered on any way');
		expect((await problems())[0]).toContain(WORDS);
	});
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { CsAlertResponseTrigger } from '../../nodes/CsAlertResponseTrigger/CsAlertResponseTrigger.node';
import { decisionOf } from '../log/rig';
import { hookDouble } from '../support/hookDouble';
import { settle, until, useTemporaryLog } from '../support/temporaryLog';
import { triggerDouble } from '../support/triggerDouble';

const log = useTemporaryLog();
const { checkExists, create, delete: remove } = new CsAlertResponseTrigger().webhookMethods.default;
const ADDRESS = 'https://n8n.example/webhook/cs-alerts/answer';
const hook = (options: Parameters<typeof hookDouble>[0] = {}) =>
	hookDouble({ address: ADDRESS, nodeId: 'responses', ...options });

let count = 0;
/** Where the links of the next alert lead; absent when it has none. */
async function linkOfNext(): Promise<string | undefined> {
	const opened = await log.open();
	const id = (count += 1);
	await opened.recordDecisions([decisionOf(id, { accountId: `a${id}` })], new Date());
	const { delivery } = await opened.leaseDelivery(60_000, new Date());
	return delivery?.links?.acknowledge;
}

const blockLog = () => writeFileSync(join(log.folder(), '.n8n'), 'in the way');
const freeLog = () => rmSync(join(log.folder(), '.n8n'));

afterEach(() => {
	vi.useRealTimers();
});

describe("the trigger's address", () => {
	it('is told to the log when the workflow is published, so that alerts carry links', async () => {
		expect(await linkOfNext()).toBeUndefined();
		expect(await checkExists.call(hook().context)).toBe(false);
		expect(await create.call(hook().context)).toBe(true);
		expect(await linkOfNext()).toMatch(
			/^https:\/\/n8n\.example\/webhook\/cs-alerts\/answer\?token=[\w-]+&action=acknowledge$/,
		);
	});

	it('has n8n call for it at each start: the node is one that n8n starts, and emits nothing', async () => {
		const { context, emitted } = triggerDouble();
		expect(await new CsAlertResponseTrigger().trigger.call(context)).toEqual({});
		expect(emitted).toEqual([]);
	});

	it('is told anew at each start of n8n, since it may have changed', async () => {
		await create.call(hook().context);
		const moved = hook({ activation: 'init', address: 'https://new.example/webhook/x' }).context;
		expect(await checkExists.call(moved)).toBe(false);
		await create.call(moved);
		expect(await linkOfNext()).toMatch(/^https:\/\/new\.example\/webhook\/x\?/);
	});

	it('is taken back when the workflow is unpublished', async () => {
		await create.call(hook().context);
		expect(await remove.call(hook().context)).toBe(true);
		expect(await linkOfNext()).toBeUndefined();
	});

	it('of a test in the editor is told to nobody, and takes back nothing', async () => {
		await create.call(hook().context);
		const test = hook({ mode: 'manual', address: 'https://n8n.example/webhook-test/x' }).context;
		await create.call(test);
		expect(await linkOfNext()).toContain(ADDRESS);
		await remove.call(test);
		expect(await linkOfNext()).toContain(ADDRESS);
	});

	it('that the log cannot take keeps the workflow from being published, in plain words', async () => {
		blockLog();
		await expect(create.call(hook().context)).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(log.folder()),
		});
	});

	it.each(['init', 'leadershipChange'] as const)(
		'that a log cannot take at %s throws nothing, and is told to it once it is back',
		async (activation) => {
			blockLog();
			vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
			const { context, warnings } = hook({ activation });
			expect(await create.call(context)).toBe(true);
			expect(warnings).toEqual([
				expect.stringContaining('the log does not know yet where answers are taken'),
			]);
			vi.advanceTimersByTime(30_000);
			await settle();
			freeLog();
			vi.advanceTimersByTime(30_000);
			await until(async () => (await linkOfNext()) !== undefined);
			expect(warnings).toHaveLength(1);
			expect(vi.getTimerCount()).toBe(0);
		},
	);

	it('that waits for the log is forgotten when the workflow is unpublished meanwhile', async () => {
		blockLog();
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		await create.call(hook({ activation: 'init' }).context);
		const { context, warnings } = hook();
		expect(await remove.call(context)).toBe(true);
		expect(warnings[0]).toContain('answers are no longer taken');
		expect(vi.getTimerCount()).toBe(0);
		freeLog();
		vi.advanceTimersByTime(120_000);
		await settle();
		expect(await linkOfNext()).toBeUndefined();
	});
});

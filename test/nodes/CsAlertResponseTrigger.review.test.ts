import { describe, expect, it } from 'vitest';

import { readReview } from '../../nodes/core/item/deliveryReaders';
import type { Ticket } from '../../nodes/core/item/types';
import { textOfPage } from '../core/response/readPage';
import { ADDRESS, RESPONSES } from '../log/lifeRig';
import { decisionOf, messageOf, normal, rowOf, SOURCE } from '../log/rig';
import { openLink, postForm, press, pressOf } from '../support/responseRig';
import { useTemporaryLog } from '../support/temporaryLog';

const log = useTemporaryLog();

/** A message that waits in Review, as the trigger took it in just now: the token of its links. */
async function waiting(email = 'mia@globex-labs.com'): Promise<string> {
	const opened = await log.open();
	const now = new Date();
	const ticket: Partial<Ticket> = { requester: { email } };
	await opened.saveTrigger({ source: SOURCE, workflowId: 'workflow-1' }, now);
	await opened.saveResponseAddress(RESPONSES, ADDRESS, now);
	await opened.takeIn(messageOf(1, ticket), now);
	const candidates = [
		{ id: 'G-1', name: 'Globex Europe' },
		{ id: 'G-2', name: 'Globex USA' },
	];
	const account = { status: 'ambiguous', candidates } as const;
	await opened.recordDecisions([{ ...decisionOf(1, { route: 'review', ticket }), account }], now);
	const { delivery } = await opened.leaseDelivery(60_000, now);
	const [entry] = readReview({ review: delivery?.content.review });
	const token = new URL(entry?.links.attach ?? '').searchParams.get('token');
	if (token === null) throw new Error('The message in Review has no link');
	return token;
}

describe('a message in Review', () => {
	it('shows its candidates, and changes nothing by that', async () => {
		const token = await waiting();
		const { status, page } = await openLink({ token, action: 'attach' });
		expect(status).toBe(200);
		const text = textOfPage(page);
		expect(text).toContain('Globex Europe G-1');
		expect(text).toContain('Globex USA G-2');
		expect(text).toContain('All of @globex-labs.com');
		expect((await rowOf(await log.open(), 1)).state).toBe('unattached');
	});

	it('attached to one with its whole domain is looked at again, and the domain is remembered', async () => {
		const token = await waiting();
		const { page, event } = await postForm({
			token,
			action: 'attach',
			account: 'known:G-2',
			wholeDomain: 'yes',
		});
		expect(textOfPage(page)).toMatch(/^Attached What waited in Review is looked at again/);
		expect(event).toMatchObject({
			action: 'attach',
			attached: ['@globex-labs.com'],
			account: { id: 'G-2', name: 'Globex USA' },
		});
		const opened = await log.open();
		expect(await opened.findAliases(['@globex-labs.com'])).toEqual([
			expect.objectContaining({ accountId: 'G-2', accountName: 'Globex USA' }),
		]);
		expect((await opened.leaseMessages(normal(), new Date())).entries).toHaveLength(1);
		const again = await postForm({ token, action: 'attach', account: 'known:G-1' });
		expect(textOfPage(again.page)).toMatch(/^This message was dealt with/);
		expect(again.event).toBeUndefined();
	});

	it('of a mail service that many share is attached by its address alone', async () => {
		const token = await waiting('jo@gmail.com');
		expect((await openLink({ token, action: 'attach' })).page).not.toContain('All of');
		const fields = { token, action: 'attach', account: 'known:G-1', wholeDomain: 'yes' };
		expect((await postForm(fields)).event).toMatchObject({ attached: ['jo@gmail.com'] });
	});

	it('is dismissed by a link or by a button in Slack, once', async () => {
		const token = await waiting();
		const button = pressOf({ type: 'button', action_id: 'cs_dismiss', value: token });
		expect((await press(button)).event).toMatchObject({ action: 'dismiss', by: '@dana' });
		const { page, event } = await postForm({ token, action: 'dismiss' });
		expect(textOfPage(page)).toMatch(/^This message was dealt with @dana looked at it/);
		expect(event).toBeUndefined();
	});
});

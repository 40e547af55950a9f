import { describe, expect, it } from 'vitest';

import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
import type { Alert } from '../../nodes/core/item/types';
import { runNode } from '../support/engine';

const item = {
	ticket: { key: 'zendesk:acme:1', subject: 'Export' },
	sentiment: { score: 85, topic: 'data', signals: [] },
	account: { status: 'matched', id: 'acme', name: 'Acme Corp', mrr: 3200, currency: 'USD' },
	gate: { route: 'alert', severity: 'critical', rules: [], history: {} },
};

const run = async (wording: Record<string, string>) => {
	const { outputs, hints, error } = await runNode(new CsAlertFormatter(), [[item]], { wording });
	expect(error).toBeUndefined();
	return { alert: outputs[0]?.[0]?.json.alert as unknown as Alert, hints };
};

describe('wording of the admin’s own', () => {
	it('is taken from the fields', async () => {
		const { alert, hints } = await run({
			title: '{account}, {mrr}',
			intro: 'Hi {recipient}',
			footer: 'See #cs-ops',
			actionLabel: 'What to do',
		});
		expect(hints).toEqual([]);
		expect([alert.title, alert.intro, alert.footer, alert.labels.action]).toEqual([
			'Acme Corp, $3,200',
			'Hi team',
			'See #cs-ops',
			'What to do',
		]);
	});

	it('with a placeholder that nothing stands for is refused by name, and the alert goes all the same', async () => {
		const { alert, hints } = await run({ title: '{acount}: {mrr} {x}', intro: 'Hi {recipient}' });
		expect(alert.title).toBe('Critical ticket from Acme Corp');
		expect(alert.intro).toBe('Hi team');
		expect(hints).toEqual([
			expect.stringMatching(
				/^Title under Wording is left .* nothing stands for \{acount\}, \{x\}\. Known are \{account\}, \{action\}, /,
			),
		]);
	});

	it('is refused in the panel while it is typed', () => {
		const [hint] = new CsAlertFormatter().description.hints ?? [];
		const isShown = (parameters: object): unknown => {
			const code = (hint?.displayCondition ?? '').slice(3, -2);
			const read = new Function('$parameter', `return ${code}`) as (parameters: object) => unknown;
			return read(parameters);
		};
		expect(hint?.message).toContain('Known are {account}, {action}, ');
		expect(isShown({})).toBe(false);
		expect(isShown({ wording: { title: '{ Account } is {score} {} { 1 }' } })).toBe(false);
		expect(isShown({ wording: { footer: 'See {acount}' } })).toBe(true);
		expect(isShown({ wording: { actionLabel: '{anything}' } })).toBe(false);
	});
});

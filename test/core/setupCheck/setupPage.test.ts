import { describe, expect, it } from 'vitest';

import { setupResult } from '../../../nodes/core/setupCheck/setupPage';
import type { CheckStatus, SetupCheck } from '../../../nodes/core/setupCheck/types';

const check = (status: CheckStatus, over: Partial<SetupCheck> = {}): SetupCheck => ({
	id: status,
	name: `Check ${status}`,
	status,
	found: `Found ${status}.`,
	...over,
});
const AT = 'Looked at on Nov 27, 2026';

describe('the result', () => {
	it.each<[CheckStatus[], boolean]>([
		[['ok'], true],
		[['ok', 'warning', 'skipped'], true],
		[['ok', 'problem'], false],
	])('of %j is ok: %s', (statuses, ok) => {
		expect(
			setupResult(
				statuses.map((status) => check(status)),
				AT,
			).ok,
		).toBe(ok);
	});

	it.each<[CheckStatus[], string]>([
		[['ok'], 'Everything that was looked at is in order. Looked at'],
		[['ok', 'skipped'], 'in order; 1 thing was not looked at. Looked at'],
		[['problem', 'warning', 'warning'], '1 problem and 2 warnings. Looked at'],
	])('of %j begins with what matters', (statuses, words) => {
		const { text, html } = setupResult(
			statuses.map((status) => check(status)),
			AT,
		);
		expect(text).toContain(words);
		expect(html).toContain(words);
	});

	it('lists what is broken first, with what to do', () => {
		const { text } = setupResult(
			[check('ok'), check('problem', { whatToDo: 'Publish it.' }), check('skipped')],
			AT,
		);
		expect(text.indexOf('To mend')).toBeLessThan(text.indexOf('In order'));
		expect(text.indexOf('In order')).toBeLessThan(text.indexOf('Not looked at'));
		expect(text).toContain('- Check problem: Found problem.\n  What to do: Publish it.');
	});

	it('says in words what a colour shows', () => {
		expect(setupResult([check('problem')], AT).html).toContain('Problem: </span>Check problem');
	});

	it('escapes whatever it was told, and links only to the web', () => {
		const evil = '<img src=x onerror=alert(1)>';
		const { html } = setupResult(
			[
				check('problem', { name: evil, found: evil, whatToDo: evil, link: 'javascript:alert(1)' }),
				check('warning', { link: 'https://n8n.example/workflow/w1?a="b"' }),
			],
			AT,
		);
		expect(html).not.toContain('<img');
		expect(html).not.toContain('javascript:');
		expect(html).toContain('href="https://n8n.example/workflow/w1?a=%22b%22"');
		expect(html).toContain("default-src 'none'");
	});

	it('keeps the checks in the order in which they were looked at', () => {
		const checks = [check('ok'), check('problem')];
		expect(setupResult(checks, AT).checks).toEqual(checks);
	});
});

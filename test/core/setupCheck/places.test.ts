import { describe, expect, it } from 'vitest';

import { publicAddressCheck, timeZoneCheck } from '../../../nodes/core/setupCheck/place';
import { slackChecks, slackUnreachable } from '../../../nodes/core/setupCheck/slack';

describe('the public address', () => {
	it.each([
		['https://n8n.northwind.com/webhook/x', 'ok'],
		['https://n8n.northwind.com:8443/', 'ok'],
		['http://n8n.northwind.com/', 'warning'],
		['http://localhost:5678/', 'warning'],
		['https://localhost/', 'warning'],
		['http://127.0.0.1:5678/webhook/x', 'warning'],
		['http://[::1]:5678/', 'warning'],
		['http://0.0.0.0:5678/', 'warning'],
		['https://192.168.1.20/', 'warning'],
		['https://10.0.0.8/', 'warning'],
		['https://172.20.0.3/', 'warning'],
		['https://172.32.0.3/', 'ok'],
		['https://n8n.local/', 'warning'],
		['https://n8n/', 'warning'],
	])('%s is %s', (address, status) => {
		expect(publicAddressCheck([address]).status).toBe(status);
	});

	it('says that links of a localhost open for nobody else, and what to set', () => {
		const check = publicAddressCheck(['http://localhost:5678/webhook/a', 'http://localhost:5678/']);
		expect(check.found).toContain('n8n is at http://localhost:5678.');
		expect(check.found).toContain('links in alerts will not open for others');
		expect(check.whatToDo).toContain('N8N_WEBHOOK_URL');
	});

	it('is skipped where none is known', () => {
		expect(publicAddressCheck(['', 'no address']).status).toBe('skipped');
	});
});

describe('the time zone', () => {
	it.each([
		['America/New_York', undefined, 'warning'],
		['America/New_York', 'America/New_York', 'ok'],
		['Europe/Berlin', 'Europe/Berlin', 'ok'],
		['Europe/Berlin', undefined, 'ok'],
		['Asia/Tokyo', 'Europe/Berlin', 'warning'],
	])('%s with GENERIC_TIMEZONE %s is %s', (workflow, n8n, status) => {
		const check = timeZoneCheck(workflow, n8n);
		expect(check.status).toBe(status);
		expect(check.found).toContain(workflow);
		if (status === 'warning') expect(check.whatToDo).toContain('Settings → Timezone');
	});
});

describe('Slack', () => {
	const auth = { ok: true, user: 'cs-alerts', team: 'Northwind' };
	const all = 'chat:write,users:read,users:read.email,channels:read';
	const statuses = (...answers: Parameters<typeof slackChecks>) =>
		slackChecks(...answers).map(({ id, status }) => [id, status]);

	it('with all scopes and in the channel is in order', () => {
		const channel = { ok: true, channel: { name: 'cs-alerts', is_member: true } };
		const checks = slackChecks({ auth, scopes: all, channel });
		expect(checks.map(({ status }) => status)).toEqual(['ok', 'ok']);
		expect(checks[0]?.found).toContain('cs-alerts in Northwind');
		expect(checks[1]?.found).toBe('The app is in #cs-alerts.');
	});

	it.each([
		['channels:read', 'problem', 'chat:write is missing'],
		['chat:write', 'warning', 'Member IDs cannot be found'],
		['chat:write, users:read.email', 'warning', 'Member IDs cannot be found'],
		[undefined, 'ok', 'does not say what the app may do'],
		['chat:write,users:read,users:read.email', 'ok', 'sent again, marked as a repeat'],
	])('with the scopes %s is %s', (scopes, status, words) => {
		const [app] = slackChecks({ auth, scopes });
		expect(app?.status).toBe(status);
		expect(app?.found).toContain(words);
	});

	it('names the scopes that a look before a repeat lacks, and no others', () => {
		const [some] = slackChecks({ auth, scopes: `${all},channels:history` });
		expect(some?.whatToDo).toContain('add groups:history and im:history.');
		const every = `${all},channels:history,groups:history,im:history`;
		expect(slackChecks({ auth, scopes: every })[0]).not.toHaveProperty('whatToDo');
	});

	it.each([
		[{ ok: false, error: 'invalid_auth' }, 'invalid_auth'],
		['<html>', 'cannot be read'],
		[undefined, 'cannot be read'],
	])(
		'that refuses the token with %j is a problem, and no channel is asked about',
		(answer, words) => {
			const checks = slackChecks({ auth: answer, channel: { ok: true } });
			expect(checks).toHaveLength(1);
			expect(checks[0]).toMatchObject({ status: 'problem' });
			expect(checks[0]?.found).toContain(words);
		},
	);

	it.each([
		['is not in it', { ok: true, channel: { name: 'cs', is_member: false } }, 'problem'],
		['is archived', { ok: true, channel: { is_archived: true, is_member: true } }, 'problem'],
		['is unknown', { ok: false, error: 'channel_not_found' }, 'problem'],
		['may not be seen', { ok: false, error: 'missing_scope', needed: 'channels:read' }, 'skipped'],
		['is nothing', { ok: true }, 'problem'],
	])('a channel that %s', (_, channel, status) => {
		expect(statuses({ auth, scopes: all, channel })).toEqual([
			['slack', 'ok'],
			['slackChannel', status],
		]);
	});

	it('that cannot be called is a problem with the reason', () => {
		expect(slackUnreachable('getaddrinfo ENOTFOUND slack.com').found).toContain('ENOTFOUND');
	});
});

import { expect, it } from 'vitest';

import { webLink } from '../../../nodes/core/values/link';

it.each([
	['https://acme.zendesk.com/agent/tickets/1', 'https://acme.zendesk.com/agent/tickets/1'],
	['http://desk.example', 'http://desk.example/'],
	['https://acme.zendesk.com@evil.example/agent', undefined],
	['javascript:alert(1)', undefined],
	['data:text/html,x', undefined],
	['not a link', undefined],
	[undefined, undefined],
])('the link of %s is %s', (url, link) => {
	expect(webLink(url)).toBe(link);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { answerOfError, readChannelAnswer } from '../../../nodes/core/log/channelAnswer';

const DELIVERED = { isDelivered: true };

describe("the answer of n8n's Slack node", () => {
	const posted = {
		ok: true,
		channel: 'C024BE7LH',
		message: { text: 'x', ts: '1763888400.000100' },
		message_timestamp: '1763888400.000100',
	};

	it('names the message, so that it can be updated', () => {
		expect(readChannelAnswer(posted)).toEqual({
			isDelivered: true,
			message: { channel: 'C024BE7LH', ts: '1763888400.000100' },
		});
	});

	it('tells a copy that an earlier attempt left', () => {
		expect(readChannelAnswer({ ...posted, earlierCopy: true })).toEqual({
			...readChannelAnswer(posted),
			isEarlierCopy: true,
		});
		expect(readChannelAnswer({ ...posted, earlierCopy: 'yes' })).toEqual(readChannelAnswer(posted));
	});

	it.each([
		['ts itself', { ok: true, channel: 'C1', ts: '1.2' }],
		['only the message', { ok: true, channel: 'C1', message: { ts: '1.2' } }],
	])('has the time stamp also where it gives %s', (_, json) => {
		expect(readChannelAnswer(json).message).toEqual({ channel: 'C1', ts: '1.2' });
	});

	it.each([
		[{ ok: true }],
		[{ ok: true, channel: 7, ts: '1.2' }],
		[{ ok: true, channel: 'C1', ts: null, message: 'posted' }],
	])('is a delivery without a name of its message: %j', (json) => {
		expect(readChannelAnswer(json)).toEqual(DELIVERED);
	});

	it.each([
		[
			{ ok: false, error: 'channel_not_found' },
			{ error: 'Slack refused the message: channel_not_found' },
		],
		[{ ok: false }, { error: 'Slack refused the message: no reason given' }],
		[
			{ ok: false, error: 'ratelimited' },
			{ error: 'Slack refused the message: ratelimited', retryAfterMs: 30_000 },
		],
		[
			{ ok: false, error: 'internal_error' },
			{ error: 'Slack refused the message: internal_error', mayHaveArrived: true },
		],
	])('is no delivery when it says so: %j', (json, answer) => {
		expect(readChannelAnswer(json)).toEqual({ isDelivered: false, ...answer });
	});

	it.each(['<html>Please log in</html>', '', null, 7, ['ok']])(
		'is no delivery when it is no JSON object, as from a proxy: %j',
		(json) => {
			expect(readChannelAnswer(json)).toMatchObject({
				isDelivered: false,
				error: expect.stringContaining('cannot be read'),
				mayHaveArrived: true,
			});
		},
	);
});

describe("the answer of n8n's Send Email node", () => {
	const sent = {
		accepted: ['jo@team.example'],
		rejected: [],
		response: '250 ok',
		envelope: { from: 'cs@team.example', to: ['jo@team.example'] },
		messageId: '<9c7034db@team.example>',
	};

	it('is a delivery when all were accepted', () => {
		expect(readChannelAnswer(sent)).toEqual(DELIVERED);
		expect(readChannelAnswer(sent, { recipient: 'jo@team.example' })).toEqual(DELIVERED);
	});

	it('is none when the recipient was rejected, though a copy was taken', () => {
		const json = { ...sent, accepted: ['boss@team.example'], rejected: ['jo@team.example'] };
		expect(readChannelAnswer(json, { recipient: 'jo@team.example' })).toEqual({
			isDelivered: false,
			error: 'The mail server refused jo@team.example. Check the address of the owner',
			mayHaveArrived: true,
		});
	});

	it('is one when only a copy was rejected: else the owner would get it again for two days', () => {
		const json = { ...sent, rejected: ['gone@team.example'] };
		expect(readChannelAnswer(json, { recipient: 'Jo@Team.example' })).toEqual(DELIVERED);
		expect(readChannelAnswer(json)).toMatchObject({ isDelivered: false, mayHaveArrived: true });
	});

	it('is none when nobody was accepted', () => {
		expect(readChannelAnswer({ accepted: [], rejected: [] })).toEqual({
			isDelivered: false,
			error: 'The mail server refused the recipient. Check the address of the owner',
			mayHaveArrived: false,
		});
	});
});

describe('the answer of any other node', () => {
	it.each([
		['Teams', { id: '1616990032035', body: { content: 'x' }, chatId: '19:x', eventDetail: null }],
		['a webhook that answers with text', { data: 'ok' }],
		['a whole HTTP response', { statusCode: 202, headers: {}, body: '' }],
		['no error after all', { id: 1, error: null }],
		['an empty error', { id: 1, error: '' }],
	])('is a delivery: %s', (_, json) => {
		expect(readChannelAnswer(json)).toEqual(DELIVERED);
	});

	it.each([
		['the alert itself, from a disabled node', { alert: { title: 'x' }, delivery: { id: 'd' } }],
		['a delivery without an alert', { delivery: { id: 'd' } }],
		['nothing, from "Always Output Data"', {}],
	])('is none: %s', (_, json) => {
		expect(readChannelAnswer(json)).toEqual({
			isDelivered: false,
			isUnwritten: true,
			error:
				'Nothing was sent: the node of this channel is disabled or sends nothing. Choose a credential in that node, enable it and publish, or let alerts go by a channel whose node is enabled',
		});
	});

	it('from a disabled node names the node, its channel, and why it was that one', () => {
		const tried = {
			channel: 'slack',
			because: 'it is Default Channel',
			node: 'Post to Slack',
		} as const;
		expect(readChannelAnswer({ alert: {} }, tried).error).toMatch(
			/^Nothing was sent in Slack: the node "Post to Slack" is disabled or sends nothing\. This channel was chosen because it is Default Channel\. /,
		);
	});

	it('of HTTP Request with the status is read by it, and its Retry-After is obeyed', () => {
		const json = {
			body: { ok: false, error: 'ratelimited' },
			headers: { 'Retry-After': '27' },
			statusCode: 429,
			statusMessage: 'Too Many Requests',
		};
		expect(readChannelAnswer(json)).toEqual({
			isDelivered: false,
			error: 'Too Many Requests: 429',
			retryAfterMs: 27_000,
		});
	});
});

/**
 * What n8n 2.41.3's own nodes gave out against a stand-in that failed on purpose: the error of the
 * whole run (its `messages` hold what n8n put its words in the place of), and under "On Error:
 * Continue" the text on the item.
 */
const RECORDED: Array<[what: string, error: unknown, mayHaveArrived: boolean]> = [
	['Slack: no such channel', 'Slack error response: "channel_not_found"', false],
	['Slack: scope', 'Your Slack credential is missing required Oauth Scopes', false],
	['Slack: its own fault', 'Slack error response: "internal_error"', true],
	['Slack: its own fault', 'Slack error response: "fatal_error"', true],
	['Slack: 429', 'The service is receiving too many requests from you', false],
	['Slack: 500', 'The service was not able to process your request', true],
	[
		'Slack: 500, run',
		{
			message: 'The service was not able to process your request',
			description: 'oops',
			messages: ['500 - "oops"'],
		},
		true,
	],
	[
		'Slack: 503',
		'Service unavailable - try again later or consider setting this node to retry automatically (in the node settings)',
		true,
	],
	['502', 'Bad gateway - the service failed to handle your request', true],
	['504', 'Gateway timed out - perhaps try again later?', true],
	['another 5xx', 'The service failed to process your request', true],
	['400', 'Bad request - please check your parameters', false],
	['401', 'Authorization failed - please check your credentials', false],
	['403', 'Forbidden - perhaps check your credentials?', false],
	['404', 'The resource you are requesting could not be found', false],
	['another 4xx', 'Your request is invalid or could not be processed by the service', false],
	[
		'Slack: cut off',
		'The connection to the server was closed unexpectedly, perhaps it is offline. You can retry the request immediately or wait and retry later.',
		true,
	],
	[
		'Slack: cut off, run',
		{
			message: 'The connection to the server was closed unexpectedly, perhaps it is offline.',
			messages: ['socket hang up'],
		},
		true,
	],
	[
		'timed out',
		"The connection timed out, consider setting the 'Retry on Fail' option in the node settings",
		true,
	],
	['aborted', 'The connection was aborted, perhaps the server is offline', true],
	['nobody there', 'The service refused the connection - perhaps it is offline', false],
	[
		'nobody there, run',
		{
			message: 'The service refused the connection - perhaps it is offline',
			messages: ['connect ECONNREFUSED 127.0.0.1:9'],
			httpCode: 'ESOCKET',
		},
		false,
	],
	[
		'no such host',
		'The connection cannot be established, this usually occurs due to an incorrect host (domain) value',
		false,
	],
	['no DNS', 'The DNS server returned an error, perhaps the server is offline', false],
	['no way there', 'The host is unreachable, perhaps the server is offline', false],
	['mail: password', 'Invalid login: 535 5.7.8 Authentication failed', false],
	['mail: password, run', { message: 'Invalid login: 535 no', httpCode: 'EAUTH' }, false],
	[
		'mail: recipient',
		"Can't send mail - all recipients were rejected: 550 No such user here",
		false,
	],
	['mail: sender', 'Mail command failed: 421 4.7.0 try later', false],
	['mail: before the text', 'Data command failed: 451 4.3.0 full', false],
	['mail: after the text', 'Message failed: 554 spam', false],
	['mail: after the text, for now', 'Message failed: 451 try again later', false],
	['mail: greeting', 'Invalid greeting. response=554 go away: 554 go away', false],
	['mail: cut off', 'Connection closed unexpectedly', true],
	[
		'mail: cut off, run',
		{ message: 'Connection closed unexpectedly', httpCode: 'ECONNECTION' },
		true,
	],
	['mail: silent', 'Timeout', true],
	['mail: nobody there', 'connect ECONNREFUSED 127.0.0.1:9', false],
	['mail: no such host', 'getaddrinfo ENOTFOUND nope.invalid', false],
	[
		'mail: no TLS',
		{
			message: '406D:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number',
			httpCode: 'ESOCKET',
		},
		false,
	],
	[
		'HTTP Request: 500',
		{ message: '500 - "oops"', name: 'AxiosError', code: 'ERR_BAD_RESPONSE', status: 500 },
		true,
	],
	[
		'HTTP Request: 404',
		{ message: '404 - "no"', name: 'AxiosError', code: 'ERR_BAD_REQUEST', status: 404 },
		false,
	],
	['HTTP Request: cut off', { message: 'socket hang up', code: 'ECONNRESET' }, true],
	['a run that was stopped by hand', 'The execution was cancelled manually', true],
	['no credential', 'Node does not have any credentials set', false],
	['something else', 'Cannot read properties of undefined', false],
];

describe('an error', () => {
	it.each(RECORDED)('may have let the message through or not: %s: %j', (_, error, may) => {
		const answer = readChannelAnswer({ error });
		expect(answer.isDelivered).toBe(false);
		expect(answer.mayHaveArrived ?? false).toBe(may);
		expect(answerOfError(error)).toEqual(answer);
	});

	it('says all it has, each thing once', () => {
		const error = {
			message: 'The service is receiving too many requests from you',
			description: 'ratelimited',
			messages: ['429 - {"ok":false,"error":"ratelimited"}'],
			name: 'NodeOperationError',
		};
		expect(answerOfError(error).error).toBe(
			'The service is receiving too many requests from you: ratelimited: 429 - {"ok":false,"error":"ratelimited"}',
		);
	});

	it('that says nothing has words all the same', () => {
		expect(answerOfError({}).error).toBe('The channel gave no reason');
		expect(answerOfError(undefined).error).toBe('The channel gave no reason');
	});

	it('that quotes a whole letter is cut', () => {
		expect(answerOfError(new Error('x'.repeat(10_000))).error).toHaveLength(300);
	});

	it('does not give away what its request was sent with', () => {
		const error = Object.assign(new Error('401 - {}'), {
			options: { headers: { Authorization: 'Bearer xoxb-secret' } },
			config: { auth: 'xoxb-secret' },
			context: { request: { headers: { Authorization: 'Bearer xoxb-secret' } } },
		});
		expect(JSON.stringify(answerOfError(error))).not.toContain('secret');
	});
});

describe('Retry-After', () => {
	const axios = (headers: object) =>
		Object.assign(new Error('429 - {"ok":false,"error":"ratelimited"}'), {
			statusCode: 429,
			response: { headers, status: 429 },
		});

	it("is found in the cause of an error, as n8n's request helper throws it", () => {
		const error = new Error('The service is receiving too many requests from you', {
			cause: axios({ 'retry-after': '27' }),
		});
		expect(answerOfError(error).retryAfterMs).toBe(27_000);
	});

	it('is found where n8n keeps a response that is no error', () => {
		const error = {
			message: 'busy',
			errorResponse: { statusCode: 503, headers: { 'Retry-After': 5 } },
		};
		expect(answerOfError(error)).toMatchObject({ retryAfterMs: 5000, mayHaveArrived: true });
	});

	it('is half a minute where nothing tells it, as with what n8n leaves of its Slack node', () => {
		const spread = { ...new Error('x', { cause: axios({ 'retry-after': '27' }) }) };
		const error = { ...spread, message: 'The service is receiving too many requests from you' };
		expect(answerOfError(error).retryAfterMs).toBe(30_000);
		const item = {
			message: "Try spacing your requests out using the batching settings under 'Options'",
			status: 429,
		};
		expect(answerOfError(item).retryAfterMs).toBe(30_000);
	});

	it.each(['soon', '-5', '', 'Mon, 23 Nov 2026 12:00:05 GMT', {}, null])(
		'that is no number of seconds counts for none: %j',
		(value) => {
			expect(answerOfError(axios({ 'retry-after': value })).retryAfterMs).toBe(30_000);
		},
	);

	it('of days is an hour: one channel must not hold up the others for so long', () => {
		expect(answerOfError(axios({ 'retry-after': '999999' })).retryAfterMs).toBe(3_600_000);
	});
});

describe('whatever a node gives out', () => {
	const json = fc.jsonValue({ maxDepth: 6 });
	const hostile = fc.dictionary(
		fc.constantFrom(
			'ok',
			'error',
			'message',
			'messages',
			'cause',
			'accepted',
			'rejected',
			'statusCode',
			'headers',
			'response',
			'channel',
			'ts',
			'errorResponse',
			'httpCode',
			'description',
			'status',
			'__proto__',
		),
		fc.oneof(
			json,
			fc.dictionary(fc.constantFrom('headers', 'retry-after', 'cause', 'error', 'message'), json),
		),
	);

	it('is an answer: delivered or not, and if not, with a reason', () => {
		fc.assert(
			fc.property(fc.oneof(json, hostile), (value) => {
				const answer = readChannelAnswer(value, { recipient: 'jo@team.example' });
				expect(typeof answer.isDelivered).toBe('boolean');
				if (!answer.isDelivered) expect(answer.error).toMatch(/\S/);
				if (answer.retryAfterMs !== undefined) {
					expect(answer.retryAfterMs).toBeGreaterThanOrEqual(0);
					expect(answer.retryAfterMs).toBeLessThanOrEqual(3_600_000);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('ends also where errors lie in each other without end', () => {
		const error: Record<string, unknown> = { message: 'round' };
		error.cause = error;
		expect(answerOfError(error).error).toBe('round');
	});
});

import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { slackIdOf } from '../core/alert/owners/slackId';
import {
	SLACK_SKIPPED,
	slackChecks,
	slackUnreachable,
	unreadableChannel,
} from '../core/setupCheck/slack';
import type { SetupCheck } from '../core/setupCheck/types';
import { trimmedTextOf } from '../core/values/text';
import { reasonOf } from '../shared/reasonOf';
import type { SlackAccess } from './setupProperties';

const API = 'https://slack.com/api';
const TIMEOUT_MS = 10_000;

/** What Slack says of the app and its channel, where Slack is chosen. */
export async function askSlack(context: IExecuteFunctions): Promise<SetupCheck[]> {
	const access = context.getNodeParameter('slack', 0, 'none') as SlackAccess;
	if (access === 'none') return [SLACK_SKIPPED];
	const named = trimmedTextOf(context.getNodeParameter('slackChannelId', 0, ''));
	const id = named === undefined ? undefined : slackIdOf(named);
	const ask = async (method: string, query: Record<string, string> = {}) =>
		await request(context, access, { method: 'GET', url: `${API}/${method}`, qs: query });
	try {
		const auth = await ask('auth.test');
		const channel =
			id === undefined ? undefined : (await ask('conversations.info', { channel: id })).body;
		const checks = slackChecks({ auth: auth.body, scopes: auth.scopes, channel });
		return named !== undefined && id === undefined ? [...checks, unreadableChannel(named)] : checks;
	} catch (error) {
		return [slackUnreachable(reasonOf(error))];
	}
}

async function request(
	context: IExecuteFunctions,
	access: Exclude<SlackAccess, 'none'>,
	options: IHttpRequestOptions,
): Promise<{ body: unknown; scopes?: string }> {
	const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
		context,
		access,
		{ ...options, timeout: TIMEOUT_MS, returnFullResponse: true, json: true },
	);
	const { body, headers } = answer as { body: unknown; headers: Record<string, unknown> };
	return { body, scopes: trimmedTextOf(headers['x-oauth-scopes']) };
}

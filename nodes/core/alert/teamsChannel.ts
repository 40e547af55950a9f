/** A channel of Microsoft Teams as Microsoft Graph addresses it. */
export interface TeamsChannel {
	/** The team's ID, a GUID. */
	team: string;
	/** e.g. "19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2". */
	channel: string;
	/** As the link names it, e.g. "General". */
	name: string;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CHANNEL_ID = /^19:[\w-]+@thread\.(?:tacv2|skype)$/;
const HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.microsoft.us'];
const HOW =
	'In Teams, open the menu of the channel, choose Get link to channel, and paste that link, which begins with https://teams.microsoft.com/l/channel/';

/**
 * The channel that a link names, as Teams gives it under "Get link to channel":
 * https://teams.microsoft.com/l/channel/19%3a…%40thread.tacv2/General?groupId=…&tenantId=…
 * @throws Error saying how to get such a link, for anything else
 */
export function teamsChannelOf(link: string | undefined): TeamsChannel {
	if (link === undefined) {
		throw new Error(`A message is to go to Microsoft Teams. Fill in Teams Channel Link. ${HOW}`);
	}
	const found = channelIn(link);
	if (found === undefined) {
		throw new Error(`Teams Channel Link is no link to a channel of Microsoft Teams. ${HOW}`);
	}
	return found;
}

function channelIn(link: string): TeamsChannel | undefined {
	try {
		const { protocol, hostname, pathname, searchParams } = new URL(link);
		const [, l, kind, channel = '', name = ''] = pathname.split('/').map(decodeURIComponent);
		const team = searchParams.get('groupId') ?? '';
		const isOurs =
			protocol === 'https:' && HOSTS.includes(hostname) && l === 'l' && kind === 'channel';
		if (!isOurs || !GUID.test(team) || !CHANNEL_ID.test(channel)) return undefined;
		return { team, channel, name: name === '' ? 'the Teams channel' : name };
	} catch {
		return undefined;
	}
}

/** A member, a bot's user, a conversation or a group of one, as Slack's API names them (docs.slack.dev). */
const SLACK_ID = /^[UWCDG][A-Z0-9]{2,}$/;
/** A mention, as it comes when somebody copies it: "<@U02AB>", "<@U02AB|dana>", "<#C02AB|alerts>". */
const MENTION = /^<[@#]([A-Z0-9]+)(?:\|[^>]*)?>$/;
/** "https://acme.slack.com/team/U02AB", "…/archives/C02AB", "slack://user?team=T1&id=U02AB". */
const LINK =
	/^(?:https:\/\/[^/]+\/(?:team|archives)\/|slack:\/\/(?:user|channel)\?.*\bid=)([A-Z0-9]+)/;

/**
 * The ID in what people write where a Slack ID belongs: the ID itself, a mention or a link that holds it.
 * Absent when there is none, as in "@dana": Slack takes no names of people.
 */
export function slackIdOf(text: string): string | undefined {
	const plain = text.trim();
	const found = MENTION.exec(plain)?.[1] ?? LINK.exec(plain)?.[1] ?? plain;
	return SLACK_ID.test(found) ? found : undefined;
}

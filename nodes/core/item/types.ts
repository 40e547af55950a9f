/**
 * The item contract: every node adds one of these keys to `item.json` and never replaces the item.
 * A fact that is not known is absent: never `0`, never `''`, never `null`.
 */

export type Helpdesk = 'zendesk' | 'intercom' | 'freshdesk' | 'other';

/** What made a message come in: a new ticket, a customer's reply to one, or a satisfaction rating. */
export type TicketEvent = 'new' | 'reply' | 'csat';

/** The person who wrote. */
export interface Requester {
	email?: string;
	name?: string;
}

/** The customer's organization as the helpdesk keeps it. */
export interface TicketOrganization {
	/** In the helpdesk. */
	id?: string;
	name?: string;
	/** What the helpdesk keeps of another system's ID, mostly the CRM's. */
	externalId?: string;
	domains?: string[];
}

/** An earlier message of the same ticket, as it was scored. */
export interface PreviousMessage {
	messageId: string;
	/** 0–100, higher = more frustrated. */
	score: number;
	/** When it was written, or when it came in where that is not known. */
	createdAt: string;
}

/** Written under `ticket`: one message of a customer. Dates are ISO 8601 in UTC. */
export interface Ticket {
	/**
	 * Unique over helpdesks and their instances, e.g. "zendesk:acme:12345". Empty on a ticket that was
	 * mapped by hand without one.
	 */
	key: string;
	/** Of the message within the ticket; with {@link key} it is unique. */
	messageId?: string;
	event?: TicketEvent;
	/** One of {@link Helpdesk} where we know the system; any other name is kept as it came. */
	helpdesk?: string;
	/** Which of several accounts at the helpdesk, e.g. "acme" of acme.zendesk.com. */
	instance?: string;
	id?: string;
	subject?: string;
	/** This message only, as received: text or HTML. */
	body?: string;
	requester?: Requester;
	organization?: TicketOrganization;
	createdAt?: string;
	receivedAt?: string;
	/** The agent's view of the ticket. */
	url?: string;
	channel?: string;
	tags?: string[];
	/** What its customer wrote before in the same ticket, oldest first; at most the last 20. */
	previous?: PreviousMessage[];
	/** When an agent last wrote to the customer. */
	lastAgentReplyAt?: string;
	/** Where the ticket stands at the helpdesk, e.g. "open" or "solved". */
	status?: string;
	/** The address of the agent who forwarded it; the requester is then whose words it holds. */
	forwardedBy?: string;
	/** Whether it was fetched from before the workflow ran: scored for the reports, never alerted. */
	backfill?: boolean;
	/** Whether someone sent it to try the workflow out. */
	isTest?: boolean;
}

export type RiskLevel = 'critical' | 'high' | 'mediumHigh' | 'lowMedium';

/** One piece of evidence: `quote` is `cleanedText.slice(start, end)`, always. */
export interface Signal {
	name: string;
	riskLevel: RiskLevel;
	/** 0–100: the score this signal asks for on its own. */
	weight: number;
	quote: string;
	start: number;
	end: number;
}

export type SentimentLabel = 'Positive' | 'Neutral' | 'Frustrated' | 'Critical';

/** Written under `sentiment`. */
export interface Sentiment {
	/** 0–100, higher = more frustrated. */
	score: number;
	/**
	 * 0–100: the score before any phrase of the word list lifted it, so that it can be told later what other weights would
	 * have made of it. Absent where the word list cannot have lifted it, or nobody knows.
	 */
	unlistedScore?: number;
	label: SentimentLabel;
	topic: string;
	/** One or two sentences of the customer's own text. Absent when there was no text. */
	summary?: string;
	/** The text that was scored: what the customer newly wrote. The signals' offsets point into it. */
	text: string;
	signals: Signal[];
	/** Characters of the ticket that were not scored, by kind, e.g. `{ quote: 812 }`. Absent when all was. */
	cut?: Record<string, number>;
	/** The words that raised or lowered Built-In's score most, when they were asked for. */
	words?: WordEffect[];
	/** How the score was made, e.g. "Built-In". */
	method: string;
	/** 0–1. */
	confidence: number;
	/** ISO 639-1, e.g. "en". Absent when it could not be told. */
	language?: string;
	flags: string[];
	/** Hash of what the score depends on: taxonomy, prompt and model. */
	version: string;
	/** What a model quoted besides its signals: like theirs, each is `text.slice(start, end)`. Absent without a model. */
	quotes?: Quote[];
	/** How many pieces of personal data were kept from the model, by kind, e.g. `{ email: 2 }`. Absent when none. */
	redacted?: Record<string, number>;
	/** What asking the model took. Absent when none was asked or it did not say. */
	usage?: ModelUsage;
}

/** A sentiment as far as later nodes need it: the scored text itself is not part of it. */
export type KnownSentiment = Pick<
	Sentiment,
	'score' | 'summary' | 'signals' | 'quotes' | 'topic' | 'flags'
> &
	Partial<Pick<Sentiment, 'label' | 'language' | 'version' | 'unlistedScore'>>;

/** A piece of the scored text, `text.slice(start, end)`, and what it did to the score. */
export interface WordEffect {
	text: string;
	start: number;
	end: number;
	/** Log-odds: positive raised the score, negative lowered it. */
	effect: number;
}

/** A passage of the scored text: `quote` is `text.slice(start, end)`, always. */
export interface Quote {
	quote: string;
	start: number;
	end: number;
}

export interface ModelUsage {
	model: string;
	inputTokens: number;
	/** Part of {@link inputTokens} that the model had kept from earlier calls. Absent when it does not say. */
	cachedInputTokens?: number;
	outputTokens: number;
	/** By list price. Absent when the model's price is not known. */
	estimatedCostUsd?: number;
}

export interface Owner {
	name?: string;
	email?: string;
	/** Slack member or channel ID of the owner, e.g. "U024BE7LH". */
	slackId?: string;
	/** Where the owner wants alerts. */
	channel?: AlertChannel;
}

/** What a CRM or a table knows of one customer. */
export interface AccountFacts {
	id?: string;
	name?: string;
	/** Monthly recurring revenue in {@link currency}. */
	mrr?: number;
	/** ISO 4217. */
	currency?: string;
	/** ISO date, e.g. "2026-12-24". */
	renewalDate?: string;
	/** 0–100. */
	healthScore?: number;
	/** Points gained (positive) or lost (negative) over `days`. */
	healthChange?: { points: number; days: number };
	owner?: Owner;
	/** The owner in the CRM, when their user is deactivated: {@link owner} is then absent. */
	inactiveOwner?: Owner;
	url?: string;
	/** What else its source says of it, e.g. `{ plan: 'Gold' }`: rules may ask for it, alerts do not show it. */
	fields?: AccountFields;
}

/** By the names that the source gives them; at most 30. */
export type AccountFields = Readonly<Record<string, string | number | boolean>>;

export type AccountStatus = 'matched' | 'ambiguous' | 'unmatched' | 'personal-domain' | 'error';

/** Written under `account`. */
export interface Account extends AccountFacts {
	status: AccountStatus;
	matchedBy?: 'contact' | 'alias' | 'organization' | 'domain';
	/**
	 * How sure the match is: "exact" for a contact, an address attached by hand or an organization known by its ID,
	 * "likely" for a domain of the requester or the organization, an address without its plus tag, or an account chosen among several by the admin's rule.
	 */
	certainty?: 'exact' | 'likely';
	/** Facts of the matched account that are unknown. */
	missing?: Array<'mrr' | 'renewalDate' | 'healthScore' | 'healthChange' | 'owner'>;
	/** Why there is no single account, or how it was chosen among several, in plain words. */
	reason?: string;
	/** Only when `status` is "ambiguous". */
	candidates?: AccountFacts[];
}

export type Route = 'alert' | 'review' | 'digest';
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** A row of the gate that fired. */
export interface FiredRule {
	/** The same for the row in every decision, so that decisions can be counted by it. */
	id: string;
	/** As the admin called the row. Absent when it has no name. */
	name?: string;
	/** In plain words with the numbers compared, to be read on its own. */
	text: string;
}

/** Money in a sentence: as it is written there, and what it is. */
export interface WrittenAmount {
	text: string;
	amount: number;
	/** As the account or the rule names it, ISO 4217 for the most part. Absent where it is unknown. */
	currency?: string;
}

/** Written under `gate`. */
export interface GateDecision {
	route: Route;
	severity: Severity;
	rules: FiredRule[];
	/** Why the ticket went where it went, in one line. */
	reason: string;
	/** Facts that a rule asked for and that were unknown. */
	missing: string[];
	/** What would have changed the decision, e.g. "Would not have alerted below 65". */
	counterfactual: string;
	history: TicketHistory;
	/** Hash of the rules and policies that decided: two decisions with the same were made by the same gate. */
	config: string;
	/** Several accounts tell of the same topic at once. Absent when they do not, or when nobody looked. */
	incident?: Incident;
	/** The money in {@link rules}, {@link reason} and {@link counterfactual}, so that it can be written as its readers write money. */
	amounts?: WrittenAmount[];
	/** From which rise of the score on an open alert comes again instead of being updated. Absent: 10. */
	worseByPoints?: number;
}

/** What looks like one trouble that several accounts have at once. */
export interface Incident {
	topic: string;
	/** Accounts that told of it within {@link minutes}, this one included. */
	accounts: number;
	minutes: number;
}

/** An earlier ticket of an account. */
export interface EarlierTicket {
	key?: string;
	/** When its message came in, ISO 8601. */
	at: string;
	/** The agent's view of it. */
	url?: string;
}

export interface TicketHistory {
	/** Frustrated tickets (score 65 or more) of this account in the last 30 days, this one not counted. Absent when no history came in. */
	frustratedTickets30Days?: number;
	/** The earliest of them. Absent when there is none. */
	firstFrustratedTicket?: EarlierTicket;
	/** Whole days that the customer has waited for an agent. Absent where nobody knows. */
	daysWithoutReply?: number;
	/** ISO 8601 time of the account's last alert. */
	lastAlertAt?: string;
	/** The account's alert that has not ended. */
	openAlert?: OpenAlert;
}

export type OpenAlertState = 'open' | 'acknowledged' | 'snoozed';

export interface OpenAlert {
	state: OpenAlertState;
	/** ISO 8601. */
	openedAt: string;
	/** The score it was last sent with: a rise is measured from it. */
	score?: number;
	/** ISO 8601. Only when it is snoozed. */
	snoozedUntil?: string;
}

export type DeliveryKind =
	| 'alert'
	| 'update'
	| 'reminder'
	| 'escalation'
	| 'review'
	| 'answer'
	| 'closed'
	| 'digest';

/** What people can answer to an alert; `attach` and `dismiss` answer what stands in Review. */
export type ResponseAction =
	| 'acknowledge'
	| 'useful'
	| 'noise'
	| 'wrongAccount'
	| 'wrongOwner'
	| 'snooze'
	| 'close'
	| 'attach'
	| 'dismiss';

export type Verdict = 'useful' | 'noise' | 'wrongAccount' | 'wrongOwner';

/** Where each answer is given: links that belong to one person and end after a time. */
export type ActionLinks = Partial<Record<ResponseAction, string>>;

/** How an alert stands; what its message says of that is written from this. Times are ISO 8601. */
export interface AlertStanding {
	state: OpenAlertState | 'closed';
	openedAt: string;
	acknowledgedAt?: string;
	acknowledgedBy?: string;
	snoozedUntil?: string;
	snoozedBy?: string;
	/** When the manager was told, since nobody had answered. */
	escalatedAt?: string;
	/** When its owner said that the account is not theirs, so that their manager has it, or the fallback owner. */
	handedOnAt?: string;
	/** Who has it since, once they were told: a name, an address or a Slack channel. */
	handedOnTo?: string;
	closedAt?: string;
	closedBy?: string;
	/** In plain words, e.g. "The helpdesk solved the ticket". */
	closedBecause?: string;
	verdict?: Verdict;
	verdictBy?: string;
}

/** One account of an incident. */
export interface IncidentAccount {
	id?: string;
	name?: string;
	mrr?: number;
	currency?: string;
	/** The highest score of its messages, 0–100. */
	score?: number;
	/** The newest ticket's. */
	ticketUrl?: string;
}

/** What an incident alert is about. */
export interface IncidentAccounts {
	topic: string;
	/** Those of this alert's owner, highest MRR first; at most 50. */
	accounts: IncidentAccount[];
	/** How many were left out. */
	more: number;
	/** Accounts of the same owner that told of it shortly before and have an alert of their own. Absent when there are none. */
	alerted?: IncidentAccount[];
}

/** One message that waits in Review. */
export interface ReviewEntry {
	ticket: Ticket;
	sentiment?: KnownSentiment;
	account?: Account;
	gate: GateDecision;
	/** `attach` and `dismiss`. */
	links: ActionLinks;
	/** What has become of it, where it waits no more: in plain words, and when (ISO 8601). */
	reviewed?: { because: string; at?: string };
}

/** One step of what happens while nobody answers an alert. */
export interface FollowUp {
	kind: 'reminder' | 'escalation';
	/** ISO 8601. */
	at: string;
}

/** Whom a delivery has come to: the owner, the owner over another channel, or their manager. */
export type DeliveryStep = 'owner' | 'otherChannel' | 'manager';

/** A message in Slack, as its API names it. */
export interface SlackMessageId {
	channel: string;
	/** Slack's time stamp, which is the message's ID within the channel, e.g. "1763888400.000100". */
	ts: string;
}

/** Written under `delivery`: one message that is due to be sent. */
export interface Delivery {
	/** Unique; the log takes the channel's answer under it. */
	id: string;
	kind: DeliveryKind;
	/** The alert it belongs to. Absent where it belongs to none, as for a digest. */
	alertId?: string;
	/** Which try this is, from 1. */
	attempt: number;
	/** Whether an earlier try may have gone out without its answer being recorded. */
	mayBeRepeat: boolean;
	step: DeliveryStep;
	/** The alert's message in Slack so far, or the list of Review that is changed. Absent when none was sent there. */
	message?: SlackMessageId;
	/** How many messages of customers the alert has taken in, this one included. Absent without an alert. */
	messages?: number;
	/** The alert as it was last sent whole, for an update of it. */
	sent?: {
		ticket?: Ticket;
		sentiment?: KnownSentiment;
		account?: Account;
		gate?: GateDecision;
		/** The reply that the alert suggested. */
		replyDraft?: string;
	};
	/** Why it comes, in one line: an open alert again, a reminder, an escalation. */
	news?: string;
	/** Where its reader answers. Absent while no CS Alert Response Trigger is published. */
	links?: ActionLinks;
	/** How its alert stands by now. Absent without an alert. */
	standing?: AlertStanding;
	/** Only of an incident alert. */
	incident?: IncidentAccounts;
	/** Whether the log keeps it until the end of its reader's quiet hours, where the alert asks for that. */
	mayWait?: boolean;
	/** Where a copy of it may stand already. Only of what may be a repeat, where that is known. */
	earlier?: EarlierPlace;
}

/** Where in Slack an earlier copy of a message would stand. */
export interface EarlierPlace {
	/** ID of the conversation. */
	channel: string;
	/** ISO 8601; it was not sent before then. */
	since: string;
}

export type AlertChannel = 'slack' | 'email' | 'teams';

export interface AlertRecipient {
	name?: string;
	email?: string;
	/** Slack member ID, channel ID or channel name, as chat.postMessage takes it. */
	slack?: string;
	/** Name of the Microsoft Teams channel. Only of messages that go there. */
	teams?: string;
	/** Whether the fallback owner gets it: nobody active owned the account, or the owner could not be reached. */
	isFallback: boolean;
	/** True where the fallback owner gets it because no account was found. */
	noAccount?: boolean;
	/** Name or address of the owner whose user is deactivated, where that is why the fallback owner gets it. */
	inactiveOwner?: string;
	/** Name or address of the owner who is away, where that is why somebody else gets it. */
	standsInFor?: string;
}

/** A place where the reader of an alert answers it. */
export interface AnswerLink {
	action: ResponseAction;
	/** e.g. "Acknowledge". */
	label: string;
	url: string;
}

/** The alert before it is rendered for a channel. All texts are plain text, nothing is escaped. */
export interface AlertContent {
	title: string;
	/** A line of the admin's own above everything else. */
	intro?: string;
	/** A line of the admin's own below everything else. */
	footer?: string;
	/** What its sections are called. */
	labels: {
		summary: string;
		evidence: string;
		riskFactors: string;
		action: string;
		why: string;
	};
	/** What must be known before reading on, e.g. that it is a test or may be a repeat. One line each. */
	notices: string[];
	/** How it stands by now, e.g. "✅ Acknowledged by Dana Reyes, 2:02 PM". One line each; none while nobody answered. */
	standing: string[];
	/** e.g. "Acme Corp — Health: 58/100, down 14 pts this week". */
	accountLine: string;
	/** Who wrote what where, e.g. "From “Jo O'Neil” (jo@acme.com), Zendesk #4811: “Export broken”". */
	ticketLine: string;
	/** e.g. "Owner: Dana Reyes". */
	ownerLine: string;
	/** The ticket's own subject. */
	subject?: string;
	summary?: string;
	/** Quotes of the customer that raised the score. */
	evidence: string[];
	riskFactors: string[];
	recommendedAction: string;
	/** By when, e.g. "by Nov 24, 9:00 AM". */
	actBy?: string;
	/** The same as ISO 8601. */
	actByTime?: string;
	/** Where the recommended action is described at length. */
	playbookUrl?: string;
	/** A reply to the customer that a chat model suggests, in one paragraph. We never send it. */
	replyDraft?: string;
	/** What has changed since the alert was last sent whole. Only of an update. */
	changes?: string[];
	/** Who was told before, in one line. */
	told?: string;
	/** The accounts of an incident, and how many were left out. */
	affected?: { entries: DigestEntry[]; more: number };
	/** Accounts of the same owner that have an alert of their own about the same. Only of an incident. */
	alreadyAlerted?: DigestEntry[];
	/** The answers its reader can give. None where nothing takes them. */
	answers: AnswerLink[];
	/** Why this alert came: the gate's rules. */
	why: string[];
	ticketUrl?: string;
	/** The account's first frustrated ticket within 30 days, where it is in the same helpdesk. */
	firstTicketUrl?: string;
	accountUrl?: string;
	/** 0–100. Absent when the ticket could not be scored. */
	score?: number;
	severity: Severity;
}

/**
 * What a message is to be sent as: a new one of its channel, or for one that stands in Slack a change and a reply in
 * its thread ("slackUpdate"), a change alone ("slackEdit"), a reply alone ("slackReply"); "slackRepeat" is a new one
 * that may stand there already; "hold" is not sent now.
 */
export type SendVia =
	| AlertChannel
	| 'slackUpdate'
	| 'slackEdit'
	| 'slackReply'
	| 'slackRepeat'
	| 'hold';

/** As Slack's chat.postMessage and chat.update take it. */
export interface SlackMessage {
	/** For notifications and screen readers. */
	text: string;
	blocks: Array<Record<string, unknown>>;
}

/** A request to Microsoft Graph that posts into a channel: `POST` of the body to the URL. */
export interface TeamsMessage {
	url: string;
	/** A chatMessage with an Adaptive Card. */
	body: {
		body: { contentType: 'html'; content: string };
		attachments: Array<{ id: string; contentType: string; content: string }>;
	};
}

/** Written under `alert`: a message ready to be sent, whatever it is about. */
export interface SendableMessage {
	title: string;
	/** The whole message as plain text, to be read where no channel renders it. */
	text: string;
	recipient: AlertRecipient;
	channel: AlertChannel;
	/** Why that channel, after "because". Absent where it is a detour. */
	channelBecause?: string;
	via: SendVia;
	slack: SlackMessage;
	/** What goes into the thread, when `via` is "slackUpdate" or "slackReply". */
	slackReply?: SlackMessage;
	/** The message in Slack that is changed or replied to; {@link slack} is then that message as it now stands. */
	slackMessage?: SlackMessageId;
	/** Where to look for an earlier copy, when `via` is "slackRepeat". */
	earlier?: EarlierPlace;
	/** Only when `via` is "teams". */
	teams?: TeamsMessage;
	email: { subject: string; html: string; text: string };
	/** ISO 8601; when it is to be sent instead of now. Only when `via` is "hold". */
	holdUntil?: string;
	/** What happens while nobody answers; written with an alert, and kept as it was then. */
	followUps?: FollowUp[];
}

/** Written under `alert` for an alert and for an update of one. */
export interface Alert extends SendableMessage, AlertContent {}

/** What of an alert a task in the CRM is made of. */
export type AlertTask = Pick<Alert, 'recommendedAction' | 'actByTime' | 'ticketUrl'>;

/** One line of a digest. */
export interface DigestEntry {
	text: string;
	/** The agent's view of the ticket. */
	url?: string;
}

export interface DigestSection {
	title: string;
	entries: DigestEntry[];
	/** How many entries were left out. */
	more: number;
}

/** Written under `digest`: what came in over some days, before it is rendered. Plain text, nothing is escaped. */
export interface Digest {
	/** e.g. "Support frustration, week to 28 Nov 2026: 8 alerts in 95 tickets". */
	title: string;
	/** What matters most, in one or two sentences. */
	lead: string;
	/** ISO 8601. */
	since: string;
	until: string;
	/** Messages by their state in the log; states of none are left out. Absent in an owner's. */
	counts?: Record<string, number>;
	sections: DigestSection[];
	/** Whose accounts it tells of: it goes to them as their alerts do. Absent in the lead's, which tells of all. */
	owner?: Owner;
}

import { oneLine } from '../../../../values/tables';
import { COUNTS, FAULT, NOBODY, ORDINALS, UNITS } from './alternatives';

export const repeatedContact: readonly string[] = [
	`(${ORDINALS}) (time|ticket|email|message|attempt|reminder|outage|incident|complaint|agent|request)`,
	'second time (this|in|that|now|already|today|since|we|i)',
	'second (outage|incident|reminder|complaint|attempt|ticket) (this|in|already|about|since|now)',
	`(${ORDINALS}|second) (week|day|month) (running|of waiting|in a row|without|waiting)`,
	'in its (third|fourth|fifth|sixth|seventh|eighth) (week|month)',
	'yet again',
	'here we go again',
	'once again (broken|failed|down|fails|wrong|having|not|no)',
	`(${COUNTS}|many) (tickets|emails|reminders|complaints|calls) (later|already|without|sent|ignored)`,
	oneLine`
		(asked|called|written|wrote|emailed|contacted|reported|raised|tried|explained|chased|told|reached|
		complained|mentioned|requested) (you|this|it|support|out|about|about this)? (${COUNTS}|many) (times|
		tickets|emails)
	`,
	oneLine`
		(asked|called|written|wrote|emailed|contacted|reported|explained|chased|told|reached|complained|
		mentioned|followed|raised) (twice|repeatedly|already)
	`,
	oneLine`
		already (reported|asked|explained|told|contacted|opened|complained|escalated|provided|sent) (this|
		that|it|you|twice|three|several|everything|all)
	`,
	'still (waiting|unresolved|unanswered|unfixed|outstanding)',
	'still (no|not|nothing|without) (response|reply|answer|update|news|fix|resolution|solution|word|progress|eta|heard|got|received)',
	'still (open|pending) after (days|weeks|months|hours|two|three|four|five|a week|a month)',
	oneLine`
		(waiting|waited) (for|over|more than|since|nearly|almost|already) (${UNITS}|${COUNTS}|monday|
		tuesday|wednesday|thursday|friday|yesterday|this morning|last|ages|a)
	`,
	`waiting for (${COUNTS}|over|more|almost|nearly) (${UNITS})`,
	'(waiting|waited|wait) (forever|ages|weeks|months|days|hours|too long|so long)',
	'been waiting',
	`(have been|has been) (${COUNTS}|over a|almost a|nearly a|more than a|a) (${UNITS}) (since|and|without|with|now|already)`,
	`it (is|has|s)? been (${COUNTS}|over|almost|nearly|a|more than) (${UNITS})`,
	`for (${COUNTS}|over a|more than a|almost a|nearly a|a) (${UNITS}) (now|without|already|straight)`,
	'for (days|weeks|months|ages) (now|without|already)',
	`for (more than|over) (${COUNTS}|a|an) (${UNITS})`,
	'no (response|reply|answer|acknowledgement|acknowledgment|callback) (from|to|yet|since|so far|after|whatsoever|until|still|for|at all)',
	'(no response|no reply|without a response|without a reply|without an answer|without any response)',
	'not one (answer|reply|response|single)',
	oneLine`
		${NOBODY} (has|have|ever)? (respond|replied|reply|answered|answers|called|bothered|cares|helped|
		helping|helps|fixed|contacted|tells|told|warned|informed)
	`,
	`${NOBODY} (gets back|got back|comes back|came back|looked at|looked into|did)`,
	'(radio|total|complete|absolute|deafening) silence',
	'met with silence',
	'(passed|gone) without a (response|reply|answer)',
	'crickets',
	'not (responded|replied|answered|acknowledged)',
	'not (answer|reply|respond) to (me|us|any|tickets|emails|calls|my tickets|my emails|our tickets)',
	'not answering|replying|responding',
	'not (heard|hear) (back|anything|from you|from anyone|from support|from your|a word)',
	'not (received|gotten|got|had|receive|get) (a|any|single|proper|an) (response|reply|answer|update|explanation|help|solution)',
	'without (resolution|explanation|result|success)',
	'(followed|following) up (again|twice|several|multiple|third|repeatedly)',
	'had to chase',
	'(chase|chasing|chased) (you|support|your|this|up|for)',
	'anyone there',
	'when will (this|it|you|someone|anyone|our)? (be|get|finally)? (fixed|resolved|solved|fix|answer|reply)',
	'when can (we|i) expect (a|an)? (fix|solution|resolution|answer|reply|response)',
	'when will (our|my) (people|users|team|customers) be able',
	'how much longer',
	'how many (more)? times',
	'how long (must|do|will) (we|i|our) (have to|wait|need)',
	'how long is (this|it) going to',
	'not (fixed|resolved|solved|addressed|corrected|repaired|rectified|sorted) (yet|still|properly|for|since|despite)',
	'not been (fixed|resolved|solved|addressed|corrected|repaired|rectified|sorted)',
	'be not (fixed|resolved|solved|addressed)',
	'(not|never) (fixed|resolved|solved|addressed)',
	'never (got|been|was) (fixed|resolved|solved|addressed|answered|explained)',
	'never (followed|responded|replied|called|materialized|materialised)',
	'(remain|remains) (unresolved|unfixed|unanswered|broken|unsolved)',
	'unresolved|unanswered|unaddressed',
	oneLine`
		(recurring|reoccurring|persistent|continual|continuous|constant|repeated|chronic|endless) (${FAULT}|
		failure|outage|crash|disruption|trouble)
	`,
	'keep (happening|coming back|recurring|occurring|repeating|resurfacing)',
	'(happen|occur|fail|crash) (every|each|multiple|several) (time|day|week|month|morning|times)',
	'every single (time|day|week|month|morning|report)',
	'again and again',
	'over and over',
	'time and time again',
	'time after time',
	'(day after day|week after week|month after month|day in day out)',
	'(weeks|days|months|hours|week|month) (ago|later) (and|still|with|but) (still|nothing|no)',
	'going on for (days|weeks|months|too long|ages|hours)',
	'going (around|round) in circles',
	'same (answer|response|reply|template|explanation|excuse|suggestion) (again|over|every|each|as|twice|times|before)',
	'(closed|closing|closes) (my|our|the) (ticket|case) (without|again|anyway|even though|although|before|automatically|despite)',
	'(ticket|case) (was|is|got|been)? closed (without|again|automatically|although|but|before|even)',
	'marked as (resolved|solved) (but|although|when|even|without|again)',
	'(ticket|case|request|issue) (is|was|been|still|just|got) (ignored|unanswered|forgotten|sitting|untouched|unassigned)',
	oneLine`
		(ticket|case|request|issue) (open|outstanding) (for|since) (days|weeks|months|two|three|four|five|
		january|february|march|april|may|june|july|august|september|october|november|december)
	`,
	'(ticket|case|issue|problem) has been outstanding',
	'(promised|assured) (a|us a|me a|that it would|it would|us it would)? (fix|callback|call|update|reply|refund|resolution)',
	'(broken|empty|unkept) promise',
	'(was|were) told (it|this|someone|that)? (would|will) (be)? (fixed|resolved|call|contact|get back|write)',
	'long overdue',
	'(wrote|called|emailed|written) (on|again on) (monday|tuesday|wednesday|thursday|friday)',
	`nobody did`,
	'nothing (changed|has changed|happened|has happened|was done|has been done) since',
	'exactly where (it|we) (was|were|started)',
	'explained the same thing',
	'(spent|spend) more time (reporting|explaining|troubleshooting)',
	'stopped counting',
	'none of (whom|which|them) (answers|answered|works|helped|replied|responded)',
	'month|week|year two|three|four|five|six|seven|eight of this',
	'no answer from you',
];

export const poorSupport: readonly string[] = [
	oneLine`
		(support|service|helpdesk|response|communication|treatment|experience|agent) (is|was|has been|are|
		been) (so|very|really|just|simply|truly|absolutely)? (terrible|awful|horrible|useless|bad|poor|
		the worst|unhelpful|incompetent|rude|disappointing|unacceptable|pathetic|lacking|ridiculous|
		nonexistent|inadequate|a joke|abysmal|appalling|atrocious|dismissive|disgraceful|laughable|
		unprofessional|shocking|dreadful|subpar)
	`,
	oneLine`
		(terrible|awful|horrible|useless|bad|poor|worst|unhelpful|incompetent|rude|pathetic|lousy|abysmal|
		appalling|atrocious|dismissive|disgraceful|unprofessional|disappointing|inadequate|shoddy|dreadful|
		lackluster|subpar) (support|service|customer service|agent|help|response|handling|treatment|
		communication)
	`,
	'not help (at all|us|me|one bit|anyone|much|either)',
	'not (helped|helping)',
	'not helpful (at all|either)',
	'not (solve|answer|address) (my|our|the|anything) (question|issue|problem)?',
	'not (read|reading) (my|our|what) (ticket|message|email|i|we|question)',
	'not read (a|even) (single|word|it)',
	'read (my|our|the) (ticket|message|email) (before|first|again)',
	'please read (my|our|the|what) (ticket|message|email|i)',
	'not (even|bother to|bothered to) (read|look|reply|respond|acknowledge|answer|try|apologize|apologise)',
	'not (seem|appear) to (care|understand|know)',
	'not care (about|that|what|at all)',
	'not what (i|we) (asked|wrote|reported|meant)',
	'unhelpful',
	'(ignored|ignoring) (my|our|me|us|for)',
	oneLine`
		(being|feel|feeling|felt|been|completely|simply) (ignored|dismissed|neglected|stonewalled|fobbed|
		brushed|abandoned|unheard|misled|forgotten|stranded)
	`,
	oneLine`
		(passed|bounced|transferred|shuffled|shunted|pushed|sent) (around|between|back and forth|from one|
		from department|from agent|from pillar)
	`,
	'runaround',
	'(canned|scripted|boilerplate|robotic|meaningless|generic|copy pasted|copy and paste|copypasted) (response|reply|answer|email)',
	'(speak|talk|escalated|transfer) (to|with) (your|a|the) (manager|supervisor|superior|management|ceo|leadership|director)',
	'(speak|talk) (to|with) (someone senior|someone in charge|a real person|an actual person|someone with authority|someone who actually)',
	'(want|demand|need|ask for|request) (a|your|to see a|the) (manager|supervisor)',
	'(please|must|need to|want to|will|would like to|have to|going to) (escalate|be escalated)',
	'escalate (this|my|our|it|the matter)',
	'escalated to (your|management|the ceo|legal|leadership|the board)',
	'(take|taking|took) (some)? (responsibility|ownership|accountability) for',
	'not (taking|taken|take) (this|us|it|responsibility|our|ownership) (seriously)?',
	'(blame|blaming|blames|blamed) (us|me|our|my)',
	'hung up on',
	'on hold for',
	oneLine`
		(lack of|absence of) (support|communication|transparency|response|urgency|help|accountability|care|
		respect|ownership|updates|professionalism|empathy)
	`,
	`${NOBODY} (seems|appears|really|actually|there|at your)? (to)? (care|know|understand|interested|cares|knows|understands)`,
	`${NOBODY} (knows|cares|understands|listens|asked)`,
	'clueless|incompetent|incompetence|condescending|arrogant|dismissive|rude|patronizing|patronising|tone deaf',
	'worst (service|support|experience|company|software|product|tool|vendor)',
	'thanks|thank you for nothing',
	'(no|zero|little) help (from|at|whatsoever)',
	'of no (help|use)',
	'lied to',
	'lied (about|to us)',
	'lying to (us|me)',
	'not what (was|were|we|i) (promised|advertised|sold|described|signed|expected|bought|pay|paying|paid)',
	'what (are|am|do|exactly are|exactly am) (we|i) (pay|paying) (you)?',
	'what (we|i) (are|am)? (pay|paying) (you|for)',
	'for what (we|i|you) (are|am)? (pay|paying|paid)',
	'for the (money|price|amount) (we|i) (pay|paid)',
	'(pay|paying) (you|good money|thousands|a premium|premium|a lot) (for|per|a|every|to)',
	'(loyal|longtime|longstanding|long time|long standing) customer',
	'(customer|customers|with you) for (many|over|ten|five|several|more than) years',
	'(treat|treats|treated|treating) (us|me|customers|your customers|people) like',
	'no support (at all|whatsoever|from)',
	'(your|the) apology (not|does not) (bring|help|fix)?',
	'due to inactivity',
	'(sent|send|pointed|referred) (me|us) (to the same|the same|a link to the|a help) (article|articles|link|faq)',
	'clear (my|the|our)? cache (again|already|three|four|twice)',
];

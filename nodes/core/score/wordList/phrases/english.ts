import { oneLine } from '../../../values/tables';

/**
 * English phrases per default signal. "a|b" are alternatives for one word, "(a b|c)" for several. "not" also stands
 * for isn't, doesn't, won't, never, no longer …, and "can't" for cannot, couldn't, unable to, won't let me …
 * Inflections need not be written: "fail" is failed and failing too. Every combination of a line has to be a signal
 * in itself; words that merely fill a sentence do not belong here.
 */

const RECORDS = oneLine`
	data|record|contact|task|file|project|report|document|history|entry|ticket|row|lead|deal|order|
	attachment|comment|note|dashboard|transaction|customer|conversation|template|campaign|log|recording|
	photo|image|backup|folder|board|workspace|message|field|setting
`;
const FIGURES = oneLine`
	number|figure|total|data|report|metric|count|calculation|value|amount|balance|dashboard|result|stat|
	statistic|revenue|kpi|sum|forecast|inventory|timesheet|payroll|score|attribution|analytics
`;
const JOBS = oneLine`
	export|import|upload|download|save|backup|build|deployment|job|report|delivery|migration|upgrade|
	update|batch|workflow|automation|transfer|transaction|request|print|scan|call|search|query|campaign|
	checkout|installation|calculation|rule|test|pipeline|sync|validation|restore
`;
const PARTNERS = oneLine`
	sync|integration|webhook|connector|connection|api|zap|zapier|salesforce|hubspot|slack|jira|feed|
	bridge|plugin|addon|quickbooks|xero|netsuite|shopify|stripe|endpoint
`;
const PEOPLE =
	'customer|client|user|team|staff|employee|agent|rep|colleague|patient|student|driver|guest|member|partner|subscriber|seller|merchant';
const PRODUCT = oneLine`
	app|page|screen|browser|system|dashboard|editor|software|program|platform|site|website|portal|tool|
	machine|terminal|tab|server|client|application
`;
const UNITS = 'day|week|month|hour|fortnight|year';
const COUNTS =
	'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|multiple|2|3|4|5|6|7|8|9|10|11|12|14|20|30|dozens|countless|numerous';
const ORDINALS =
	'third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|nth|hundredth|3rd|4th|5th|6th|7th|8th|10th';
const NOBODY = '(nobody|no one|noone)';
const FAULT = 'issue|problem|bug|error|defect|glitch';

export const coreWorkflow: readonly string[] = [
	"can't export|import|save|load|open|upload|download|create|delete|edit|update|submit|send|print|share|publish",
	"can't generate|view|schedule|assign|invite|connect|sync|run|search|filter|attach|complete|finish|approve|merge",
	"can't archive|restore|preview|deploy|install|render|refresh|start|launch|build|process|post|retrieve|display",
	"can't proceed|reconcile|scan|record|book|ship|invoice",
	"can't be saved|opened|exported|imported|loaded|uploaded|edited|created|sent|generated|displayed|processed|reached",
	"can't get (it|this|that|them|anything|everything) (to work|to load|to save|to export|to sync|to run|to connect)",
	"can't get anything done",
	`can't see ${RECORDS}|anything|payslip|calendar`,
	'not work|function|load|respond|render|appear|trigger|fire|save|export|upload|download|autosave|populate',
	oneLine`
		(it|they|button|link|page|file|menu|form|dialog|report|${PRODUCT}) not open|import|print|display|
		generate|publish|submit|launch|calculate|refresh|update|start|run
	`,
	'not open|import|print|display|generate|publish|submit|calculate|refresh|update (correctly|properly|anymore|at all)',
	'not show up|anything',
	'not showing|rendering|displaying',
	'not go through',
	'(button|click|clicking|link|it) not do anything',
	oneLine`
		not being saved|sent|created|delivered|processed|applied|recorded|tracked|captured|triggered|
		generated|displayed|imported|exported|assigned|calculated|indexed|executed
	`,
	'be not saved|sent|delivered|rendered|processed|executed|applied|recorded|triggered|generated|accepted',
	'not reach (approvers|the approver|the recipient|customers|the inbox|anyone|us)',
	'(page|dashboard|status|report|field|list|price|inventory|stock|calendar|board|progress) not updating|refreshing|changing',
	'(email|notification|alert|message|reminder|invite|invitation|campaign|newsletter|text|sms|mail) not send|receive|arrive|deliver|going',
	'not receive|get (emails|notifications|alerts|reminders|invites|confirmation|calls|orders|leads)',
	'no (orders|emails|notifications|leads|messages|calls|alerts) come|coming|came|arrive|since',
	oneLine`
		stop|quit working|functioning|loading|exporting|saving|sending|responding|updating|running|
		generating|printing|showing|recording|arriving|receiving|opening|importing|processing|ringing|
		appearing|calculating
	`,
	'broken since|after|again',
	'(is|are|was|seems|looks|appears|completely|totally|still|now|remains) broken',
	'broken feature|button|export|report|workflow|automation|formula|search|login|integration|sync|import|functionality|permission|release',
	'broke|breaks (our|my|everything|every)',
	'(update|upgrade|release|deployment|migration|version|patch) broke|breaks|ruined|screwed',
	'borked|bricked|busted|kaput',
	`(${PRODUCT}|it|everything|keeps) crash`,
	'crash (every|again|constantly|since|after|whenever|twice|on us|on startup|when)',
	oneLine`
		keep failing|breaking|freezing|disconnecting|erroring|hanging|timing|dropping|kicking|throwing|
		spinning|reverting|resetting|disappearing|stopping|rejecting|losing|unassigning|crashing|logging
	`,
	'keep giving|returning|showing|getting|throwing (error|errors|a timeout|nothing|a blank|500|the same error)',
	`(${PRODUCT}|it|everything|pos) freeze|hang|stall`,
	'freeze|freezes|frozen|froze (up|every|mid|completely|again|constantly)',
	'fail (every|each time|again|silently|halfway|miserably|since|consistently|intermittently|randomly|constantly|repeatedly)',
	'(it|this|everything|they) (just|always|still|constantly) fail',
	'(it|everything) fail (every|again|halfway)',
	'still|always fail',
	`${JOBS} fail`,
	`${JOBS} failure`,
	oneLine`
		failed|fails to load|save|export|import|send|open|sync|complete|run|upload|connect|generate|process|
		deliver|start|render|update|trigger|execute
	`,
	'nothing happens|happened|works|loads',
	'nothing is working|loading|showing|happening',
	'nothing (come|coming|came) through since',
	'error (every|each) time',
	'(get|receive|see|show|throw|give|return|display|hit) (the same|only|always|constant|nothing but) error',
	'(get|receive|hit|encounter|throw|return) (an error|errors)',
	'error message (every|each|again|whenever|keeps)',
	'error (pops up|keeps|whenever|again)',
	'errors everywhere|constantly',
	'internal server error',
	'something went wrong',
	'(unexpected|unknown|generic|cryptic|strange) error',
	'time|timed|times|timing out',
	'timeout (every|again|constantly|since)',
	'(blank|white|black) page|screen|dashboard|report',
	'(comes|came|turned) (up|out|back) blank|empty|corrupted|garbled|unreadable',
	'(comes up|came up|just|completely|totally|export is|file is|report is|page is|dashboard is) blank|empty',
	'is corrupted|garbled|unreadable',
	'(is|gets|getting|got|remains|still|just|keeps|sits|been) stuck',
	'stuck (on|at|in) (loading|processing|pending|the queue|queue|queued|this screen|step|limbo|draft)',
	'(stay|sit|remain) in|as (pending|queued|draft|processing)',
	'(endless|infinite|eternal) loop|spinner|loading',
	'just spins|spinning|hangs|sits there|freezes',
	'spinning wheel|forever|endlessly',
	'loads|loading forever|endlessly|indefinitely',
	'never loads|finishes|completes|responds|appears|arrives|arrived|loaded',
	`(${PRODUCT}|button|link|menu|interface) dead|unresponsive|unusable|inaccessible|greyed|grayed`,
	'unresponsive|unusable|unworkable|inoperable|inaccessible',
	'used to work',
	'(worked|working) (fine|perfectly|great) until|yesterday|before|last',
	'still not working|work|fixed|resolved|solved|loading|there|right|correct|happening|showing',
	'still broken|failing|crashing|stuck|erroring|occurring|persists|wrong|missing|freezing|down|blocked|locked',
	`still (have|see|get|experience|face) (${FAULT}|trouble|the same)`,
	`(${FAULT}) persist|continue|returned|reappeared|resurfaced|remain`,
	`same (${FAULT}|story|failure) again|happen|every|still|persist|today`,
	`(${FAULT}|it|this) is back again`,
	'(happening|happened|happens|broke|broken|failed|failing|crashed|down|wrong) again',
	`(serious|major|severe|huge|terrible|nasty) ${FAULT}|regression|flaw|incident`,
	'(completely|totally|entirely|utterly|basically|effectively) broken|useless|unusable|stuck|dead',
	'regression since|after|introduced|again',
	'lose (hours|days|everything|my work|our work|changes|progress|edits|drafts)',
	'(work|progress|changes|edits|draft) (is|are|was|were|been) lost|gone|wiped|discarded',
	'(changes|edits|tasks|settings|work|draft|form|entries|order|it) not save|persist|stick',
	oneLine`
		(problem|issue|trouble|difficulty) (exporting|importing|saving|loading|opening|uploading|
		downloading|connecting|syncing|accessing|sending|submitting|printing)
	`,
	'(kicks|kicked|boots|booted) (me|us|users|everyone) out',
	'glitch|glitchy',
	'malfunction',
	'(go|gone|went) haywire|berserk|nuts|crazy',
	'not pick up',
	'(changes|filter|permissions|rules|preferences) (are|is|were|get|gets|being) reset|ignored|lost|reverted|wiped',
	'ignores|ignore the|our filter|permissions|settings|rules|schedule',
	'silently not|fail|drop|dropped|skip|ignored',
	'(are|is|were|was|being|get|gets|all) rejected (since|by|because|with|without)',
	'rejected with|since',
	'(to|for|on|in|at) the wrong person|customer|user|recipient|country|employee|department|language|address',
	'wrong template|recipient|timezone|employee|country',
	'missing records|rows|columns|entries|attachments|messages|orders|transactions|pages',
	'break every time|week|release|update',
	'(call|connection|line) drops|dropped|dropping|cuts',
	'no audio|sound|dial tone',
	'defective|faulty',
	'not what it|is supposed to|should do',
	'(deleted|removed|changed|moved|sent|charged) (by itself|on its own|without asking)',
	'every (click|attempt|run|export|request|call|save|order|scan) fail|error|crash|freeze|twice',
	'none of (our|the|my) (run|ran|works|arrive|arrived|syncing|loading|running|fired)',
	`none of (our|the|my) ${RECORDS}|flow|reminder|job (has run|have run|has gone|have gone|arrived|sync|loaded|posted|fired)`,
	'not run (since|again|for)',
	'(blank|empty|down|broken|dead) since (the|your|last|this|monday|tuesday|wednesday|thursday|friday|yesterday)',
	'(not been|not being) posted|run|executed since|anymore',
	'manages to create|duplicate|lose|break|delete',
	'(got|getting|gets) worse (after|since) (your|the|this) (fix|update|release|change)',
	'destroy (our|my|the|all|every)',
];

export const integration: readonly string[] = [
	`${PARTNERS} stop|break|fail|dead|disconnect|dropped|stuck|crash|stall|hang`,
	`(${PARTNERS}|event|callback|trigger|hook|pipeline) not work|fire|sync|run|trigger|connect|update|respond|arrive|deliver|push|pull|reach`,
	`stopped the ${PARTNERS}`,
	'stop|quit syncing|firing|triggering|pushing|pulling|connecting|posting|flowing|polling|delivering',
	'not sync|synchronise|firing|pushing|propagating|flowing',
	'out of sync',
	'sync error|failure|broken|loop|conflict',
	`(${PARTNERS}|oauth) failure|outage|breakage`,
	`(${PARTNERS}|oauth) (issue|problem) again|since|still|every`,
	oneLine`
		(api|endpoint|server|requests|calls|webhook|integration|it|gateway|everything) (return|throw|give|
		respond) (500|502|503|504|429|401|403|5xx|500s|502s|503s|429s|errors|nothing|timeouts|garbage)
	`,
	'api error 500|502|503|504|429|401|403',
	'(500|502|503|504|5xx) error',
	'error 500|502|503|504',
	oneLine`
		(keep|constant|constantly|random|intermittent|sporadic|suddenly) (getting|seeing|hitting|returning|
		receiving) (500|502|503|504|429|401|403|5xx|500s|502s|503s|504s|429s|401s|403s)
	`,
	oneLine`
		(token|credentials|key|authentication|auth|oauth) (expire|rejected|revoked|failing|broken) (again|
		every|overnight|randomly|constantly|daily)
	`,
	'refresh token rejected|expired|failing|broken|invalid',
	'have to reconnect|reauthenticate|reauthorize|reauthorise|relink|resync',
	'(reconnect|reauthenticate|reauthorize|resync) (every|again|several|multiple|twice|three|four|daily|constantly)',
	'keep disconnecting|dropping|expiring',
	'lose connection|connectivity',
	'connection lost|refused|dropped|drops|unstable',
	'throttled (despite|even|although|since|again|without)',
	'rate limited (despite|although|since|without|even)',
	oneLine`
		(record|contact|deal|lead|order|event|message|ticket|customer|invoice|opportunity|product|payload|
		transaction|update) not sync|coming|push|flow|transfer|propagate|arriving|imported|reaching|
		appearing|moving|moved
	`,
	'(create|generate|produce|see|get) duplicate',
	'duplicate (record|contact|deal|event|entry|order|lead|invoice|email|ticket|booking) (created|everywhere|again|appearing)',
	'(hours|days|minutes) behind|delayed',
	'without breaking|any change|warning|notice|deprecation',
	'(unannounced|undocumented) change|breaking',
	'breaking change (without|unannounced|again|overnight)',
	'(integration|sync|connector) not moved|moving',
];

export const dataIntegrity: readonly string[] = [
	`(${RECORDS}|everything) disappear|vanish`,
	'(data|record|contact|file|history|transaction|backup) lost|wiped|erased|overwritten|corrupted',
	`(${RECORDS}|everything) (is|are|was|were|been|got) lost|gone|wiped|erased|overwritten|corrupted|deleted`,
	`${RECORDS} gone`,
	'(data|record|contact|file|project|document|history|row|transaction|customer|invoice|everything|entry|note) (is|are|was|were) missing',
	'"missing data"',
	'our|my data missing',
	'disappeared|vanished from',
	'lose data|record|contact|file|history|entry|transaction|project|document|recording|lead',
	'data loss|corruption',
	'loss of data',
	'(wiped|erased|overwrote|overwritten|corrupted) (out|our|my|all|everything|entire|half|the data|records|balances)',
	'deleted (all|entire|half) data|records|contacts|files|projects|history|workspace|work|documents',
	'deleted everything',
	`${FIGURES} wrong|incorrect|inaccurate|inconsistent|mismatched|garbage|nonsense|unreliable|bogus|skewed|inflated|doubled|scrambled`,
	'(number|figure|total|count|metric|balance|amount|stat) (are|is|way|completely|totally|all|look) off',
	'wrong number|figure|total|data|value|count|calculation|record|balance|metric|inventory',
	oneLine`
		(incorrect|inaccurate|inconsistent|conflicting|contradictory|bogus) data|number|figure|total|value|
		result|count|report|calculation|metric|balance
	`,
	'(report|number|figure|total|result|count|dashboard|value) (different|differ|change) (every|each) time|day|refresh|run|load',
	'different (number|result|total|figure|value|count) (every|each|depending|than|between)',
	oneLine`
		(number|total|figure|data|count|balance|report|dashboard|value|amount|sum|result) not match|tally|
		reconcile|agree|correct|accurate|consistent|trustworthy
	`,
	'(number|figure|total|it|data) not add up',
	'nothing adds up',
	"can't|not trust the|our data|number|report|figure|dashboard",
	'data (integrity|quality) issue|problem|concern',
	'(calculated|computed|attributed|assigned) wrongly|incorrectly|wrong',
	'(attributed|assigned|sent|linked|matched) to the wrong',
	'(show|display) (wrong|incorrect|stale|outdated) (data|number|figure|value|total|result|price|balance)',
	'double counting|counted',
	'(counted|posted|booked|imported) twice',
	'discrepancy (between|in|of)',
	'where did (our|my|all|all our|all my) (data|records|files|contacts|projects|tasks|stuff) go',
	'where (are|is) (our|my|all our) (data|files|records|projects|contacts|documents|tasks|history)',
	'(simply|just|suddenly|all) vanished|disappeared',
	'(reset|resets|resetting|reverted|set) to zero|default',
	'half of (our|the) (data|records|contacts|tasks|rows|orders|entries) missing|gone|lost',
	'(hole|gap) in (the|our) data|tracking|history|report',
	"can't be recovered",
	'(they|it|which|all|projects|files) (no longer there|no longer exist)',
	'double booking|booked',
	'mix up customers|records|accounts|data|orders',
];

export const billing: readonly string[] = [
	'(charged|debited) wrong|twice|double|again|incorrectly|wrongly|mistakenly|erroneously|unexpectedly|anyway',
	'(billed|invoiced) twice|double|incorrectly|wrongly|mistakenly|erroneously',
	'(charged|billed|invoiced|debited) (us|me|our card|my card) (twice|again|despite|more|wrong|three|multiple|full|for)',
	'(charged|billed|invoiced|debited) (after|despite) cancel|downgrade|we cancelled',
	'(charged|billed|invoiced) for (something|nothing|months|users|seats|features) (not|never|inactive|removed)',
	'(double|wrongly|incorrectly|mistakenly|erroneously) charged|billed|charge|billing|invoiced',
	'overcharge|overbilled',
	'wrong amount|charge|invoice|price|tier|vat|currency|bill|billing',
	oneLine`
		(incorrect|unexpected|unauthorized|unauthorised|unexplained|mysterious|surprise|hidden|fraudulent|
		unjustified|erroneous|bogus) charge|invoice|bill|fee|payment|cost|renewal|debit
	`,
	"can't find|download|access|open|see|view|get|locate our|my|the|any invoice|receipt",
	"can't find|download|access|open|see|view|get|locate invoices|receipts",
	'no invoices found|available|visible',
	'invoice|bill wrong|incorrect|inaccurate',
	'(invoice|bill|billing|receipt|charge|statement) (is|are|was|looks|still) (wrong|incorrect|inaccurate|missing|doubled|a mess)',
	'(mistake|error|discrepancy) (in|on|with) (our|my|the|this) (invoice|bill|billing|charge)',
	'billing mistake|error|dispute|nightmare|mess|discrepancy',
	'(invoice|charge|bill) not match|correspond|agree|add',
	'not received|got|seen|issued|processed (the|our|my|a|any) refund|credit',
	'refund (not|never) received|arrived|processed|issued|come|appeared|shown',
	oneLine`
		not recognize|recognise|authorize|authorise|approve|agree|consent|order|request (this|to this|the|
		to the|these|any) (charge|renewal|payment|increase|upgrade|purchase)
	`,
	'(demand|insist on|expect|owed|owe us|owe me|entitled to) (a|my|our|full|the|immediate) (refund|reimbursement|compensation|money)',
	'want (a|my|our|a full) refund|money',
	'refund (us|me) immediately|now|asap',
	'money back',
	'still (not|no|waiting) refunded|refund|credited|reimbursed',
	'where is (my|our|the) refund|money|credit',
	'(refused|denied|declined|rejected) (our|my|the|a) refund|credit|reimbursement',
	'(price|pricing|cost|rate|fee|bill) (increased|jumped|doubled|tripled|increase) (without|no) (notice|warning|explanation|announcement)',
	'(price|bill|invoice|cost|fee|renewal) doubled|tripled|quadrupled',
	'(steep|huge|massive|outrageous|unjustified|enormous|unannounced) (price|increase|hike|jump)',
	'price hike',
	'(automatically|silently) renewed|upgraded|charged|billed (without|even|despite|although)',
	'(renewed|upgraded|charged|billed|switched) without notice|asking|consent|permission|warning|telling|approval|authorization|knowledge',
	'(still|keep|keeps|continue) (being|getting) charged|billed|invoiced',
	'(still|keep|keeps|continue) (charging|billing|invoicing) (us|me|our)',
	oneLine`
		(pay|paying|paid) for (something|nothing|features|a service|a product|seats|licenses|a tool|
		software) (not|never|can't|that is broken|useless)
	`,
	'overpriced|extortionate|exorbitant',
	'rip off',
	'ripped (us|me) off',
	'scam|swindle|robbery',
	'(too|way too|far too) expensive for',
	'not worth (the price|the money|the cost|paying|renewing|what we pay)',
	'waste of (our|my) (money|budget)',
	'(card|payment) (declined|rejected|failing|failed) (although|despite|again|even|twice|repeatedly|but)',
	'(account|subscription|service|access|workspace) (suspended|disabled|deactivated|blocked) (over|despite|although|because|even though|due)',
	'(i|we|formally|hereby) dispute (the|this|that|your) (charge|invoice|payment|amount|bill)',
	'(file|filing|initiate|start|request) a chargeback',
	'bait and switch',
	'nickel and dime|diming|dimed',
	'hidden fees|costs|charges',
	'not part of (our|the) contract|agreement|quote',
	'not what (we|i) agreed|was quoted|were quoted',
	'no idea (what|why) (this charge|the charge|these charges|this fee|we are paying)',
];

export const annoyance: readonly string[] = [
	'slow|sluggish|laggy|lagging|lags|slower|slowness|slowly|crawling|crawls',
	'takes|took|taking forever|ages|minutes|eternity|long|hours',
	'confusing|confused|unclear|unintuitive|counterintuitive|convoluted|clunky|cumbersome|cluttered|awkward|tedious|fiddly|messy',
	'not intuitive|clear|obvious|straightforward',
	"can't find|see|tell",
	"can't (figure|work) out",
	'(hard|difficult|impossible) to find|use|navigate|understand|read|see|tell|locate',
	'annoying|annoyed|annoyance|irritating|irritated|bothersome|pesky|bugging',
	'a pain|hassle|nuisance|chore|headache',
	'too many|complicated|complex clicks|steps|notifications|emails|popups',
	'bring back the old|previous',
	'(miss|prefer|liked) the (old|previous|former) (version|one|design|layout|interface|ui|editor|calendar)',
	'dislike the new',
	'not (like|a fan of) the new',
	'buggy|quirk|quirks|flaky|unstable|inconsistent|janky|wonky|spotty|hiccup',
	'ugly|outdated',
	'(minor|small|little) issue|bug|annoyance|glitch|problem',
	'(poorly|badly) designed|documented|written',
	'(documentation|docs|instructions) outdated|lacking|unclear|incomplete',
	'misleading',
	'not helpful|useful',
	'missing feature|option|button|functionality',
	'poor performance|design|documentation|ux|ui|quality',
	'concerned|worried',
	'any update|news|progress',
	'strange|weird|odd|oddly',
	'(gets|getting) slower|worse',
	'not ideal|great',
	'broken link|image',
	'an error',
	'error message',
];

export const urgency: readonly string[] = [
	'urgent|urgently|urgency|emergency',
	'asap',
	'as soon as possible',
	'immediately|immediate',
	'time sensitive',
	'deadline',
	'(top|highest) priority',
	'end of day|month|quarter|week',
	'(need|fix|resolve) (it|this|that|these|a fix|a solution) today|tonight|now',
	'go live|launch today|tomorrow',
];

export const threatToLeave: readonly string[] = [
	'(end|ending) (our|the|this) relationship|partnership',
	'cancel everything|immediately',
	'(going to|planning to|forced to|decided to|ready to|tempted to|intend to|about to|prepared to) (cancel|leave|terminate|switch|walk away)',
	'(going to|planning to|have to|forced to|decided to|will) (look|find|go|move) elsewhere',
	'want to (cancel|leave|terminate) because|since|immediately',
	'(considering|consider) cancelling|leaving|terminating',
	'(will|shall|may|might|must|would) (cancel|leave|terminate) (unless|if|you|your|our)',
	"(i will|we will|i'll|we'll|i am going to|we are going to|i'm going to|we're going to) cancel|terminate",
	"(or|then) (i'll|we'll|i will|we will) leave",
	'we are leaving|out',
	'(switch|move|migrate|go|jump|defect) (to|over to) (a|your|the|another) (competitor|competitors|alternative|competition)',
	oneLine`
		(switch|move|migrate|go|change) (to|with) (another|a different|a new|some other) (provider|vendor|
		solution|tool|platform|supplier|product|system|service|company)
	`,
	'(switch|change) (provider|vendor|platform|supplier)',
	'(your|a) competitor (already|instead|looks|offers|does|can|handles)',
	'(call|demo|meeting|trial|quote) (with|from|of) (your|a|another) competitor|vendor',
	'(talking|spoke|speaking|spoken) (to|with) (your competitors|other vendors|other providers|competitors|your competitor)',
	oneLine`
		(looking|evaluate|considering|exploring|researching|assessing|trialing|trialling|testing|
		shortlisting|comparing|seeking) (at|for|into|other|some)? alternative|competitor|replacement
	`,
	oneLine`
		(look|evaluate|consider|explore|assess|review|research|compare|search|seek) (alternatives|
		competitors|replacements|an alternative|a replacement)
	`,
	'(look|looking) (at|for|into) (alternatives|an alternative|competitors|a competitor|a replacement|replacements)',
	'(look|evaluate|consider|explore|assess) (other|different) (options|vendors|providers|solutions|tools|platforms|products|systems)',
	oneLine`
		(look|looking) (at|for|into) (other|different|another) (options|vendors|vendor|provider|providers|
		solution|solutions|tool|tools|platform|platforms|system)
	`,
	'look elsewhere',
	'looking around for something|another|other',
	'shopping around',
	'take (our|my) business elsewhere',
	'business elsewhere',
	'not (renew|renewing|extend|extending|be renewing|going to renew) (unless|if|until)',
	'not continue (using|with|paying)',
	'we will be (out|gone) by',
	'(defended|defend) (you|your product|this product)',
	'not (stay|staying) (with you|here|customers|much longer)',
	'no (intention of|reason to|point in) renew|stay|continue|keep',
	'renewal (at risk|at stake|in doubt|in jeopardy|in question|questionable|unlikely|doubtful)',
	oneLine`
		(reconsider|rethink|reevaluate|reassess|questioning) (our|whether|the|using|your) (subscription|
		contract|relationship|renewal|partnership|decision|investment|choice|vendor|commitment|to continue|
		to stay)
	`,
	'(reconsider|rethink|reevaluate|reassess) (whether|using you|using your)',
	'think twice about',
	'(thinking|think) about leaving|switching|cancelling|moving away',
	'time to move on',
	'leaving you (for|because)',
	'leaving your (platform|product|tool)',
	'leaving for (a competitor|another)',
	'done with (your|this) (product|tool|platform|company|service|app|software|nonsense)',
	'(are|am|is) done with you',
	'(last|final) straw',
	'(last|final) (chance|warning) (for you|to|before|from us)',
	'deal breaker',
	'dealbreaker',
	'pull the plug on',
	'walk away from',
	'part ways',
	'get rid of (you|your)',
	'(ditch|dump|replace) (you|your tool|your product|your platform|your software|your service|this tool|this software|this platform)',
	'lose (us|me|our business|our account|another customer|a loyal customer)',
	'lose (us as|a|your) customer',
	'lose (all|our|my|any)? faith|confidence|trust|patience',
	'lose faith|confidence|trust|patience',
	'run out of patience',
	'patience (is|has|wearing|is wearing|is running) thin|out|limits|ended|exhausted',
	'regret (choosing|buying|signing|switching|moving|renewing|our decision|this purchase|ever)',
	'should (never|not) have signed|chosen|bought|switched|renewed|trusted',
	'not recommend (you|your|this|it)',
	'no longer recommend|justify|worth|interested',
	"can't recommend|justify",
	"can't (rely|depend) on (you|your|this|it)",
	'(hard|difficult|struggling|struggle|tough|harder|impossible) to justify|defend|recommend',
	'why (we|i) (are still|still|should) (paying|pay|stay|using|renew|keep)',
	'(stop|stopped) paying (you|for this)',
	'(early termination|terminate for cause|termination for cause|material breach)',
	oneLine`
		(procurement|ceo|cfo|cto|management|leadership|board|boss) (asked|wants|told|asking|decided|
		pushing) (me|us|to)? (evaluate|leave|cancel|replace|switch|look at alternatives)
	`,
	'(asked|told) (me|us|by our procurement|by management)? to (evaluate|compare) other',
	'moving away from (you|your|this)',
	'(left|leaving|leave) because of (this|exactly|you|your)',
	'(one|a good|any) reason (why|for) (we|i) should (not|stay)',
	'format another vendor',
	'used to recommend',
];

export const legal: readonly string[] = [
	'(take|pursue|consider|initiate|threaten) legal (action|steps|proceedings)',
	'legal (action|steps|proceedings|consequences|recourse|remedies) (against|if|unless|will|over)',
	oneLine`
		(involve|instruct|consult|contact|talk to|speak to|hear from|heading to|escalate to|forward to|
		hand to|refer to) (our|my|a) (lawyer|attorney|solicitor|counsel|legal team|legal department)
	`,
	'(forwarded|handed|passed|referred|escalated) (this|it|the matter|the case)? to (our|my) (lawyer|attorney|solicitor|counsel|legal)',
	oneLine`
		(our|my) (lawyer|attorney|solicitor|counsel) (will|are|is|has|have) (be|advised|involved|contact|
		in touch|writing|looking|take|reviewing|contacting)
	`,
	'(lawyer|attorney|solicitor|counsel) (be in touch|will contact|get involved|advised us|advised me)',
	'together with my|our lawyer|attorney|solicitor',
	'refer the matter to',
	'supervisory authority',
	'sue (you|your|for)',
	'(lawsuit|litigation) (against|if|unless|will|over)',
	'small claims',
	'see you in court',
	'take (you|this|it) to court',
	'(breach|in breach) of (contract|agreement|sla|dpa|terms|our contract|the contract|our agreement|your obligations)',
	'(breach|breached|breaching) (our|the|your) (contract|agreement|sla|dpa|terms|obligations)',
	'(contract|sla|agreement|gdpr) (breach|violation|violated|breached)',
	'(clear|in|serious) violation of',
	'violate (our|the|your|gdpr|hipaa|privacy) (contract|sla|agreement|law|rights|regulation)',
	'(report|complain) (you|this) to (the|your)? (bbb|ombudsman|regulator|authorities|authority|ico|ftc|trading standards)',
	'(file|filing|lodge|lodging|submit|making|raise|raising) (a|an|this)? (formal|official) complaint|grievance',
	'(formal|official|written) complaint|grievance',
	'trading standards',
	'consumer protection',
	'(seek|seeking|claim|claiming|pursue|sue for|liable for) damages|compensation',
	'hold (you|your company) responsible|liable|accountable',
	'(liable|liability) for (damages|losses|our losses|this)',
	'contractual penalty|penalties',
	'(fail|failed|failure) (to meet)? (contractual|your contractual|sla) (obligations|obligation|commitments)',
	'reserve (all|our|all our) rights',
	'cease and desist',
];

export const security: readonly string[] = [
	'(security|data|privacy|confidentiality) breach (on|of|at|affecting|in)',
	'(a|this is a|major) (security|data|privacy|confidentiality) breach',
	'(security|privacy) (hole|flaw|leak)',
	'data (leak|leaked|exposed)',
	'(account|accounts|data|credentials|system|password|passwords) (hacked|compromised|leaked|exposed|stolen|breached)',
	'(been|we were|got|was) (hacked|compromised)',
	'(unauthorized|unauthorised|suspicious) (access|login|logins|activity|transactions) (from|in|on|to|by)',
	"someone else 's (data|account|files|records|invoices|information|documents|dashboard)",
	oneLine`
		(see|access|view|read|received|shown|shows|opened) (another|other|a different|different) (customer|
		company|client|tenant|organization|organisation)
	`,
	"(another|other) (customer|company|client|tenant|organization) 's (data|records|files|information|invoices|documents|details)",
	'"customer a sees"',
	'"tenant a sees"',
	'"client a sees"',
	'(visible|exposed|accessible) to (other|everyone|anyone|strangers|the public|all|the wrong)',
	'publicly visible|accessible|exposed',
	'(serious|major|huge|severe|grave) (security|privacy|compliance) (issue|risk|problem|concern|flaw|vulnerability|hole|incident)',
	'(very|really|deeply|seriously|extremely) (concerned|worried) about (security|privacy|our data)',
	'(gdpr|hipaa|privacy) (violation|nightmare|incident)',
	oneLine`
		(former|ex|departed|deactivated) (employees|employee|contractor|users|user) (still|can still|
		has access|have access|can access|can log in)
	`,
	'(key|password|token|secret|credential) (leaked|exposed|in clear text|in plain text|publicly)',
	oneLine`
		(appointments|data|details|names|records|documents|invoices|reminders) of (other|another) (patients|
		customers|customer|clients|client|companies|people|person|employees)
	`,
	'(personal data|confidential information|salary|salaries) (leaked|exposed|visible|shared|sent to)',
	'permissions (not|being ignored|are ignored|bypassed|not enforced|not respected)',
	'(learn|learned|learnt|found out|hear) from (a tweet|the news|twitter|the press|a customer|linkedin)',
];

export const outage: readonly string[] = [
	`(${PRODUCT}|service|everything|api|instance|production|phones|login|store|checkout) (down|unreachable|unavailable|inaccessible)`,
	`(${PRODUCT}|service|everything|api|instance|phones|store|checkout) (is|are|was|went|still) offline`,
	'(is|are|was|were|been) down (for|again|since|now|right now|today|completely|and)',
	'(everything|it|we) (is|are|s) down',
	'went|goes|going|gone down',
	'down for (everyone|hours|us|days|all|over)',
	'down (again|since)',
	oneLine`
		(experiencing|experienced|another|major|full|complete|total|ongoing|unplanned|repeated|frequent|
		constant|second|third|long) outage|downtime|disruption
	`,
	'outage (again|cost|every|since)',
	'(too much|so much|so many|too many) downtime|outages',
	'(production|prod) (down|broken|outage|blocked|stopped|impacted|halted|failing)',
	'(unreachable|unavailable) (for|since|again|completely)',
	'service unavailable',
	`${NOBODY} (can|able to|is able to) (login|work|access|use|open|see|get in|reach)`,
	`${NOBODY} (here|at|in|on) (our|the|my)? (team|company|office|can|able)`,
	"(everyone|everybody) (is|are)? (locked|blocked|stuck|unable|can't)",
	oneLine`
		(entire|whole|all our|all of our) (team|company|department|organization|office|users|staff|
		customers|clients|agents|business|operation|floor|warehouse) (is|are|was)? (down|blocked|stuck|
		unable|locked|can't|idle|offline|stopped|affected)
	`,
	`(our|my|half our|all our|all my|half the) (${PEOPLE}|people) can't`,
	'sev1|p1|sev0',
	'(ground|grinding|come|came|brought) to a (standstill|halt|stop|complete)',
	'standstill',
	'dead in the water',
	oneLine`
		(business|operations|everything|warehouse|shipping|sales|production|work) (stopped|halted|paralysed|
		paralyzed|crippled|stalled|is stopped|came to a stop)
	`,
	'lets nobody in',
];

export const impact: readonly string[] = [
	'lose (money|revenue|sales|clients|deals|thousands|orders|bookings|customers|a client|a deal|productivity)',
	'(cost|costs|costing) (us|me)',
	'lose (hours|days|weeks) (of|trying|because|over|every|each)',
	'lose (a|the|my|our)? (whole|entire) (day|afternoon|morning|week)',
	'block (us|me|everyone|production|operations|payroll|our work|our team|our launch|our release)',
	'block (the|our) (entire|whole) (team|company|launch|department)',
	'(totally|completely|fully|currently|still) blocked',
	'(we|team|everyone) (is|are) blocked',
	'(a|total|complete|major|huge|hard|real) (blocker|showstopper) for',
	'is a blocker',
	'show stopper',
	'(miss|missed|missing) (our|a|my|another|this|the|important) (deadline|payroll|cutoff|filing|milestone|launch|sla)',
	'deadline (passed|missed|blown)',
	'sla (was|is|not) missed|met',
	oneLine`
		(board|client|customer|investor|ceo|management|auditor|stakeholder|leadership|cfo|boss|director|
		team) (angry|furious|upset|escalating|unhappy|complaining|shouting|fuming|livid)
	`,
	oneLine`
		(my|our) (boss|ceo|cfo|cto|manager|director|management|leadership|board|auditor) (is asking|asking|
		asks|questioning|demanding|wants an|wants to know|breathing down)
	`,
	oneLine`
		(our|my|all our|all my) (${PEOPLE}) (are|is|were|was)? (angry|furious|upset|complain|unhappy|
		frustrated|shouting|yelling|fuming|leaving|screaming|suffering|confused)
	`,
	`(our|my|all our|all my) (${PEOPLE}) (are|is|were|was) (affected|impacted|waiting|blocked|stuck)`,
	`(complaints|complaining|calls|shouting) (from|at|by) (our|my|the|all|many|angry)? (${PEOPLE})`,
	`angry (calls|emails|messages|customers|clients) (from|are|calling|asking|because)`,
	oneLine`
		(impacting|affecting|affects|hurting|disrupting|hurts|damaging|harming|killing|crippling|
		jeopardizing|threatening) (our|my|the|all our) (business|customers|clients|users|operations|
		productivity|revenue|production|reputation|sales|launch|team|work)
	`,
	'(big|huge|serious|severe|massive|real|negative|direct|significant) impact on (our|the)',
	'(our|my) (reputation|credibility) (damage|damaged|suffering|suffers|stake|risk|line)',
	'damage (to|our) (reputation|credibility|brand|relationship)',
	'embarrassing|embarrassed|embarrassment|humiliating|humiliated',
	'make (us|me) look (bad|stupid|unprofessional|incompetent|foolish|like|ridiculous|terrible)',
	"can't do (my|our|their|any) (job|jobs|work)",
	"can't do anything",
	"can't do business",
	"can't work (at all|like this|anymore|today|without|until|properly)",
	"(we|i|team|staff) can't work",
	"can't get (any|our|my) work done",
	oneLine`
		can't (pay|bill|operate|serve|close|onboard|support|run|ship|invoice) (our|my|payroll|employees|
		customers|staff|orders|the books|clients|anyone|the month)
	`,
	'waste (hours|days|weeks|half a day|an entire|the entire|a whole)',
	'waste (so much|my|our|everyones|too much) time',
	oneLine`
		(spent|spend|spending) (hours|days|the entire|the whole|all|weekend|half) (day|morning|afternoon|
		weekend|week|night)? (trying|fixing|redoing|manually|cleaning|rebuilding|troubleshooting|debugging|
		restoring|correcting|explaining|apologising|apologizing)
	`,
	oneLine`
		(whole|entire) (day|morning|afternoon|weekend|week|night) (trying|fixing|redoing|manually|wasted|
		lost|cleaning|rebuilding|restoring|gone)
	`,
	'(redo|reenter|re enter|rebuild|recreate|retype) (everything|all|manually|from scratch|it all|them all|every)',
	'(had to|having to) start over|from scratch',
	oneLine`
		(have to|had to|having to|forced to|reduced to) (do|enter|fix|copy|process|track|update|check|
		correct|type) (everything|it|this|them|orders|all)? (manually|by hand|on paper)
	`,
	'back to (spreadsheets|excel|paper|a spreadsheet|word)',
	'(with|on) (pen and paper|paper again|a whiteboard)',
	'(agents|team|staff|reps|people) (apologise|apologize|apologising|apologizing) (to|for|before)',
	'(out of the|the) door (since|because)',
	'in the middle of (our|a|the) (launch|campaign|audit|payroll|close|peak|migration|event|demo|quarter|client call)',
	'(line|queue|queues) (out of|to) the door',
	'phone not stopped ringing',
	'phones ringing (since|all|nonstop)',
	'(fix|redo|correct|reconnect|re enter) by hand',
	'(salaries|wages|payroll|paychecks) (affected|late|wrong|delayed|stuck)',
];

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

export const frustration: readonly string[] = [
	oneLine`
		frustrated|frustrating|frustration|frustrates|frustratingly|exasperated|exasperating|infuriating|
		infuriated|aggravating|aggravated|maddening
	`,
	'angry|furious|livid|outraged|outrageous|outrage|enraged|irate|appalled|disgusted|disgusting|pissed',
	oneLine`
		disappointed|disappointing|disappointment|dismayed|dissatisfied|dissatisfaction|displeased|
		unimpressed|underwhelmed|disheartened|disheartening|disillusioned
	`,
	'(unhappy|upset) (with|about|at|that|by|because|over)',
	'(very|really|extremely|deeply) (unhappy|upset)',
	'let (us|me|everyone) down',
	'not (happy|pleased|satisfied|impressed|amused|thrilled|acceptable|professional|reasonable|sustainable|funny)',
	'not good enough',
	'not the first time',
	oneLine`
		unacceptable|inexcusable|unforgivable|intolerable|ridiculous|absurd|ludicrous|laughable|pathetic|
		disgrace|disgraceful|shameful|appalling|atrocious|abysmal|horrendous|insulting|deplorable|
		preposterous|farce|shambles|fiasco|debacle|travesty|untenable|egregious|unprofessional|
		unsatisfactory
	`,
	oneLine`
		terrible|awful|horrible|dreadful|horrific|garbage|rubbish|crap|crappy|shit|shitty|bullshit|sucks|
		junk|lousy|useless|worthless|disaster|disastrous|nightmare|catastrophe|catastrophic|insane
	`,
	'wtf|ffs|goddamn|fuck|fucking|damn',
	'fed up',
	'sick of',
	'sick and tired',
	'tired of (being|having|this|your|the|waiting|explaining|hearing|these|repeating|chasing|all)',
	'had enough',
	'enough is enough',
	'had it with',
	'(i|we) have had it',
	'wits end',
	'at a (complete|total) loss',
	'at (our|my) limit',
	'breaking point',
	'(driving|drives|drove) (me|us|everyone) (crazy|nuts|mad|insane)',
	"can't (believe|fathom|comprehend|tolerate|accept)",
	"can't (keep|go on) (doing|having|like this)",
	"can't (stress|emphasize|overstate) enough",
	"can't understand (how|why)",
	'hard to (believe|accept|understand) (how|why|that)',
	'(struggle|struggling) to (understand|see) (why|how)',
	'fail to (see|understand) (why|how)',
	'not understand (why|how) (this|it|you|we|such|still|nobody|that)',
	'beyond (belief|frustrated|frustrating|unacceptable|ridiculous|annoyed|annoying|comprehension|a joke)',
	'past a joke',
	'how (is|can) (this|that|it) (possible|acceptable|okay|ok|allowed|still|even|happen)',
	'how (hard|difficult) can it be',
	'(what|why|how) on earth',
	'(what|why|how) the (hell|heck)',
	'what is the (point|use)',
	'what a (joke|mess|waste|disaster|nightmare|shame|disgrace|disappointment|farce|circus)',
	'(is|was|complete|total|absolute|utter|such) a (joke|mess|shame|disgrace|shambles|farce|embarrassment|letdown)',
	'(complete|total|absolute|utter) (waste|failure|chaos|nonsense|lack|joke|mess|disaster)',
	'waste of time',
	oneLine`
		(getting|becoming|growing) (really|very|so|beyond|quite|rather|a bit)? (old|tiresome|tiring|silly|
		worrying|concerning|unbearable|impatient|ridiculous)
	`,
	'out of hand',
	'from bad to worse',
	'(gone|going|goes|went) downhill',
	'worse and worse',
	'(got|gets|getting|become) worse (with|every|and|by|each)',
	'less than (ideal|satisfactory|impressed|impressive|helpful|acceptable|thrilled)',
	'far from (ideal|acceptable|satisfactory|happy|perfect)',
	'(leaves|left|leave) (much|a lot|something) to be desired',
	'(expected|expect|deserve|hoped for|expecting) (better|more from|so much more|much better)',
	'(falls|fell|fall|falling) short',
	'with all due respect',
	'so much for',
	'(starting|started|beginning|began) to (wonder|doubt|question|regret|suspect|lose|worry)',
	oneLine`
		(very|really|extremely|deeply|increasingly|seriously|gravely|highly|genuinely) (concerned|worried|
		worrying|concerning|alarmed|troubled|bothered|annoyed)
	`,
	'"alarming"',
	'"troubling"',
	'"disturbing"',
	'unsettling|shocked|shocking|stunned|baffled|baffling|mystified|astounded|incredulous|speechless|flabbergasted|bewildered',
	'(a bit|somewhat|rather|quite) (surprised|surprising) (to|that|by|you|when)',
	'oh (great|joy|wonderful|fantastic|brilliant|lovely|good)',
	'(great|nice|brilliant|wonderful|fantastic|excellent|outstanding|amazing|impressive|fine) (job|work) (breaking|ruining|losing|deleting)',
	'(great|fantastic|amazing|brilliant|wonderful|nice|lovely|perfect) (way|time|timing|moment) to (lose|ruin|break|waste)',
	oneLine`
		(love|loving|adore|enjoy) (how|that|when) (it|nothing|every|my|our|your|the) (never|always|keeps|
		crashes|breaks|fails|loses|deletes|disappears|freezes|works)
	`,
	'yet another (outage|bug|excuse|failure|incident|crash|week|day|problem|issue|delay|error|broken)',
	'as usual',
	'slap in the face',
	'insult|insulting|insulted',
	'amateur|amateurish|negligent|negligence|careless|carelessness|sloppy|reckless|irresponsible',
	'half (baked|assed)',
	'not ready for (production|release|prime time)',
	'not fit for purpose',
	oneLine`
		(does|do|did|has) (anyone|anybody|someone|you guys|you people|you) (even|ever|actually|over there|
		at) (test|tested|care|think|use|read|listen|check)
	`,
	'(did|does) (anybody|anyone) (think|test|ask|consider|over there use)',
	'do you (even|actually|realise|realize) (test|care|read|have|what|how|know)',
	'do you have any idea',
	'who (tests|tested|approved|thought|decided|signed off) (this|that|it)',
	'get your (act|shit|stuff) together',
	'fix (this|it|your|that) (now|immediately|already|mess|garbage|crap|shit|damn|for good)',
	'(please just|just please|please finally|for the love of) fix',
	'something (must|has to|needs to) (change|be done)',
	'(legal|finance|management|the board|my boss) is beside',
	'(asked|ask) (two|three|four|five|several) times',
	'laugh (at|when)',
	'(defeats|defeating) the purpose',
	'(demand|demanding) (answers|an explanation|an answer|immediate|action)',
	'(not|no longer) tolerate',
	'put up with',
	'(no|there is no) excuse (for)?',
	'hate (this|your|that|it|using|how|when|the new)',
	'stupid|stupidity|idiotic|idiots|idiot|dumb|moronic|moron|nonsense|nonsensical|madness',
	'unreliable|undependable|untrustworthy',
	'not reliable (enough|anymore|at all)?',
	'shame on you',
	'(do|must do|can do) better than this',
	'should (not|never) (have happened|happen|be happening|be this|be so hard|take this|have been)',
	'too much to ask',
	oneLine`
		why (is|are|does|do|must|am) (it|this|everything|i|we|that|the|your) (so|still|always|keep|
		constantly|not|no longer) (hard|difficult|broken|happening|complicated|slow|paying|waiting|failing|
		having|work)
	`,
	'why bother',
	'why (not|was not|were not|did not) (told|tell us|tell me|inform|warned|warn us)',
	`why did ${NOBODY} (tell|warn|inform|notice)`,
	'(really|seriously|honestly|frankly) (annoyed|annoying|disappointed|tired|ridiculous|unhappy)',
	'excruciating|agonizing|torture|hellish|miserable|misery|ordeal|crying|cried|despair|desperate',
	oneLine`
		(unbelievable|unbelievably|incredibly|ridiculously|absurdly|painfully|insanely) (slow|bad|poor|
		difficult|hard|confusing|buggy|long|complicated)
	`,
	'(this is|simply|just) unbelievable',
	'explain (how|why|this) to (my|our) (boss|customers|clients|ceo|board|team|auditors)',
	'explain (how|why) (this|it) (happened|is possible|is still|is acceptable)',
	'what is going on',
	'give (us|me) back (the|our|my)',
	'want (the old|my old|our old) (back|one back|version back)?',
	'(took|taken|removed|take) away (the only|a feature|the feature)',
	'(am|are) done (explaining|asking|waiting|arguing)',
	'(one|two|1|2) (stars|star)',
	'what did (we|i) (sign|pay for|buy)',
	'what are we supposed to do',
	'(wanted|want) to like (this|it|your)',
	'should (i|we) (tell|explain) (my|our|to my|to our) (customers|clients|boss|team|ceo)',
	'a good explanation for',
	'about to write (my|a|our) (review|g2)',
	'not (ok|okay|normal|fair) (that|when)',
	'whoever is responsible',
	'(is|its) sad really',
];

export const access: readonly string[] = [
	"can't login",
	"can't get (in|into|back in|back into) (our|my|the|account|anymore|again|since)?",
	"can't access (my|our|the|any|anything|it) (account|workspace|dashboard|portal|system|platform|data|files)?",
	'(locked|lock|locking) (us|me|users|everyone|the team) out',
	'locked out (of|again|since|every|completely)',
	'(all|everyone|users|team|we are|are) locked out',
	'(login|sso|saml|mfa|2fa|password|authentication) (broken|fails|failing|loop|rejected|stopped|down)',
	'(login|sso|saml|mfa|2fa|password|authentication|authenticator) not (work|accepted|recognized|recognised|loading)',
	oneLine`
		(password reset|reset link|reset email|verification code|confirmation email|activation link|
		activation email|2fa code|mfa code|security code|login code|sms code|invite|invitation email|
		password email) (not|never) (work|arrive|received|receive|come|sent|accepted)
	`,
	'(reset link|activation link|invite link|login link) (expired|broken|invalid)',
	'(password|reset|activation|verification) (emails|mails) (land in spam|not arriving|never arrive|not arrive)',
	'lost access to',
	'access (denied|revoked) (again|since|although|even|suddenly|every|for|despite)',
	'(account|accounts|users|workspace) (suddenly|been|wrongly|mistakenly|still) (locked|blocked|disabled|deactivated|suspended)',
	'permissions (gone|reset|lost|broken|removed|wrong) (since|after|again|suddenly|overnight)',
	'(logged|logs|kicked|signed|logging) (me|us|users|everyone)? out (every|constantly|randomly|repeatedly|again|several|while|mid)',
	'(logs|kicks|logging|kicking) (me|us|users|everyone) out',
	'(asks|asking|asked) (for|me|us) (a|to)? (login|password) (every|again|each|constantly)',
];

/** Leaving, shrinking or ending the contract, however calmly it is said; articles and possessives are passed over. */
export const cancellation: readonly string[] = [
	oneLine`
		cancel|terminate|discontinue (subscription|subscriptions|contract|contracts|account|accounts|
		membership|agreement|licence|license|licences|licenses|renewal|workspace|tenant)
	`,
	'cancel our|my plan|services',
	'end|ending our|my subscription|contract|agreement|membership',
	'close|closing|deactivate our|my|this|the account|accounts|workspace|organisation|organization|tenant',
	'(delete|shut down|remove) (our|my|the|this) (whole|entire|company)? account|workspace',
	'(account|subscription|contract) (closure|cancellation|termination)',
	'(cancellation|termination) of our|my|the contract|subscription|account|agreement|membership',
	'notice of (non renewal|termination|cancellation)',
	'cancel (at|by|before|effective|with effect|as of) (end|renewal|expiry|today|month|term)',
	'not (renew|renewing|be renewing) our|my|the|this|next|at|for|when|in',
	'not (extend|extending|be extending|prolong) contract|agreement|subscription|licence|license|plan|term',
	"won't renew",
	'let (contract|subscription|licence|license|plan|agreement) (expire|lapse|run out)',
	'(turn off|disable|switch off|stop|cancel) (auto renewal|automatic renewal|auto renew|renewal)',
	'(opt out of|do not want) (renewal|auto renewal|automatic renewal)',
	'downgrade (us|me) (to|from)',
	'downgrade our|my|the account|plan|subscription|licence|license|contract|seats|package|tier',
	'downgrade to (the)? (free|basic|starter|lower|smaller|smallest|cheaper|cheapest)',
	oneLine`
		(move|switch|change|drop|go) (us|our account|back|down)? to (the)? (free|smaller|smallest|lower|
		cheaper|cheapest) (plan|tier|package|edition)
	`,
	'(reduce|drop|cut|lower|decrease|scale back) (our|the|number of)? (seats|licences|licenses|seat count|licence count|license count)',
	'(reduce|downgrade|drop|go down|scale down|cut) from seats|licences|licenses|users',
	'(stop|discontinue) using your|the|this product|service|software|tool|platform|app|system',
	'no longer need|require subscription|service|product|account|tool|licence|license|software|platform',
	'wind down our account|subscription|contract|workspace',
];

/** What the law lets a person ask for; not yet a reason to leave, but often its companion. */
export const dataDeletion: readonly string[] = [
	'(delete|erase|remove|deletion of|erasure of) (all|any)? (personal data|personal information|personally identifiable)',
	'delete|erase|remove all (data|information) (about|on|concerning) (me|us)',
	'right to erasure|(be forgotten)',
	'(gdpr|ccpa|data|privacy) (deletion|erasure|delete|removal) request',
	'request (the)? (deletion|erasure) of',
	'erasure request',
	'(article|art) 17',
	'under (gdpr|ccpa) delete|erase|remove|deletion|erasure',
];

import { oneLine } from '../../../../values/tables';
import { FAULT, JOBS, NOBODY, PARTNERS, PEOPLE, PRODUCT, RECORDS } from './alternatives';

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

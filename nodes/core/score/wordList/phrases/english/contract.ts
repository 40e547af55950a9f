import { oneLine } from '../../../../values/tables';

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

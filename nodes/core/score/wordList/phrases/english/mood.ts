import { oneLine } from '../../../../values/tables';
import { NOBODY, PEOPLE } from './alternatives';

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

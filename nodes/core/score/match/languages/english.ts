import { oneLine, pattern } from '../../../values/tables';
import type { MatchWords } from './types';

export const ENGLISH: MatchWords = {
	articles: 'the a an this that these those my our your his her their its some any',
	fillers: oneLine`
		be have do get seem appear to of in on at for from with by as it them all just even really
		actually still yet already again also now currently simply suddenly apparently somehow always
		often only more most very too so quite completely totally entirely fully partially properly
		correctly right anymore ever since back up out out there here both each every own same anything
		something everything else either etc well much about into over today yesterday tonight please like
		kind sort bit little longer any new ago even few lot whole entire various several many certain
		last past this next
	`,
	pronouns: 'i we you he she they it us me them anyone someone everybody everyone somebody',
	modals: "would could might may will shall should can 'll 'd ll",
	clauseBreaks: oneLine`
		but because although though however whereas while except unless otherwise therefore hence
	`,
	conjunctions: 'and or nor plus &',
	conditions: 'if whether',
	negations: 'no never without neither none nor hardly nobody',
	nothing: 'nothing',
	resolutions: [
		'works|working (now|again|fine now|perfectly now|great now|as expected)',
		'now works|working',
		'all works|working fine|well|now|again',
		'seems|appears to be work|working (fine|again|now|ok)',
		'works like a charm',
		'worked like a charm',
		'got it working|sorted|fixed|resolved|solved',
		'got it to work',
		'managed to (fix|solve|resolve|sort) (it|this|that|the issue|the problem)',
		'be fixed|resolved|solved|sorted',
		'now fixed|resolved|solved|sorted',
		'fixed|solved|resolved itself',
		'issue|problem|error|bug|everything|case|ticket|matter|all resolved|fixed|solved|sorted',
		'resolved|fixed|solved|sorted now|thanks|thank you',
		'all sorted|resolved|fixed|solved',
		'all good|well now|again|here|on|so|thanks|thank',
		'all good',
		'all fine|set|clear now|again|since|thanks',
		'all fine',
		'back to normal',
		'up and running',
		'back online|up now|again',
		'issue|problem|error|bug|errors|problems be gone',
		'issue|problem|error|bug went away',
		'no longer an issue|problem|concern|happening|occurring|failing|broken|crashing|slow|stuck|down|affected',
		'not happening|occurring|failing anymore',
		'not happened|occurred since',
		'close|closing this|the|my|our ticket|case|request|issue|conversation',
		'can|please|may|could close this',
		'can|may be closed',
		'never mind',
		'nevermind',
		'nvm',
		'please disregard|ignore (this|my|the) previous|last|earlier|message|email|ticket|request',
		'disregard my',
		'false alarm',
		'figured it|this|that out',
		'found the cause|issue|problem|reason|solution|culprit',
		'user error',
		'be my|our own mistake|bad|fault|error|end|side',
		'my bad|mistake',
		'that did it|the trick',
		'did the trick',
		'that|this|it|restarting|clearing|reinstalling|update|fix|workaround fixed|solved|resolved|helped|worked',
		'the fix|patch|solution worked|works|helped',
		'thanks|thank for fixing|resolving|solving|sorting|restoring',
		'thanks|thank for the (quick|fast|prompt) (fix|resolution)',
		'recovered by itself',
		'sorry for the noise|confusion|false|trouble|bother',
		'fine|ok|okay|stable since',
		'been reversed|corrected|restored|refunded',
		'(is|are|came) back (now|again)? thanks|thank',
		'case closed (from|for|on)',
	],
	praise: [
		'love|loving the|your|this|it|using',
		'really|absolutely|we|i love',
		oneLine`
			great|excellent|amazing|fantastic|awesome|superb|brilliant|wonderful product|tool|work|job|service|
			support|team|feature|update|release|app|help|addition|experience|platform
		`,
		'thanks|thank so much for',
		'really|much|greatly appreciate|appreciated',
		'very|really|super|so happy|pleased|impressed|satisfied|helpful with',
		'happy|pleased|impressed|satisfied|delighted with',
		'keep up the good|great work',
		'well done',
		'works great|perfectly|beautifully|brilliantly|well for',
		'exactly what we|i needed|wanted',
		'saved (us|me) (time|hours|lots)',
		'highly recommend',
		'super|really|extremely helpful|useful|quick|easy',
		'kudos|shoutout|props to',
		'new (feature|release|update|version|dashboard) (is|looks) great|awesome|fantastic|amazing|excellent|brilliant|wonderful|nice',
		'big fan of',
		'game changer',
		'five|5 stars',
		'lifesaver',
	],
	calm: [
		'no rush|hurry|pressure|urgency',
		'not (urgent|pressing|critical|important|time sensitive)',
		'nothing urgent|critical|serious|major|live|dramatic',
		'not in a|any hurry|rush',
		'no big deal',
		'not a big|real|huge|major deal|problem|issue',
		'low priority',
		'not a priority|blocker',
		'just curious|wondering|asking',
		'out of curiosity|interest',
		'whenever you have|get time|chance|minute',
		'take your time',
		'at your convenience',
		'for your information',
		'just for information|our records|our notes',
		'thought you (would|might) (like|want) to know',
		"thought you 'd like|want to know",
		'works fine otherwise',
		'otherwise fine|great|happy',
		'can live with',
		'no need to (do anything|rush|hurry)',
		'no action (needed|required|necessary)',
		'for your (logs|records|bug list)',
		'not a problem for us',
		'cosmetic',
	],
	content: [
		oneLine`
			no|zero problem|problems|issue|issues|trouble|hiccups|glitches|crash|crashes|outage|outages|error|
			errors|bugs|downtime (at all|so far|since|whatsoever|to report|anymore|this)
		`,
		'no|zero complaints|downtime|crashes|outages',
		'no problem at all',
		'without (any|a single|a)? problem|problems|issue|issues|hitch|glitch|hiccup|trouble',
		'not a single|one crash|outage|problem|issue|error|glitch|complaint',
		'never disappoints|disappoint|disappointed',
		'never (let|lets) (us|me) down',
		'not swap|trade (it|this|you|them)? for',
		"can't|not recommend|praise|thank|speak (it|you|them|this)? (highly|warmly)? enough",
		'not be happier|prouder',
		'exceeded (our|my|all)? expectations',
		'nothing to complain about',
		'hats off',
		'fucking|damn|bloody|freaking awesome|great|amazing|brilliant|fantastic|good|love',
	],
	notYet: pattern()`
		until|till|once|when|if|unless|as soon as|soon|hope|hoping|hopefully|please|pls|need|needs|want|
		wants|wanted|must|should|would|will|can|could|get|have|having|expect|expected|expecting|before|
		after|to be|not|never|isn't|wasn't|hasn't|aren't|didn't|supposedly|allegedly|apparently|claimed|
		claims|told|said|says|thought|supposed|promised?|promises|assured|announced|scheduled|planned|
		marked(?: as)?|why|how|nothing|neither|without|each time|every time
	`,
	imagined: pattern()`
		what (?:happens|happen|would happen|will happen|if|about when)|in (?:the )?case|in the event|
		suppos(?:e|ing)|hypothetical(?:ly)?|how (?:do|does|would|should|can|will) (?:you|we|i|it|they|
		the \w+|your \w+) (?:handle|deal with|behave|react|recover|respond)|any risk|a risk|risk of|avoid|
		prevent|worst case|for example if|simulat\w+
	`,
	asksMeaning: /what (?:do|does|is|are|did)/,
	means: /means?/,
	condition: /if|whether|should|unless/,
	determiners: pattern()`
		a|an|the|my|our|your|any|some|one|of|it|this|that|these|they|we|i|you|he|she|someone|ever|or
	`,
	modal: pattern()`
		would|could|might|(?<!\b(?:\d+|in|of|since|on|by|from|until) )may(?! \d)|can|will|'d
	`,
	general: pattern()`
		how (?:do|can|could|would|should|to)|how (?:is|are|does) \w+|is there (?:a|an|any|some)|are there|
		is it possible|(?:can|could|may|should|do|would) (?:i|we|it|this|the|your|users|customers)|
		does (?:your|the|it|this)|where (?:do|can|is|are)|which|what (?:is|are|does|do|kind)|when exactly|
		would (?:like|love) to|wondering (?:if|whether|how)|interested in|want to know
	`,
	complaining: pattern()`
		why|still|keeps?|kept|again|since|anymore|any more|yesterday|fix\w*|restore\w*|recover\w*|
		investigat\w*|look|help|explain\w*|stop|back|get|urgent\w*|someone|anyone|anybody|please
	`,
	turn: /but|however|except|although|though|still|only/,
	reported: /promised?|told|assured|wrote|said|claims?/,
	that: /that/,
	forAWhile: pattern()`
		for (?:a|about|an|one|two|five|ten|\d+|some|maybe)|until|till|as (?:promised|claimed)|not
	`,
	takenBack: pattern()`
		but (?:now|then|again|it|the|we|i|today|this|still)|and now|only to|and then|then (?:broke|
		stopped|failed|it|the|all|suddenly|yesterday|today|out)|all of a sudden|suddenly|again and again
	`,
	spoiled: pattern()`
		worse|after|before|until|still|not|never|without|instead|would|will|should|could|to be|going to|
		gets
	`,
	aside: pattern()`
		p\.? ?s\.?|by the way|btw|unrelated|separately|other (?:issue|problem|question|ticket)
	`,
	broughtBack: /restored|recovered|retrieved|reappeared|(?:is|are|came|got \w+) back/,
	asked: /delete|erase|remove|wipe|clear|reset|overwrite|merge/,
	asking: pattern()`
		please|kindly|to|can you|could you|would you|will you|and|then|we can|you may
	`,
	was: /(?:was|were|is|are)(?: (?:we|i))?/,
	none: /none|no|nil|zero|0|nothing|n\/a|never/,
	kindOfRule: pattern()`
		fee|fees|clause|section|policy|policies|prevention|protection|insurance|scenario|coverage|warning|
		dialog
	`,
	afterTime: /(?:after|within) \d+ (?:days|weeks|months|years)/,
	ruleBefore: pattern()`
		maximum|maximal\w*|acceptable|potential|possible|against|risk of|avoid|prevent|protect \w+ from|
		without|(?:when|after|once|if) (?:a|an|the)|one of|two of|a few of
	`,
	oath: /f+u+c+king?|fuckin|fricking|freaking|bloody|damn|goddamn/,
	glad: pattern()`
		awesome|great|amazing|good|love|lovely|brilliant|genius|nice|cool|fantastic|perfect|impressive|
		fast|beautiful|excellent|incredible
	`,
	others: pattern()`
		their|his|her|a|an|customers?'?s?|clients?'?|users?'?|subscribers?'?|members?'?|students?'?|
		patients?'?|employees?'?|colleagues?'?|guests?'?|tenants?'
	`,
	contract: /subscription|contract|account|plan|membership|licen[cs]e|agreement/,
	ofPreposition: /of|for|from|by/,
	ofArticle: /a|an|one|some|the|this|that|our|my/,
	people: pattern()`
		customer|client|user|subscriber|member|student|patient|guest|employee|colleague
	`,
	when: /if|when|once|after|unless|until/,
	anyTime: /any ?time|at any point|monthly|month to month/,
	undone: /by mistake|by accident|accidentally|reactivate|restore|undo|reinstate/,
	part: pattern()`
		add-?ons?|modules?|seat\b(?!s)|webinars?|orders?|meetings?|bookings?|buttons?|magazines?|
		newsletters?|test accounts?|demo accounts?|service accounts?|guest accounts?|personal account|
		free account
	`,
	few: /\d|one|two|three|four|a few|some/,
	ofOurs: /of our |of the |of my |unused /,
	seats: /seats|licen[cs]es|users/,
	from: /from/,
	to: /to/,
	trial: /trial|pilot|demo/,
};

import { oneLine } from '../../../values/tables';
import type { CueList, ModelWords } from './types';

/**
 * What customers of software companies say, by what it tells. Written for this pack, not taken from
 * a data set. `word*` matches a beginning, `~` up to two words between; the weights are learnt.
 */
const ENGLISH_CUES: CueList = {
	failure: oneLine`
		doesnt work|does not work|do not work|dont work|didnt work|did not work|not working|isnt working|
		arent working|wasnt working|stopped working|wont work|cant get ~ to work|broken|broke|breaks|
		stopped|has stopped|have stopped|crash*|freez*|frozen|froze|hangs|hang|hung|hanging|is down|
		are down|was down|down again|went down|goes down|outage*|fails|failing|failed|keeps failing|
		nothing happens|nothing happened|does nothing|did nothing|do nothing|wont load|doesnt load|
		not loading|never loads|wont open|doesnt open|not opening|wont start|no longer|stuck|stalled|blank|
		empty|not saving|not saved|doesnt save|didnt save|not syncing|doesnt sync|isnt syncing|didnt sync|
		not sent|werent sent|wasnt sent|never sent|not delivered|not being delivered|not arriving|
		doesnt arrive|didnt arrive|havent arrived|never arrive*|not firing|isnt firing|didnt fire|
		not received|didnt receive|timeout*|timed out|times out|unresponsive|unusable|unreachable|
		unavailable|spinner|spinning|spins|error out|errors out|throws|throwing|malfunction*|glitch*|buggy|
		bug|bugs|error|errors|kaput|dead|dies|dying|conked|bricked|garbled|corrupt*|messed up|screwed up|
		hosed|goes nowhere|not appearing|not showing|doesnt show|dont show|disconnect*|drops|dropped|
		dropping|rejected|denied|ignored|ignores|skipped|not run|hasnt run|didnt run|has not run|
		not updating|doesnt update|hasnt updated|unassign*|does nothing|grey|greyed out|grayed out|
		kicked out|thrown out|logged out|reset itself|resets|keeps resetting
	`,
	loss: oneLine`
		disappear*|vanish*|gone|missing|wiped|erased|lost|lose|losing|overwr*|overwrote|where are ~ my|
		where is ~ my|where are our|where is our|where did ~ go|data loss|got deleted|was deleted|
		were deleted|been deleted|has been deleted|nowhere to be found|no longer there|not there|
		zero ~ left|cannot be recovered|cant be recovered|not recoverable|unrecoverable|unrecovered|
		nobody deleted|noone deleted|came over empty|trash is empty
	`,
	wrongData: oneLine`
		wrong|incorrect*|inaccurate|mismatch*|dont match|doesnt match|do not match|does not match|not match|
		dont add up|doesnt add up|dont agree|different every time|different numbers|off by|inconsistent*|
		discrepan*|double|doubled|duplicate*|twice|someone elses|another company*|another customer*|
		other customer*|other companies|not ours|isnt ours|arent ours|under the wrong|wrongly|mixed up|
		inflated|understat*|overstat*|attributed to|to the wrong|in the wrong|cannot trust|cant trust|
		which one is true|which number
	`,
	blocked: oneLine`
		cant work|cannot work|cant do ~ job*|cannot do ~ job|unable to|not able to|arent able to|
		isnt able to|blocked|blocking|blocks us|blocker|locked out|lock out|standstill|at a stop|
		stand still|sitting idle|sitting here|cant access|cannot access|cant log in|cannot log in|
		cant login|cant sign in|cannot sign in|cant open|cannot open|cant send|cannot send|cant export|
		cannot export|cant import|cant ship|cannot ship|cant invoice|cant bill|cant pay|cant process|
		cant get in|cant get into|cant reach|cant take|cant close|cannot close|cant use|cannot use|cant see|
		cant create|cannot create|nobody can|no one can|noone can|none of us can|none of our|none of the|
		nobody here|halted|halt|grinds|ground to|crippl*|paralys*|paralyz*|impossible to|dead in the water|
		hands are tied|forced to|we are forced|prevents us|preventing us|keeps us from|stops us
	`,
	people: oneLine`
		customers are asking|partners are asking|people are asking|customers ask|customers call|
		customers keep|phone hasnt stopped|phone keeps|phone started ringing|phones|people are waiting|
		are waiting|are standing|standing around|sitting around|waiting rooms|queue|queues|line to the door|
		walk out|going around the system|fielding|hotline|frontline|front desk|new hires|new starters|
		volunteers|residents|members of staff|our customers|our clients|my clients|my customers|our users|
		our client|a client|our employees|all our|our whole team|whole team|entire team|entire company|
		whole company|all of us|everyone here|every one of|whole department|entire department|half the team|
		half of our|half our|the whole office|our agents|our reps|my team|our team|patients|students|
		drivers|nurses|colleagues|staff|workers|technicians|our shops|our stores|branches|our guests|
		our members|candidates|applicants|tenants|people affected|is affected|are affected|users affected|
		angry at us|shouting at us|calling us|calls from|complain*|asking me|asks me|ask me
	`,
	business: oneLine`
		truck|late fee|lost the deal|lost a deal|lost deal|voided|client review|client call|client meeting|
		board deck|board review|forecast|quarterly|closing date|tender|contract penalty|service desk|
		call centre|call center|go to market|pipeline review|commission|bonus|deposit|rent|grant|regulators|
		inspection|inspector*|certification|recertification|downtime|sla|production|in prod|revenue|orders|
		payroll|invoices|salaries|wages|commissions|losing money|losing orders|losing sales|lost sales|
		losing customers|lost orders|cost us|costs us|costing us|costing|ad spend|per minute|per hour|
		board meeting|the board|investors|shareholders|ceo|cfo|cto|coo|my boss|our boss|boss|management|
		my manager|my director|director|vp|auditor*|audit|compliance|regulator*|tax|month end|quarter end|
		month close|closing the books|year end|close the month|checkout|warehouse|shipment*|deliveries|demo|
		launch|go live|presentation|presented|embarrass*|apologis*|apologiz*|explain to|look bad|
		looked like|penalty|fine|fined|reputation|campaign
	`,
	deadline: oneLine`
		today|tomorrow|tonight|by noon|by friday|by monday|by tuesday|by wednesday|by thursday|by end of|
		by eod|by tomorrow|end of day|end of business|deadline*|due today|due tomorrow|in an hour|
		in one hour|in two hours|in 0 hours|in 0 minutes|within the hour|before friday|before tomorrow|
		before monday|right now|immediately|asap|at once|urgent*|urgency|as soon as possible|
		running out of time|closes on|closes at|closes friday|cut off|cutoff|starts in|this week|
		time critical|time sensitive|emergency|critical
	`,
	repetition: oneLine`
		again|once again|0th time|0th message|0th mail|0th email|0th mail|0th ticket|0th call|0th attempt|
		0th request|0th week|0th day|0th month|0th year|0th person|0th agent|0th reminder|0th outage|
		0th incident|0th case|0th letter|0th monday|0th morning|0th engineer|0th colleague|0th weekend|
		0th invoice|0th quarter|0th release|for the 0th|my 0th|now the 0th|the 0th e mail|0 tickets|
		0 reminders|0 calls|0 mails|0 emails|0 e mails|0 messages|0 attempts|wrote ~ 0|more than once|
		not the 0th|0 separate|0 different|in the past 0|last 0 times|yet again|again and again|still|
		still not|still no|still isnt|still doesnt|still cant|still broken|third time|fourth time|
		fifth time|second time|0rd time|0th time|0nd time|nth time|umpteenth|every time|each time|
		every single|every day|every morning|every week|each morning|each week|all the time|all day|
		constant*|continu*|keeps|keep getting|keeps happening|repeated*|repeatedly|over and over|
		time and again|several times|multiple times|many times|countless|0 times|twice now|second week|
		third week|third day|second day|fourth day|in a row|third ticket|fourth ticket|second ticket|
		third outage|second outage|another outage|another ticket|ongoing|recurring|happening again|
		happened again|came back|comes back|back again|same problem|same issue|same error|same thing|
		same answer|already tried|tried everything|already told|already explained|already sent|
		already reported|already done|as before|as i said|as i wrote|as mentioned|like last time|
		like i said|here we go|month five|month three|year three|since the update|since your update|
		since the release|since last|since monday|since tuesday|since wednesday|since thursday|since friday|
		since saturday|since sunday|since yesterday|since this morning|for weeks|for days|for months|
		for hours|for years|how many times|how many more|how often do i|yet another
	`,
	waiting: oneLine`
		no reply|no response|no answer|no update|no updates|no news|not replied|havent replied|
		hasnt replied|didnt reply|never replied|never answered|not answered|nobody answer*|noone answer*|
		nobody repl*|nobody respond*|no one repl*|no one answer*|no one respond*|no one has|nobody has|
		nobody came back|nobody got back|got back to us|gotten back|havent heard|have not heard|
		heard nothing|not heard|hear back|without a reply|without an answer|without a response|waiting|
		still waiting|wait|waited|been waiting|days ago|weeks ago|months ago|0 days|0 weeks|0 months|
		two days|two weeks|three days|three weeks|four days|four weeks|five days|six weeks|ten days|
		eleven days|twelve days|a week|over a week|more than a week|two months|three months|past week|
		days now|weeks now|hours now|months now|any update|any updates|any news|any progress|no progress|
		follow up|following up|chasing|chase|chased|on hold|hung up on|silence|silent|crickets|
		radio silence|anyone there|anybody there|is anyone|is anybody|hello anyone|ghosted|ignored|ignoring|
		left hanging|unanswered|overdue|late|delay*|takes forever|forever|when will|how long|
		how much longer|until when|promised|was promised|were promised|was told|were told|you said|you told|
		i wrote on|i called|called twice|wrote twice|emailed twice|my last email|my previous|
		my last message|my earlier|in my first|first message|reminder|outstanding since|open since|
		has been open|sat there|sitting in|in limbo|passed to|pass this on|passed on|looking into it|
		being investigated|we are investigating|under investigation|any response|anybody reading|
		anyone reading|do you read|nothing new
	`,
	churn: oneLine`
		cancel our|cancel my|cancel the contract|cancel the subscription|cancelling our|cancel immediately|
		want to cancel|going to cancel|will cancel|we cancel|terminate|termination|leave you|leaving|
		we leave|we are leaving|we left|switch to|switching|switch provider*|switch vendor*|switch away|
		move away|moving away|move to another|moving to a competitor|moving to|migrating away|competitor*|
		alternative*|other vendors|other tools|other options|another vendor|another tool|another provider|
		another solution|elsewhere|look around|looking around|looking for something else|looking at other|
		evaluating|not renew*|wont renew|wont be renewing|will not renew|dont renew|do not renew|
		not be renewing|not auto renew|not to renew|reconsider*|rethink*|not continue|not to continue|
		walk away|end our contract|end the contract|ending our|take our business|last straw|out of here|
		goodbye|justify|cant justify|can not justify|hard to justify|right tool|wrong tool|get it through|
		before the renewal|our renewal|renewal is|renewal comes|comes up for renewal|up for renewal|
		downgrade because|money back|data out|exit
	`,
	legal: oneLine`
		lawyer*|attorney*|legal action|legal team|our legal|legal steps|legal counsel|solicitor*|sue|court|
		litigation|breach of|material breach|in breach|breached|sla breach|breach|gdpr|
		supervisory authority|data protection authority|authority|authorities|regulator|damages|
		compensation|liable|liability|formal notice|formal complaint|notice of|chargeback|dispute|disputing|
		disputed|reserve all rights|reserve the right|contractual*|contract says|our contract|in writing|
		trading standards|ombudsman|consumer protection|report you|reporting you|statutory|fraud|fraudulent|
		illegal|unlawful|scam|stealing|theft|compliance violation|our sla|the sla|sla was|sla credit*
	`,
	money: oneLine`
		charged twice|double charged|charged again|overcharged|over charged|charged for|charged us|
		charged me|you charged|wrong amount|wrong invoice|unexpected charge|unauthori*|without asking|
		without notice|without warning|without our consent|refund|refunded|reimburs*|money|overage*|
		hidden fee*|price increase|price hike|rip off|ripoff|expensive|waste of money|paying for|we pay|
		i pay|we paid|i paid|already paid|paid for|paid plan|premium support|bill us|billed us|billed for|
		billed twice|invoiced at|keep charging|still being charged|still charging|auto upgraded|
		suspended our|suspended us|you suspended|dunning|collections|payment stop|bank will
	`,
	anger: oneLine`
		unacceptable|inacceptable|not acceptable|ridiculous|absurd|outrageous|disgrace*|a joke|is a joke|
		joke|laughable|useless|worthless|terrible|awful|horrible|appalling|atrocious|abysmal|dreadful|
		pathetic|shameful|shame on|worst|disgust*|furious|angry|anger|livid|fuming|mad|outraged|infuriat*|
		fed up|sick of|sick and tired|tired of|had enough|enough is enough|had it with|ive had it|enough|
		insult*|insane|crazy|stupid|idiot*|incompeten*|unprofessional|negligen*|mess|nightmare|disaster|
		catastroph*|fiasco|shambles|circus|garbage|trash|rubbish|crap|crappy|bullshit|shit|shitty|damn|
		dammit|hell|wtf|fuck*|sucks|suck|hate|hated|hates|screw*|lousy|awfully|annoy*|irritat*|pissed|
		beyond belief|beyond a joke|unbeliev*|incredible that|inexcusable|embarrassing|ashamed|how dare|
		moron*|clown*|dumb|lie|lies|lied|liar*|lying|scandal*|hopeless|intolerable|absolutely not|seriously|
		come on|for gods sake|for heavens sake|ffs|omg|ugh|argh|grr|smh|😡|🤬|😤|👎|💩
	`,
	disappointment: oneLine`
		disappoint*|frustrat*|let down|let us down|expected more|expected better|expect more|expect better|
		used to love|used to be|used to recommend|regret*|sad|sadly|unfortunately|unhappy|dissatisfied|
		not happy|not satisfied|not pleased|not impressed|unimpressed|upset|concerned|worried|worrying|
		worries me|nervous|anxious|stress*|crying|cried|tears|exhausted|exhausting|exhausts|tired|drained|
		losing patience|lost patience|out of patience|patience|running out|run out of|losing trust|
		lost trust|lose trust|trust|confidence|losing faith|lost faith|lost confidence|losing confidence|
		given up|giving up|give up|at a loss|desperate|desperately|helpless|dont know what else|
		what else to try|wit s end|wits end|end of my|end of our rope|not what we signed|not what i signed|
		not what we were sold|not what was promised|sold us|sold to us|were sold|waste of time|wasted|
		wasting|waste|burden|painful|pain|a struggle|struggl*|tedious|cumbersome|clunky|awkward|confus*|
		horrified|shocked|shock|surprised to|not ideal|not great|not good enough|falls short|fall short|
		beyond frustrating|uncomfortable|unfair|mislead*|misled|betray*|doubt|doubts|second guessing|
		convinced me|put my name|my name on|call it your|wanted to like|hoped
	`,
	sarcasm: oneLine`
		congratulations|congrats|bravo|well done|great job|nice job|good job|nice work|brilliant|genius|
		impressive|thanks for nothing|thanks a lot|thanks a bunch|thank you for nothing|love how|i love how|
		love that|nice touch|nice one|lovely|wonderful|fantastic|marvellous|magic|magical|award|applause|
		slow clap|hats off|kudos|of course|apparently|supposedly|so called|allegedly|imagine|guess what|
		surprise|what a surprise|surprise surprise|shocking|shocker|as usual|as always|naturally|obviously|
		clearly|how convenient|convenient|cute|adorable|bold choice|interesting choice|i suppose|
		one definition of|in theory|on paper|must be nice|good luck|lucky us|lucky me|living the dream|
		just what|exactly what we needed|what i needed|cool cool|so thats fun|fun fact|fun times|
		another day another|holiday|gift|treat|thrilled|delighted|amazing how|truly|quite the|masterpiece|
		work of art|art form|magic trick|mystery|mysterious|adventure|suspense|bingo|lottery|roulette|
		hostage|kindly explain|do tell|pray tell|enlighten|feature not a bug|not a bug|by design
	`,
	support: oneLine`
		found out when|found out because|only noticed|only found out|noticed because|told by a customer|
		learnt it from|heard it from|heard about it|nobody picked|no one picked|not picked up|nobody looked|
		no one looked|nobody has looked|no one has looked|nobody at your|changed owner|reassigned|
		handed over again|every new agent|each new agent|asked for the same|ask for the same|
		asks for the same|link to the page|link to a page|pdf with|best practices|expected behaviour|
		expected behavior|working as designed|works as designed|wont fix|cannot reproduce|cant reproduce|
		could not reproduce|not reproducible|on our end|you closed|closed my ticket|closed the ticket|
		closed our ticket|closed as|marked as solved|marked as resolved|marked solved|closed automatically|
		auto closed|due to inactivity|same answer|canned|copy paste|copy pasted|copied and pasted|
		template answer|template response|generic answer|generic response|scripted|script|boilerplate|
		your bot|the bot|chatbot|bot|not what i asked|not what i|did not read|didnt read|read my|
		read the ticket|read what i|reading my|read a single|please read|actually read|actually look*|
		clear ~ cache|clearing ~ cache|clear my cache|restart ~ browser|another browser|incognito|
		turn it off|help article|link to an article|the article|passed around|bounced|bounce around|
		pointing fingers|finger pointing|blames|blaming|blame|not our network|not our fault|not my job|
		your side|your end|your colleague|your agent|your agents|your support|your team|first line|tier 0|
		level 0|first level|nobody|no one|noone|nobody told|nobody tells|nobody warned|nobody cares|
		dont care|doesnt care|no one cares|nobody knows|no idea|no clue|no explanation|no warning|no notice|
		no announcement|no communication|communication|tell us anything|find out by|found out|learned from|
		learnt from|from a customer|account manager|our csm|different names|different people|
		different agents|five people|fifth agent|fourth person|explain it again|explain again|
		explained ~ to|explaining|repeat myself|repeating myself|start over|starting over|from scratch|
		back and forth|runaround|run around|wild goose|dead end|brush off|brushed off|lip service|
		empty promises|excuse|excuses|apology|apologies|sorry does|sorry isnt|talk to the|speak to someone|
		human being|a human|real person|a person|someone senior|someone who can|someone competent|
		someone actually|engineer|manager|supervisor|escalat*|complaint|call me today|call me now|
		call me immediately|ring me|phone me|call us|your ceo|head of|reach out to whoever|
		who is responsible|whoever is|didnt help|did not help|made it worse|makes it worse|all in my first|
		in my first message
	`,
	accusation: oneLine`
		do you even|does anyone|does anybody|did anyone|did anybody|did you even|do you test|who tests|
		who approved|who thought|who decided|who designed|whose idea|what are we paying|what am i paying|
		what do we pay|why do we pay|why are we paying|what exactly|what were you|what is going on|
		whats going on|what happened|what on earth|what the|how is this|how is that|how can this|
		how can you|how could you|how hard|how difficult|is it too much|too much to ask|is that how|
		is this how|is this what|is that your|thats your answer|really|why on earth|why would|why did|
		why should|why is it|why cant you|why am i|why are we|why do i|tell me honestly|be honest|frankly|
		to be honest|honestly|to put it|let me be|make no mistake|you people|you guys|you have|you broke|
		you removed|you took|you changed|you moved|you deleted|you promised|you keep|you clearly|your fault|
		your mistake|your bug|your problem|on your side|put this right|fix this|fix it|just fix|please fix|
		sort it out|sort this out|get it fixed|do something|roll it back|roll back|rollback|undo this|
		give me back|give us back|bring back|want it back|i want|i demand|we demand|i insist|we expect|
		i expect|we need answers|i need answers|need an answer|need a fix|need this fixed|need to know|
		explanation|root cause|who can|what else|what now|what next|what are we supposed|what am i supposed|
		supposed to|meant to|should have|should not|shouldnt|at least|at this point|by now|not once|not one|
		not a single|not even|cannot be|cant be|point of|whats the point|whats the use|any point|no point|
		no use|makes no sense|no sense|only thing|the one thing|the reason we|reason we bought|
		bought it for|why we bought|basic|bare minimum|simple task
	`,
	resolved: oneLine`
		works now|working now|is working again|works again|working again|its working|it works|that worked|
		worked like a charm|that did it|did the trick|fixed now|is fixed|has been fixed|was fixed|fixed it|
		all fixed|resolved|is resolved|has been resolved|got resolved|solved|is solved|sorted|sorted out|
		sorted itself|never mind|nevermind|nvm|ignore my|please ignore|please disregard|disregard|
		false alarm|can close|close this|close the ticket|please close|all good|all set|all fine|
		back to normal|up and running|back up|back online|isnt broken|not broken|no longer broken|
		no longer slow|no longer an issue|hasnt happened again|has not happened|went away|no action|
		no further action|figured it out|found it|found the|got it|my mistake|my bad|my fault|our mistake|
		our fault|our side|on our side|on my side|our own|was our|our network|sorry for the noise|
		sorry for the trouble|sorry for the confusion|sorry for bothering|sorry for the panic|
		sorry about that|consider ~ closed|case closed|recovered by itself|all fine since|delays ~ gone|
		delay ~ gone|problem is gone|issue is gone|problems are gone|issues are gone|error is gone|
		errors are gone|slowness is gone|whatever you did|looks right|no complaints|nobody complained|
		nothing was missing|nothing was wrong|nothing lost|not a problem any more|sorted now|
		corrected invoice|all corrected|arrived safely|fine since|arriving again|received it|arrived|
		no crash*|no more crash*|not a single crash*|a single crash since|no errors any more|no more errors|
		no issues since|no problems since|not one since|never let us down|never disappoint*|
		came back by itself|recovered|forget it|forget my|panic over|turned out to be|can be closed|
		no data lost|no data was lost|not a single hiccup|no hiccup*|no outage*|no timeouts|
		no more timeouts|had no outage|had a single crash*|havent had a single|havent had one|nobodys angry|
		no need to apologise|no need to apologize|mistakes happen|brought them back|
		helped on the second try|second try ok|merged them
	`,
	praise: oneLine`
		thank you so much|thanks so much|thank you very much|many thanks|thanks a million|big thanks|
		much appreciated|really appreciate|appreciate it|appreciate your|grateful|great|love|loved|loving|
		awesome|amazing|perfect|excellent|superb|fabulous|outstanding support|outstanding service|
		outstanding work|outstanding job|best|happy|glad|pleased|joy|delight*|enjoy*|impressed|very helpful|
		super helpful|so helpful|helpful|helped|quick reply|quick response|quick help|fast reply|
		fast response|quickly|friendly|patient with|professional|recommend|five stars|0 stars|well deserved|
		smooth|seamless|easy|easier|fast|faster|kudos to|shout out|shoutout|you rock|rock|hero|lifesaver|
		life saver|saved|made my day|keep up|keep it up|good work|good work everyone|well done to|
		congrats on|nice|cool|beautiful|lovely|wonderful|fantastic|brilliant|works great|works fine|
		works well|working well|working great|works perfectly|happily|excited|looking forward|cheers|hooray|
		yay|wow|cant wait|pleasant*|pleasantly surprised|satisfied|solid|huge improvement|improvement|
		improved|thx|thanks|thank you|ty|👍|😊|❤|🎉|😍
	`,
	calm: oneLine`
		our mistake|my own mistake|by mistake|by accident|accidentally|on purpose|handles that|
		retry succeeded|succeeded|as intended|purely|simply|only asking|only wondering|just checking|
		just asking|just to confirm|just want to|just wanted|good to know|for reference|in the meantime|
		meanwhile|happy with|quite happy|otherwise happy|so far so good|going well|smoothly|on schedule|
		on track|as planned|all good so far|no complaints|were fine|im fine|its fine|thats fine|is fine|
		fine by us|fine with us|makes sense|understood|i understand now|can handle|can wait|it can wait|
		no rush|not urgent|nothing urgent|no hurry|in no hurry|isnt urgent|no pressure|low priority|
		not a priority|no big deal|not a big deal|not a big problem|not a problem|no problem|
		nothing serious|nothing major|not a blocker|not blocking|doesnt block|not affecting|
		works fine otherwise|otherwise fine|otherwise great|just curious|curious|out of curiosity|
		out of interest|just wondering|wondering if|wondering whether|small thing|small question|
		quick question|quick one|tiny thing|one tiny|one small|little thing|minor|cosmetic|trivial|nit|
		nitpick|typo|for your information|fyi|for the record|for our records|for your records|
		just letting you know|wanted to let you know|thought youd|might want to|may want to|in case|
		whenever you|when you have|when you get a chance|at your convenience|if possible|if you can|
		happy to|glad to|feel free|take your time|we have time|plenty of time|next week is fine|
		can live with|we can live|worked around|work around|workaround|a bit|a little|slightly|a tad|
		a touch|probably|maybe|perhaps|might be|may be|could be|i think|i guess|i assume|i believe|
		i suspect|im sure|certainly|not sure|im not sure|as expected|by design|as documented|once a week|
		now and then|occasionally|sometimes|one time|only once|first time|just once|harmless|no harm|
		no impact|no issue|no issues|looks odd|reporting for|for completeness|put it on|bug list|backlog|
		would be nice|would help|nothing live|no worries|fine for now|ok for us|works for us|suits us|
		doesnt bother|does not bother|not a big thing|not important|no drama|no panic|no complaint|
		nothing dramatic|none needed|understandable|i understand it|happy to wait|low prio*|
		no action needed|no trouble|not a big issue|get used to it|dont have to like|no finding|
		will keep an eye|understandably|hopefully never
	`,
	question: oneLine`
		is there a way|is there a switch|is there a setting|is there an option|is there a limit|
		is there a list|do i need|do we need|need to do anything|which setting|which role|which plan|
		which option|where do we|how long are|how long is|how long does|the maximum|the default|
		the recommended|does it count|does that mean|can this be|can that be|can they be|are they|
		is this possible|is that possible|or only|or do i|or do we|or does it|or is it|and if so|who do i|
		whom do i|who should|who would|how do i|how do we|how do you|how can i|how can we|how does|how to|
		how would|how should|how often|how many|how much|how large|how far|how are|is there a|is there an|
		is there any|is there|are there|is it possible|would it be possible|is it ok|can i|can we|can you|
		can it|can one|can the|can a|could you|could i|could we|could it|could someone|would you|may i|
		may we|should i|should we|do i|do we|do you|does it|does the|does your|does this|do the|did i|am i|
		are we|are you|will it|will the|will there|will my|what is|whats|what are|what does|what do|
		what happens|what would|what s the|what kind|which|where do|where can|where is the|where are the|
		where does|where should|where did the|when is|when are|when does|when exactly|when do|who is|
		who can|whom|whose|why does|why is the|any way to|any chance|any idea|any plans|any recommendation*|
		any documentation|question|questions|a question|clarify|clarification|confirm|please confirm|
		please let|let me know|let us know|tell me|could you tell|advise|please advise|point me|explain|
		understand|id like to know|like to know|want to know|would like to|wed like to|id like to|
		interested in|documentation|docs|documented|guide|tutorial|example|best practice|best way|
		recommended|difference between|what s the difference|does anyone know|learn more
	`,
	request: oneLine`
		i need to|we need to|i have to|i want to|i want assistance|i need assistance|need assistance|
		need help|i need help|help me|im trying to|i am trying to|were trying to|we are trying to|
		trying to set|im looking for|i am looking for|id like a|we want to|assistance|please delete|
		please cancel the|please issue|could you issue|could you send|could you add|could you share|
		can you share|can you send|can you add|can you enable|please enable|please forward|please share|
		please confirm receipt|for our audit|for our register|for our documentation|yearly|annual|annually|
		routine|internally|our procurement|our accountant|our accounting|in preparation|preparing|prepare|
		plan ahead|in advance|beforehand|next tuesday|next friday|next monday|new office|joined|joins us|
		join us|leaves us|has left|retired|rollout|roll out|kick off|steering committee|migrating to you|
		moving to you|as a follow up to our call|please add|please update|please change|please remove|
		please send|please resend|please replace|please move|please switch|please find attached|attached|
		attach|attachment|as requested|as discussed|as agreed|copy of|send me|send us|resend|forward|
		invoice copy|po number|purchase order|cost centre|vat|vat id|billing address|our address|
		office move|new address|schedule a|reschedule|book a|demo for|quote|offer|pricing|price list|
		discount|non profit|upgrade|upgrading|downgrade|add a user|add one|add two|add seats|more seats|
		extra seat|new seat|seats|licence|license|licenses|new user|new users|new colleague|new admin|
		taken over|handover|onboarding session|training|webinar|slides|case study|introduce|reference|
		questionnaire|security review|pen test|penetration test|soc 0|iso 0|dpa|nda|countersign*|signed|
		signature|vendor|supplier|procurement|next week|next month|next quarter|next year|in spring|
		in autumn|in summer|were planning|we are planning|we plan|planning|plan to|thinking about|
		were thinking|considering|were considering|we consider|were evaluating|were about to|before we|
		going live|go live|migrating from|moving from|pilot|trial|sandbox|test environment|staging|
		test account|test tenant|dry run|proof of concept|poc|in the future|roadmap|beta|beta test|
		early access|set up|setting up|setup|configure|configuration|setting|settings|enable|disable|
		turn off|turn on|permission|permissions|role|roles|customi*|default|limit|limits|quota|supported|
		support for|compatible|integrate with|right to erasure|right to be forgotten|erasure of my|
		erasure of all|article 0 gdpr|art 0 gdpr|under gdpr|under the gdpr|personal data deleted|
		delete my personal data|withdraw my consent|subject access request|0 gdpr|0 of the gdpr
	`,
	feature: oneLine`
		feature request|feature idea|suggestion|suggest|would be great|would be nice|would be helpful|
		would be useful|would be really|would be handy|would be good|it would be|would love|id love|
		wed love|would like to see|would appreciate|wish|one wish|only wish|my only wish|wishlist|idea|
		ideas|on the roadmap|is that planned|is this planned|is it planned|planned|any plans|in a future|
		future release|future version|could there be|could you add|please consider|consider adding|
		add support|add an option|an option to|option to|nice to have|dark mode|keyboard shortcut*|
		please make|upvote|vote|votes|request to|enhancement|improve
	`,
	bulk: oneLine`
		out of office|out of the office|automatic reply|auto reply|autoreply|on leave|on vacation|
		parental leave|annual leave|limited access to|will be back|upon my return|on my return|do not reply|
		received your request|received your message|we have received|will reply within|ticket number|
		delivery has failed|undeliver*|mailer daemon|could not be delivered|recipient*|unsubscribe|
		free audit|free consultation|page 0|seo|rankings|guaranteed|click here|limited offer|special offer|
		dear sir|dear customer|partnership|cooperate|esteemed|our agency|grow your|boost your|increase your|
		leads for you|0 minutes on|quick call|manufacturer|newsletter|webinar invitation|verify your|
		mailbox has been|job application|apply for|my cv|resume attached|manage your preferences|
		read in browser|in this issue|monitor is down|your monitor|sent by backup|assigned the number|
		book a demo|automated message|mail system at|undelivered mail|removed from your calendar|dear user|
		confirm your card|has accepted
	`,
	security: oneLine`
		data breach|leak|leaked|leaking|exposed|exposure|clear text|plain text|plaintext|hacked|hacker*|
		compromis*|someone else|unauthorised access|unauthorized access|logged in as|taken over|
		account takeover|confidential*|privacy|personal data|other company|another tenant|customer list|
		see our data|sees our|see the data|see the figures|security incident|vulnerab*|quarantin*|ransom*|
		phish*|malware|stolen|intrusion|deactivated users|former employees|recordings|recorded without|ciso|
		dpo|works council|iso audit
	`,
	labour: oneLine`
		gone back to|went back to|going back to|back to paper|back to e mail|back to email|whiteboard|
		on a whiteboard|by phone instead|in word|instead of working|without your|do it ourselves|
		did it ourselves|traced this ourselves|ourselves|re run|rerun by hand|every single one|by hand|
		manually|manual work|on paper|pen and paper|spreadsheet*|back to excel|in excel|retype|retyping|
		copying|re enter|reenter|one by one|workaround is not|spent hours|spent ~ day|spent ~ week|
		spent ~ weekend|whole day|all day|all morning|all afternoon|all weekend|all night|hours of|days of|
		weeks of|half a day|a full day|lost a day|lost ~ hours|overtime|weekend|late at night|
		until midnight|until 0|extra work|double work|clicks|clicking|redo|redoing|rebuild|rebuilt|reimport|
		start again|man hours|consultants|screenshots|phone calls|phone hasnt|by phone
	`,
	bigNumber: oneLine`
		0 people|0 users|0 employees|0 customers|0 clients|0 orders|0 contacts|0 records|0 agents|0 seats|
		0 colleagues|0 students|0 drivers|0 hours|0 days|0 weeks|0 times|0 tickets|0 invoices|0 contracts|
		0 leads|0 machines|0 branches|0 stores|0 shops|0 calls|0 products|0 messages|0 documents|0 files|
		0 nurses|0 guests|0 technicians|0 patients|0 reps|0 developers|0 members|0 transactions|0 payments|
		0 shipments|0 percent|all 0|about 0|over 0|more than 0|out of 0|hundreds|thousands|dozens|millions|
		hundred|thousand|half of|a third of|most of|all of our|every customer|every single|each customer|
		everyone|everybody|everything|entire
	`,
	onset: oneLine`
		since|since the|as of this|this morning|last night|overnight|yesterday|after the update|after your|
		after the release|after the migration|after upgrading|after the upgrade|since upgrading|
		since the upgrade|since the migration|since the redesign|since the new|new version|new ui|
		new interface|the redesign|redesign|latest release|latest update|last update|last release|
		update broke|your update|regression|was fine|worked fine|worked before|used to work|worked until|
		fine until|until yesterday|until this morning|without any change|nothing changed|no change on our|
		suddenly|out of the blue|without notice|unannounced|overnight
	`,
	recontact: oneLine`
		0th time|0th message|0th mail|0th email|0th ticket|0th call|0th attempt|0th request|0th week|
		0th day|0th month|0th year|0th person|0th agent|0th reminder|0th outage|0th incident|0th case|
		0th letter|0th monday|0th morning|0th engineer|0th colleague|0th weekend|0th invoice|0th quarter|
		0th release|for the 0th|my 0th|now the 0th|the 0th e mail|0 reminders|wrote ~ 0|more than once|
		not the 0th|already told|already explained|already sent|already reported|already tried|
		already wrote|as i said|as i wrote|as per my last|explain it again|explain again|explaining again|
		again and again|over and over|yet again|in a row|not what i asked|same answer|same reply|
		same response|i have written|i have called|i have asked|ive asked|ive written|ive called|
		ive reported|ive explained|weve reported|weve asked|been asking|keep asking|asked ~ times|
		told ~ times|reported ~ times|opened ~ tickets|how many more|chasing|still waiting|still no|
		still not|still nothing|still broken|still the same|still cant|still isnt|still doesnt
	`,
	leaving:
		'cancel ~ subscription|cancel ~ contract|cancel ~ plan|cancel ~ plans|cancel ~ account|' +
		'cancel ~ membership|cancel ~ licen*|cancel ~ service|cancel everything|' +
		'cancelling ~ subscription|cancelling ~ plan|cancelling ~ account|' +
		'cancelling ~ contract|canceling ~ subscription|canceling ~ plan|canceling ~ account|' +
		'we are cancelling|were cancelling|end ~ subscription|end ~ contract|end ~ membership|' +
		'ending ~ subscription|ending ~ plan|stop ~ subscription|stop at renewal|' +
		'pause ~ subscription|close ~ account|close ~ workspace|closing ~ account|' +
		'closing ~ workspace|account closure|delete ~ account|remove ~ account|give notice|' +
		'giving notice|notice of termination|notice of non|notice of cancellation|' +
		'terminate ~ contract|terminate ~ agreement|terminate ~ subscription|' +
		'terminate ~ account|termination of|not renew|not be renewing|wont renew|' +
		'wont be renewing|dont renew|non renewal|not to renew|wont extend ~ contract|' +
		'not extend ~ contract|automatic renewal|stop ~ renewal|no longer need ~ subscription|' +
		'no longer need ~ account|no longer need ~ plan|were leaving|we are leaving|' +
		'before we leave|offboarding|off boarding|moved to ~ tool|moving to another|' +
		'switch to another|in favour of another|in favor of another|winding up|wind up|' +
		'winding down|downgrade|downgrading|basic plan|starter plan|free plan|cheaper plan|' +
		'cheapest plan|smaller plan|lower plan|reduce ~ licen*|reduce ~ seats|fewer seats|' +
		'fewer licen*|half the licen*|half of the licen*|drop the add|drop the module|' +
		'auto renewal|back to the free|leaving at the end|leave at the end|export before we|' +
		'plans of',
	withdrawal:
		'cancel ~ order|cancel ~ meeting|cancel ~ appointment|cancel ~ booking|' +
		'cancel ~ invitation|cancel ~ invite|cancel ~ export|cancel ~ job|cancel ~ callback|' +
		'cancel ~ call|cancel ~ seat|cancel ~ registration|cancel ~ webinar|cancel ~ trial|' +
		'cancel ~ report|cancel ~ transfer|cancel ~ user*|close ~ trial|close ~ ticket|' +
		'close ~ case|close ~ request|trial|free trial|trial period|test account|demo account|' +
		'free account|pilot|sandbox|unsubscribe|mailing list|not leaving|dont intend to leave|' +
		'renamed|changed our name|new name|add ~ seats|add ~ licen*|more seats|more licen*|' +
		'notice period',
	template:
		'describe the bug|steps to reproduce|steps|to reproduce|expected behavior|' +
		'expected behaviour|expected result|expected|actual|actual behavior|actual behaviour|' +
		'actual result|reproduction steps|what happened|what did you expect|additional context|' +
		'environment|bug description|bug report|severity|frequency|workaround|feature request|' +
		'describe the solution|alternatives|version|screenshots|logs|reproducible|repro',
};

export const ENGLISH: ModelWords = {
	cues: ENGLISH_CUES,
	negations: oneLine`
		not no never nothing nobody none without cant cannot dont doesnt didnt isnt wasnt wont arent
		werent havent hasnt hadnt couldnt shouldnt wouldnt aint neither nor hardly
	`,
	numbers: oneLine`
		two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
	`,
	ordinals: 'second third fourth fifth sixth seventh eighth ninth tenth 0th 0nd 0rd umpteenth nth',
};

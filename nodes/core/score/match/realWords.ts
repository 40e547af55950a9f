/**
 * Correct English words that look like a misspelling of another, frequent word: at least seven letters, one edit
 * (doubled letters counted once, first letter the same) away from one of the 10,000 most frequent words with another
 * stem, e.g. "changed" and "charged". They are never taken for misspellings. With them, frequent German, French, Spanish,
 * Portuguese and Dutch words that look like a misspelt English word of the default list ("Projekt", "minutos").
 *
 * Chosen from the word lists of SCOWL (size 10 to 40), Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy,
 * modify, distribute and sell these word lists, the associated scripts, the output created from the scripts, and its
 * documentation for any purpose is hereby granted without fee, provided that the above copyright notice appears in
 * all copies and that both that copyright notice and this permission notice appear in supporting documentation.
 * Kevin Atkinson makes no representations about the suitability of this array for any purpose. It is provided "as is"
 * without express or implied warranty.
 */
const WORDS = `
	abiding abnormal abnormally aborted aborting abounded abounding abounds absented absentee
	absenting absents abusers abusing abysmally abysses academies acceded accedes acceding accented
	accenting accents acceptably accepts accessed accesses accessing accidental accidentally
	accidentals account accounted accounting accounts accused accuser accusers accuses accusing
	achiever achievers acknowledgement acknowledgements acknowledgment acknowledgments acquitted
	acquitting activating actually actuary actuels adapted adapter adapting adaptor addiction
	addictions additional additionally additive address addressee addressees admirably admired
	admirer admiring adopted adopting adresse adresser advents adventurer adventurers adverbs
	adverser advertiser advertisers adverts advised adviser advisers advises afforded affording
	affords agility agonies agonised agonising agreeing aground alerted alerting aliened aliening
	aligned aligning alignment alignments allayed allaying allotted allotting alloyed alloying
	allured allures alluring allying alphabetically altercation altercations alternation
	alternations altitude altitudes amassed amasses amassing ambitions amended amending amounted
	amounting amounts amplified amplifies amusing analogy analyse analysed analyser analyses
	analysing analysis analysts analyzer analyzes anesthetic anglers announcer announcers annually
	annuals anointed anointing anoints anythings apologies apologise apologised apologises
	apologising apologize apologized apologizes apologizing appalled appalling appalls appealed
	appealing appeals appeared appearing appears appeased appeasing appended appending appends
	appliance applies appointee appointees apportion apprises apprising approves aptitude aptitudes
	arguable arguably arising arrears arrives arriving artificial artificially ascents assemble
	assembled assembler assemblers assembles assemblies assembly assented assenting assents
	asserted asserting asserts assessed assesses assessing assigned assigning assignment assigns
	assorted assorting assorts assumed assumes assuming assured assureds assures assuring atheism
	atheist attached attaching attacked attacker attacking attacks attended attending attends
	attested attesting attests auction auctioned auctioning auctions audibly audition auditions
	authorisation authorisations authorise authorised authorises authorising authorize authorized
	authorizing authors autistic averted averting avowing babbled babbles babbling babiest backing
	backings backyard backyards bacterial baggier bagging bailing baiting bakeries balking
	ballasted ballasting ballasts ballets balling balloon bandanna bandannas banding banging
	banister banisters banking banning barbell barbers barbing barfing barging barking barrage
	barrels barring barrings barters bashing basking basting bathing battered battering batters
	batting battled battles battling bawling beached beaches beaching beading beakers beaming
	beaning bearded bearding bearing bearings beaters beating beatings beautiful beautifully
	bedding bedside bedsides beefing beehive beehives beepers beeping beetles beetling beggaring
	begging beginnings behalves behaviour beliefs believe believed believer believers believes
	believing bellied bellies belling bellowed bellowing belongings beloveds belting bending
	berating berried berries berrying besting betting bettors bewaring biasing bidding billing
	billowing binding bindings binning biologically birding blabbed blabbing blacked blacker
	blacking bladder bladders blanches blandly blanked blanker blankest blaring blaster blazing
	bleached bleaches bleaching bleaker bleating bleeding blending blessings blinding blobbing
	blogged blogging bloodies blooding bloomed blooming blotting bluffer blushed blushing boarded
	boarder boarding boasted boasting boating bobbing bodices bogging boggled boggles boggling
	boiling boilings bolting bombings bonding boobing boogied boogies bookend bookies booking
	bookings booming boosting bootees booties booting bootleg bootlegs boozing bopping borrower
	bossiness bossing bothers bottled bottles bottling bouncer bounded bounding boutons bowling
	braided braiding braking brandied brandying brasses breached breaches breaching breaded
	breading breadth breadths breasts breathed breather breathers breathes breathing breathless
	breaths breezing brewing bridged bridging bridled bridles bridling brighten brightens bringing
	brisked brisking broached broaches broaching broiled broiling brooding brooked brooking brothel
	brothels brother brothers brought browned browner browning browser browsers browses brunches
	brutally bucking buddies budding budging buffers buffeted buffeting buffets buffing buffoon
	buffoons buggers buggier buggies bugging buglers bugling building buildings bulging bullied
	bullies bulling bullion bullying bummers bumming bunnies buoying burgers burning burping
	burring burrowed burrowing burrows bursting burying bushing bussing busting bustling busying
	buttered buttering butters buttery butting buzzers buzzing cabbies cabbing cabling caching
	caddied caddies caddying cahoots calking callable callers calling callings callused calluses
	callusing calming campaigner camping cancers cannier canning cantered cantering canters capably
	capered capering capitalise capitalism capitalist capitol capitols capping caption captors
	carbons carding careens careered careering careers careful carefully caresses carnage carping
	carried carrier carriers carries carrion carrying carting cartons cartoon carving cashing
	casings casters casting castings castling casually catchings categorical categorise categorises
	categorizes caterer caterings cattier causing ceasing ceilings cellars cemented cementing
	cements censured censuring central centrally centrals centred centres centring certain
	certainly certainty chaffed chaffing chafing chairmen challenger challengers champed champing
	chanced chances chancing changed changes changing channel chanted chanting chapels chapped
	chapping chapter charged charger charges charging charitably charity charmed charmer charming
	charred charring charted charter charters charting chasing chassis chaster chatted chatter
	chattered chattering chatters chatting cheapen cheated cheater cheating checked checker
	checking cheeked cheeking cheeped cheeping cheered cheerfully cheering cheesed cheeses cheesing
	chemically chilling chinned chinning chipped chipping choicer choicest choking chooses choosing
	chopped chopper chopping chowing chronicled chronicling chucked chucking chuckled chuckling
	chumming civilisation civilise civilised civilises civilising clacked clacking clamber clammed
	clamming clamped clamping clanged clanging clanking clapped clapping clarification clarified
	clarifies clarify clarifying clarity clashed clashes clashing clasped clasping classed classes
	classically classification classified classifieds classifies classify classifying classing
	clatter clattered clattering clatters clauses clawing cleaned cleaner cleanest cleaning
	cleanings cleanly cleanse cleansed cleanser cleansers cleansing cleared clearer clearest
	clearing clearings clearly cleaved cleaver cleavers cleaving climber clinically clinked
	clinking clipper clippings clobber clocked clocking clogged clogging cloning closest closets
	closing clotted clotting clovers clucked clucking clunked clunking cluster clustered clustering
	clusters clutter clutters coaling coarsen coarser coasted coasting coating cocking cocoons
	codding coffees coffers coffined coffining coiling collage collages collared collaring collars
	collect collected collecting collection collections collector collectors collects collies
	collision collisions colones coloreds coloured colouring colours combing comfortable
	comfortably comings commando commandos commenced commencing commend commended commending
	commends commerce commercial commercially commercials commissioner commits committed committee
	committees communism communist commute commuted commuter commuters commutes commuting companion
	compares comparing compass compassed compasses compassing compassion compelled compelling
	compete competed competes competing compile compiled compiler compilers compiles compiling
	complain complained complaining complains complaint complaints compleet complement complete
	completed completer completes completest completing complexes complexion compliant complied
	complies compliment complimentary compose composed composer composers composes compost
	composted composting composts compras compress compressed compresses compressing comprised
	comprises comprising compute computed computer computerise computerised computerises
	computerising computers computes computing conceit conceited conceits conceivable conceivably
	concept concepts conceptually concern concerns concert concerted concerting concerto concertos
	concerts conciser concussion concussions conditionally conditioner conectar confection
	confections confers confess confessed confesses confessing confession confidant confide
	confided confidentially confides confiding confirm conform conformed conforming conforms
	congeal congealed congealing congeals congest conical connect connected connecting connection
	connections connective connects conning consent consents considerable considerably
	constitutionally constrain constrains constraint constraints constrict constricted constricting
	constriction constrictions constricts consuls consume consumed consumer consumers consumes
	consummation contact contacted contacting contacts contained container contend contends content
	contented contenting contention contentions contents contest contested contesting contests
	context contexts contiguous contingent continual continually continue continuum contract
	contracted contracting contracts contrast contrasted contrasting contrasts contributory
	contrite controlled controller convection convent convention conventionally convents converge
	converged converging conversed conversing convert converted converter converts cookies cooking
	coolers coolest cooling coolness cooping copiers coppers copping copying cording corking
	corneas cornets cornier corning coroner coroners correct correcta correctas correcte corrected
	correcter correctes correcting correction corrections corrective correcto corrector corrects
	corrupter costing costings cottons counselings counselled counselling counted counter
	countering countess counties counting country courser courted courting coverings coverts
	coveted coveting cowered cowering crabbing cracker crackled crackling cradled cradling crammed
	cramming cramping craning cranked cranking crapped crapping crashed crashes crashing cratered
	cratering craters crating craving crazing creaked creaking creamed creaming creased creases
	creasing created creating credibly creeping cremate cremated cremates cremating cremation
	crested cresting crewing cricked cricking criminally crimped crimping critically criticise
	criticised criticises criticising crooked crooking crooned crooner crooners crooning cropped
	cropping crossed crosser crosses crossest crossing crossings crowing crowned crowning crucially
	cruelly cruiser cruisers crunchy crushed crushes crushing crusted crusting crutches cryings
	cuffing culling culturally cumming cunning cupping curbing curling currant curried curries
	currying cursing cursory curtail curtails curtain curving cussing cutters cutting cuttings
	cynically dabbing dabbling daggers damming damping dancers darkens darling darlings darning
	darting dawning dazzling deadened deadening deadens deafness dealing dealings dearths debased
	debases debasing debated debating debited debiting debugged debugger debuted debuting decades
	decayed decaying decease deceased deceases deceasing decided decides deciding decoded decoder
	decodes decoding decoyed decoying decrees dedicate deducted deducting deducts deeding deeming
	deepened deepening deepens defeated defeating defeats defecated defecating defected defecting
	defection defective defector defects defence defenced defencing defended defender defending
	defends defensed defensing deference deferential deferred deferring defiled defiles defiling
	deflated deflating deflect deflected deflecting deflects defying degrees deigned deigning
	dejected dejecting dejection dejects delectable delicate delightfully delirious deliver
	delivered delivering delivers delivery deluged deluging demised demises demising demission
	demoing demoted demotes demoting denoted denotes denoting denting dependant depended dependency
	depending depends deplete depleted depletes depleting depletion deplored deploring deported
	deporting deportment deports deprave depraved depraves depraving depreciation depress deprive
	deprived deprives depriving derailed derailing derails derided derides deriding derision
	derived derives deriving descent descents deserted deserter deserting deserts deserved
	deserving designed designer despise despised despising despite despots dessert desserts
	destinies destiny destroyer detained detaining detains detected detecting detective detects
	detention detergent determiner determiners detested detesting detests developed developer
	devices deviled deviling devilled devilling devises devotee devotees devotes diagnoses
	diagonally dialing dialings dialled dialling diallings diferente diferentes difficult
	difficulty digging digitally dignify digress dimmest dimming dinnered dinnering dinners dinning
	dipping directer director directors directory direktor disagree disagreed disagrees disclaimed
	discord discorded discording discords discover discoverer discovers discovery discreet
	discreeter discuses dishing dishonesty dismally dismount dismounted dismounting dismounts
	displaced displacing dispossess dissect dissected dissecting dissection dissections dissects
	dissension dissensions dissing distastefully distorter distract district districts disused
	disuses disusing ditties diverge diverged diverging diversify divested divesting divests
	dividend divider dividers divined diviner divines divining document documenten documento
	documentos dogging dokument dokumente dolling dooming dotting doubles doubted doubtfully
	doubting doubtless downing dragging draping drawing drawings drawling dreaded dreadfully
	dreading dreamed dreamer dreaming dresser dressers dressings drifted drifting drilled drilling
	drinkings dripped dripping driveled driveling drivelled drivelling drivels drivers driving
	drivings droning drooled drooling drooped drooping dropped dropping droppings drownings drowsed
	drowsing drugged drugging drunker dubbing dulling dummies dumpling dynamical earnings earring
	ecologically economical economically economics economies economise economises economizes
	editing educationally effected effecting effects ejected ejecting ejection ejections elating
	elected electing election elective electrically electron electrons elitism embarks emergence
	emitted emitting emotional emotionally empathised empathized emphases emphasis emphasise
	emphasised emphasises emphasising empires employe employed employee employees employer
	employers employes employing employs empress empresses emptier emptiest emptiness encored
	encores encoring endeavour endings endured endures enduring engaged engaging engineer engineers
	engines enmities enraged enrages enraging ensuing entered entering entertainer enthusiast
	enticed enticing entirely entirety entities entitles entourage entourages entrails entrees
	environmentally equally erasers erected erecting erection erections eroding especial essential
	essentially essentials eternal eternally ethically ethnics evacuate evacuated evacuates
	evacuating evacuation evening evenings evenness eventual eventually exacting examine examined
	examiner examiners examines exceeds excelled excelling exceptional exceptionally excerpt
	excerpted excerpting excerpts excesses excised excises excising excited exciting exhorted
	exhorting exhorts exiling existed existing exiting expanse expanses expansive expects expended
	expending expends expensive expensively experiente experimental experimentally experts expires
	explode exploded explodes exploding explore explored explorer explorers explores exploring
	exponentially exporter exporters exports express extends extensive extents external externally
	externals extorted extorting extorts extremer extremest extremism faction factions factors
	factory factual factually faculty fagging failing failings fainted fairies faithfully falling
	faltered faltering falters fanning fantasise fantasises fantasizes farmers farming farther
	farthest fascism fashionably fattest fattier faulted faulting favorably favourable favoured
	favouring favourite favourites favours feather feathers feebler feeders feeding feedings
	feeling feelings felines fellest felling fellows felting feminism fending ferrying feuding
	fibbers fibbing fiction fiddled fiddler fiddlers fiddles fiddling fiercer filling fillings
	filming finagling finales finalise finalised finalises finalising finalized finally financial
	financially finders finding findings finesse firming fission fissure fissures fittest fitting
	fittings fizzing fizzled fizzles fizzling flagged flagging flailed flailing flaking flaming
	flapped flapping flaring flashed flasher flashers flashes flashest flashing flatted flatting
	flavored flavoring flavors flavour flawing fleeing fleshed fleshes fleshing flexibly flights
	flighty flipper flitted flitting flogged flogging flooded flooder flooding floored flooring
	flopped flopping flossed flossing flouted flouting flowers flowery flowing flushed flusher
	flushes flushest flushing foaling foaming fodders fogging foiling folding followed follower
	followers following followings follows fooling footing forbiddings forceps forcible forcing
	fording foresee foresees foretasted foretasting forgave forgers forging forgive forgiven
	forgives forking formalised formalized formally formals formats formatted formatting forming
	formulate formulated formulating forwarder foulest fouling founded founder founding foundling
	fowling fraction fractious franking fraying freeing freezer freezers freezing fretted fretting
	friction friezes frighted frighting frights frizzed frizzes frizzing fueling fuelling fulfils
	fulling functionally fundamental fundamentalism fundamentally fundamentals funding funkier
	funkiest funking funktion funktionen funnest funnies furrier furriest furring further furthest
	fussier fussiest fuzzier fuzziest gabbing gambled gambles gambling garaged garaging garbage
	garbing gargled gargles gargling gatherings gelling generais general generale generales
	generalisation generalisations generalise generalised generalises generalising generally
	generals generic generically generics genetic genetics genteel gentile gentleman gentlemen
	gentler geographically ghostly gigging ginning glaring gleamed gleaming gliding glitches
	globally glossed glosses glossing gloving glowing goddess godless gollies goodies goodness
	governess grabber grabbing graceful gracefully gracing gradation graders grading gradual
	gradually graffiti graffito grafted grafting grammatically graphically grassed grasses grassing
	grateful gratefully grating graveled graveling gravelled gravelling gravels graving graying
	grazing greening greeting greying grinned grinning grooming grooves grooving groping grosser
	grossest grossing grouper groupings groused grouses grousing groveling grovelling growing
	growling grubbed grubbing grunted grunting guarantee guaranteed guarantees guarantied
	guaranties guaranty guarantying guessed guesses guessing guested guesting gusting gutting
	haggard haggled haggling hailing hallway hallways haloing halting halving hamming handier
	handing handled handler handlers handles handling hanging hangings hankers happenings hardened
	hardening hardens hardier hardiest harking harmfully harping harrying harvest hashing hasting
	hatreds hatting hauling haunted haunting hawking haziest headier headiest heading headings
	healers healing healthy heaping hearing hearings hearths heaters heating heavies heaving
	heeding heeling helpfully helpings hemming herding herring herrings hideout hideouts
	highlighter hinging hinting hipping hissing historical historically hitting hoarder hoarders
	hocking hogging holdings hollers homeless honestly honesty honking honoured honouring honours
	hooding hoofing hooking hooping hooting hopeful hopefully hopefuls hopping hording horizontal
	horizontally horizontals horrible horribly horrified horrifies horrors horsing hottest housings
	humaner humbler hundred hundreds hunting hurling hurrying hurting hurtling hypocritically
	hypotheses hypothetically hysterically ideally identical identically identified identifier
	identifiers identifies identify identities identity ideologically illegal illegally illegals
	illogically imaging imitate imitated imitates imitating imitation immerse immoral immorally
	immortal imparted imparting imparts impasse impasses impeded impeding imperil impersonally
	implementer importer importers impossibly improbably inattention incense incidental
	incidentally incidentals incited incites inciting incompatibly incompetents incredible
	incredibly incurred incurring indented indenting indents indices indicted indicting individual
	individually individuals inducted inducting inducts inertial inevitable inevitably infects
	inferior infested infesting infests infinite infinity inflamed inflaming inflection inflexibly
	informacion informal informally informer inhabit inhabited inhabiting inhabits inhibit
	inhibited inhibiting inhibits initial initialed initialing initialisation initialise
	initialised initialises initialising initialled initialling initially initials injected
	injecting injection injects injured injures injuries injuring inpatient inpatients inquire
	inquires inquiries inquiry insaner insects inserted inserting inserts insider inspect inspects
	instant instants instill instilled instilling instills instils insulated insulating insured
	insures insuring integrating intellectually intendeds intenser intensify intention intentional
	intentionally intentions intents interior interjection interjections internal internally
	internals internationally interpreted interpreter interval intervals interviewer invader
	invaders invariable invented inventing invention inventions inventive inventor inventors
	inventory invents inverted inverting inverts invested investing investor invests invisibly
	invitacion invoicing irrationally irresponsibly irrigate irrigated irrigates irrigating
	irrigation irritant irritants jabbing jarring jazzing jealousy jeopardised jeopardising
	jeopardized jeopardizing jetties jobbing jogging jointed jointing jollies jotting journalism
	judgement judgements jugging justifiable justifiably keeling keening keeping kidding kidnapper
	kidnappings killing killings kilning kindles kinking kissing knocker knotting knowings konflikt
	kontakt kontakte labelled labelling lacking lacklustre ladders lagging lancing landing landings
	lapping larding larking lashing lassoed lassoing lasting lateral lauding launcher launchers
	lawyers layered layering lazying leading leafing leaking leaning leanings leaping learned
	learning leasing leathery leaving lecture lectured lecturer lecturers lectures leering legging
	legibly lenders lending lengths lengthy lesions lessens lethally leveling levelling libeled
	libeling libelled libelling liberal liberally liberate licence licences lichens licking lifting
	lighted lighten lightening lighter lighting lightning lightnings likable lilting limitings
	lineage lingered lingering lingers linings linking lisping listened listener listing listings
	literacy literal literally literals literary litters littler livable livelihood livings loading
	loafing loaning lobbies lobbing locales locally locking lodgers lodging lofting logging logical
	logically lolling longing looking looming loonier loonies looniest looping loosely loosening
	loosens loosest loosing looters looting lopping lording loyally lucking lugging lunched lunches
	lunching lusting maddens maddest madness magically maidens mailings maiming maintainer managed
	manager managers manages mangers mangoes manifest manifests manners manning mantled mantles
	mantling manually manuals manufacture manufactured manufacturer manufacturers manufactures
	mapping mappings marched marches marching marginal marginally marines markers marketer markets
	marking markings maroons married marrieds marring marrying martial marvellous maschine masking
	massage massaged massages massaging massing mastered mastering masters mastery matchless
	materiais materialised materialising materialized materializing materials maternal mathematical
	mathematically mattered mattering matters matting mattress matured maturer maturing mauling
	maximise mealtime meaning meaningfully meanings mechanically mechanise mechanises meddled
	meddles meddling medically meeting meetings melding melting memorably memorise memorises
	memorizes mending mentally mergers merrily meshing message messing meteors metered metering
	middles miffing migrants milling million mincing minding mingled mingles mingling minimalism
	minimally minimise minions minting minuets minuses minuter minutest minutos misdeed miserable
	miserably miserly mislead misleading misleads misread misreading misreadings misreads missing
	mission missions missive missives mistake mistaken mistakes misters misting misunderstandings
	moaning mobbing mocking modeling modelings modelled modelling modellings modesty modifier
	modifiers moister mollified mollifies mollify mollifying momento momentos mommies monarchy
	moodiest moodily mooning mooring moorings mooting mopping morality morally morning mornings
	mortality mortally mortals mortars mottoes moulted moulting mounded mounding mountings mourning
	mouthed mouthing muddied muddies muddled muddling muddying muffled muffles muffling muggers
	mulling multiple multiples multiplex multiplied multiplies multiply multiplying murdered
	murderer musically mussing mustered mustering musters muttered muttering mutters mutually
	muzzled muzzles muzzling nabbing nagging napping narrowed national nationally nationals nations
	nattier nattiest natural naturally naturals naughts nearing neatest necking needled needles
	needless needling neighbour neighbourhood neighbours nestled nestling netting nettles neutral
	nicking nodding nominal nominally noodles normais normalcy normales normally nostalgic notable
	notably notching nothing nothings noticeable noticeably notices notional notions novices
	numerically nummers nutting obscener obscurer obscurest observe observed observer observers
	observes occasional occasionally offence offences offended offender offering offerings officer
	officers offices official officially officials officiated officiating oficiais oficial
	oficiales ombudsmen openings openness operationally opposes optical optimal optimisation
	optimise optimised optimises optimising optional optionally orchestra orchestral orchestras
	organisation organisations organise organised organiser organisers organises organising
	organize organized organizer organizers organizes original originally originals orthodoxy
	outages outdoing outlive outlived outlives outliving outraged outrages outraging outsider
	overate overcame overcome overdoing overdone overhear overheard overhears overheat overheats
	overkill overlay overran overrate overrated overrates overrating overridden override overrides
	overrode overseers oversees oversight oversights overtly overtook pacified pacifies packers
	packets packing padding paddled paddling painful painfully paining painted painter painters
	painting paintings palaces palates palling pampers panning panties panting paralysed paralysing
	paralyzed paralyzing paranoia paranoid parched parches parching parentheses parenthesis parking
	paroled paroling parring parroting parsecs parsing parsons partial partially partials parting
	partying passing pasties pasting patented patenting patents patient patients patrolled
	patrolling patrols patronise patronised patronises patronising patronized patronizing patrons
	patters patties patting paunches paupers pausing peacefully peaches peasant pecking peeling
	peeping pegging pendant pendants penises pennant pennants penniless penning peonies peopled
	peoples peppers pepping perfecting perfekt performer periodical periodicals perking perpetually
	perpetuated perpetuating persona personae personal personally personals personeel personnel
	pesters petting phasing pheasant pheasants phenomenal philosophically philosophise
	philosophises philosophizes phoneys phonied phonies phonograph phonographs phonying photography
	photons phrased phrases phrasing phrasings physical physically physicals pickets picking
	pickled pickling pierces pigging pillaged pillaging pilling piloted piloting pimping pinched
	pinches pinching pinking pinning pissing pitched pitches pitching pitting pizzazz placing
	planets planing planked planking planned planner planners planning plannings planted planter
	planters planting plantings plaques plating platter platters plausibly players playing pleaded
	pleading pleasant pleasantry pleasings pleated pleating plodded plodding plopped plopping
	plotted plotter plowing pluming plumped plumping plunged plunging pockets podding pointed
	pointer pointers pointier pointing poising poisonings policemen polices politer political
	politically polling pollster pollsters pollute pompoms pooling pooping popping populace
	populaces populate portend porters porting posible posibles possess possible possibly posters
	posting potential potentially potions pottered pottering potters pottery potting pouting
	powdered powdering powders powdery powerfully practical practically practicals practise
	practised practises practising prayers praying preacher preachers preceded preceding precious
	precise preciser predicated predicating predictably preeminent preempt preempted preempting
	preempts preened preening prefect preferable preferably premise premised premises premising
	prepaying preposition prepped prepping present presented presenter presenting presents
	pressings pressure pressured pressures pressuring presume presumes pretence pretender prevent
	prevented preventing prevents previewed previous preying pricked pricking priding priestess
	primacy primate primers priming primmer primmest princes princess principal principally
	principals printed printer printers printing printings prioritise prioritised prioritises
	prioritized prioritizes prising prisons privater privatisation prizing probable probably
	probing probleem problemen proceed proceeded proceeding proceedings proceeds process processed
	processing procession processional processionals processor processus prodded prodding produce
	produced producer producers produces producing product producten products produit produits
	produkt produkte produktion profesional profesionales profess professed professes professing
	professionally professioneel professionell professor professors proffer proffered proffering
	proffers profitably profusion programas programm programme programmed programmer programmes
	project projected projecten projecting projection projections projects projekt projekte projets
	promise promises promoted promoter promoters promoting prompted prompter prompting promptings
	proofed proofing propelled propelling propels properly property proportionally propped propping
	proscribe proscribed proscribes proscribing proscription prospectus prosper prospered
	prospering prospers protect protected protecting protection protects protest protested
	protesting protests provable provably provider provides provisionally prowess prozess prozesse
	psychologically publica publicas publicise publicised publicises publicising publico published
	publisher publishers publishes pudding puddings puddled puddles puddling puffing pulling
	pulping pulsing punched punches punching punning punting puppies pupping purchaser purchasers
	purpler purring pursing pushers pussies puttied putting puttying puzzled puzzling quadruped
	qualified qualifier qualifiers qualifies qualify qualities quality quantifies quantify quarries
	quartet quartets queened queening queered queering quelled quelling quicken quieted quieting
	quilting quipping quitter quitting quizzing quoting rabbles racially raciest racking radical
	radically radicals raffled raffles raffling rafting ragging raiding railing raining raising
	raisins rallied rallies rallying ramming rangers ranging ranking ransomed ransoming ransoms
	ranting rapping rapport rapports ratings rational rationale rationally rationals rations
	ratting rattler rattlers rattling ravings razzing reached reaching reacted reacting readers
	readied readier readiness reading readings readying realisation realise realised realises
	realising realize realized realizing reaming reapers reaping rearing reasonable reasonably
	rebated rebates rebating rebinding rebinds rebuild rebuilt recalling recapped recapping
	receding receive received receiver receivers receives recites reckonings recognisable recognise
	recognised recognises recognising recognizably recognize recognized recognizing recollect
	recollected recollecting recollects recorded recorder recording recordings recoups recover
	recovers recovery recruiter rectors recurred recurring reeducation reefing reelect reelected
	reelecting reelection reelects reeling reenacted reenacting reenacts referee refereed
	refereeing referees reffing refilled refilling reformer refugee refugees refuges refutation
	refuted refutes refuting regained regaining regains regaled regaling regards regimen regionally
	regress regressed regressing regrettable reigned reigning reindeer reining reinstated
	reinstating related relates relating relaxed relaxes relaxing relayed relaying reliable
	reliably reliefs religions religious relived relives reliving relying remainder remainders
	remained remaining remains remaking remarkable remarkably remarried remarry remarrying reminded
	reminder remission remoter remotes remover removers rendered rendering renderings renders
	rending reneged reneging renters renting repaying repealed repealing repeals repelling repented
	repenting repents replayed replaying replays replied replies replying reponse reponses reported
	reporter reporting reports repression repressions reprieve reprieved reprieves reprieving
	rescuer researched researches resented resenting resents reservee resetting residency residue
	residues resolution resolver resorted resorting resorts respectably respekt responded
	responding responds responsibly restated restating resting restraint restraints retailed
	retailing retails retained retainer retaining retains retarded retarding retards retched
	retches retching retiree retirees retorted retorting retorts retrace retread retreading
	retreads retreat retreated retreating retreats retries retriever retrievers reusing revealings
	reveled reveling revelled revelling revenge revenged revenging revenue revered reverence
	reverenced reverences reverencing reveres reverie reveries revering reversed reversing reverted
	reverting reviewer reviled reviles reviling revived revives reviving revolution revolutions
	revolve revolved revolves revolving revving rewarded rewarding rewards rewinding rewinds
	rewrite rewrites rewritten rewrote rhetorically ribbing richting ridding riddling ridging
	rigging rimming ringing rinsing ripping rippled rippling risking ritually roaches robbers
	robbing rollers rolling roofing rooking rooming roommate roommates roosted roosting rooting
	rootless rotting rouging rounder rousing routine routing rubbers rubbery rubbing rudders
	ruffing ruffling ruining rulings rumoured rumouring rumours runners running rusting rutting
	saddest saddled saddling sadness safaried safariing safaris sagging sailing sailings salamis
	salesmen sallower sallowest salving sampler sampling sanding sapling sapping sassing savings
	savvying sayings scabbed scabbing scalded scalding scaling scalped scalping scammed scamming
	scamper scampered scampering scampers scanned scanner scanners scanning scanted scanter
	scanting scarcer scarfed scarfing scaring scarred scarring scarves scatter scattered scattering
	scatters sceptical schedule scheduled scheduler schedules schemer schemers schooled schooling
	schools scoffed scoffing scooped scooping scooted scooter scooters scooting scoping scoring
	scorned scorning scoured scouring scouted scouting scowling scrabbled scrabbling scrammed
	scramming scrappy scratchy screams screened screening screens screwed screwing scrolls scuffed
	scuffing scuffled scuffling scummed scumming sealing seaming searing seating seaweed seceded
	seceding secession securer seeding seedless seedling seeking seeming seeping seethed seethes
	seething seizing selling seminal seminary sending sendung sensible sensibly sensing sensors
	sentience sentient sentiment sequencer sequentially servers servicio servicios servico servicos
	servile servings settable setters setting settings settled settler settlers settling seventy
	severed severer severing sexiest sexually shading shadowy shafted shafting shaking shallow
	shallows shameless shaming shammed shamming shaping sharing sharked sharking sharped sharping
	shatter shattered shattering shatters shaving sheared shearing sheaves shedding sheered
	sheering shelled sheller shellfish shelling sherries shifting shingle shingled shingles
	shingling shining shinned shinnied shinnies shinning shinnying shipped shipping shirted
	shirting shitting shoeing shooing shooting shootings shopped shopper shoppers shopping shoring
	shorted shorten shortenings shorter shorting shortness shouting shoving showered showering
	showers showier showing showings shredding shrines shucked shucking shunned shunning shunting
	shutting shuttled shuttling shyness sicking sickness sidings sidling sifting sighing sightings
	signalled signalling signing signings silencer silents silkier silkiest sillier sillies silting
	silvery similes simpler simples simplex simulate simulated simulates simulating simulation
	sincerer singeing singing singling sinking sinners sinning sipping sissier sissiest sitters
	sitting sittings sizzling skaters skating skeptically sketchy skidded skidding skilled skillet
	skimmed skimming skimped skimping skinned skinning skipped skipper skipping slacked slacking
	slaking slammed slamming slapped slapping slashed slashes slashing slating slaving slaying
	sledding sleeking sleeping sleeting sleeves slender slewing slicing slicked slicking sliding
	slighted slighting slights slimmed slimming slinging slinking slipped slipper slippers slipping
	slitting slobber slobbered slobbering slobbers slogged slogging sloping slopped slopping
	slotted slotting slowing sluiced sluices sluicing slummed slummer slumming smacked smacking
	smarted smarter smarting smattering smearing smelled smelling smiling smiting smocked smocking
	smokers smokier smoulder smoulders smuggest snacked snacking snailed snailing snaking snapped
	snapping snaring sneaked sneaker sneakers sneaking sneered sneering sniping snipped snipping
	snitched snitches snitching snooker snooped snooping snoring snorted snorting snowing snuffed
	snuffer snuffing snuggest soaking soaping soaring socialise socialism socialist socially
	socials socking sodding soiling solders solicitous solider soloing somethings sonnets sopping
	sounder sourness spacial spading spanned spanner spanners spanning sparest sparing sparred
	sparring spatted spatter spattered spattering spatters spatting spaying speaking speared
	spearing special specialise specialised specialises specialising speciality specially specials
	specialty species specifics specifier specked specking speckles speeches speechless speeding
	speller spelling spellings spending spewing spicing spiders spieled spieling spiking spilled
	spilling spinning spiritually spiting spitted spitting splatting spliced splices splicing
	splinting splints splitting splittings spokesmen spoofed spoofing spooked spooking spooled
	spooling spooned spooning sported sporting spotted spotting spouted spouting sprains spreeing
	springs springy sprinting sprints spurring squalled squalling squarer squarest squatted
	squatting squired squires squiring stabbed stabbing stabled stabler stabling stacked stacking
	staffed staffer staffers staffing stagger staggers staging staking stalest staling stalked
	stalking stalled stalling stallion stallions stammer stammered stammering stammers stamped
	stampede stamping standaard standard standardise standardised standardises standardising
	standing standings stapled stapling starched starches starching staring starker starred
	starrier starring started starter starting startled startling starved starves starving
	starvings stashed stashes stashing stating stationery statistically statues staving staying
	stealing steamed steaming steeled steeling steeped steeper steeping steered steering stemmed
	stemming stepped stepping sterling stewing stiffed stiffing stilled stilling stimulate
	stimulated stimulates stimulating stimulation stinger stingers stinging stinking stipulate
	stipulated stipulates stipulating stipulation stirred stirring stitched stitches stitching
	stocked stocking stoking stomped stomping stoning stooped stooping stoppage stopped stopper
	stopping storeys stories storing stormed storming stowing straggle straggled straggles
	straggling straits stranded stranding strands strange stranger strangest strangle strangled
	strangling strapped strapping strayed straying streaks streamed streaming streams streets
	stretcher stretchers strewed strewing strides striding striker strikers striking strikings
	stringing strings stringy stripes striping stripper stripping striven strives striving strokes
	stroking strolled strolling strolls stronger strongest stubbed stubbing stubble studded
	studding studios stuffed stuffing stuffings stumped stumping stunned stunning stunted stunting
	styling subbing subscriber subscribes subsidies subsidise subsidised subsidises subsidising
	substantial substantially subtler succeed succeeded succeeding succeeds success successful
	successfully succored succoring sucking suction suctions suffered sufferer sufferings suggester
	suitable suitably suiting sullenly summaries summarise summarised summarises summarising
	summarizes summered summering summers summery summing summits sundaes sunning superficial
	superficially supervisors supervisory suppers suppler supplied supplier suppliers supplies
	supported supporter supports surfers surlier surprisings surrounding surroundings suspender
	suspicions swabbed swabbing swagger swaggered swaggering swaggers swallow swamped swamping
	swapped swapping swatches swatted swatting swaying swearing sweating sweeping sweepings swelled
	swelling swellings swelter swerved swerves swerving swigging swilled swilling swinging swiping
	switcher swollen swooped swooping sympathise sympathises sympathizer sympathizes syntheses
	synthesize synthesized synthesizes syringing tabbies tabbing tablets tacking tackled tackles
	tackling tactically tactless tagging tailing takings talkers talking tallest tallied tallying
	tankers tanking tanning tapping tarring tarrying tasking tasters tasting tatters tattles
	taxiing teacher teachers teaches teachings teaming teasing technical technically
	technologically teeming teenage teenager tekening temping tensing tenting terminal terminally
	terminals terminated terminating termini terraced terraces terracing terrains terrible terribly
	terrorise terrorises terrorism terrorist testing textually thanked thankful thankfully thanking
	theatre theoretical theoretically theorise theorises theorizes thereon thickens thicket
	thickets thinking thinned thinning thirsty thorough thought thoughts threads threats thrived
	thriving throats throaty throbbed throbbing through throughout throughput thrusting thrusts
	ticking tickled tickles tickling tidiest tiffing tilling timeout timeouts timings tinning
	tipping tirades tittered tittering titters tizzies toasted toasting tolerant tolling tonnage
	tooling topical topping torched torches torching torturer totaled totaling totalled totalling
	totters touchings tourism tracers tracing tracked tracking traders trading traditional
	traditionally traffic trailed trailer trailing trained trainee trainees trainer training
	tramped tramping trances transformer transit transited transiting transits transmit transmitted
	transmitter trapped trapper trapping trappings traveler traveling travelings travelled
	traveller travelling travellings trawled trawling treading treasurer treasury treeing trended
	trending trialed trialing trialled trialling tricked tricking trifled trifling trilled trilling
	trimmer trimming tripled triplet tripling tripods tripped tripping trivial trivially trolled
	trooped trooping tropical tropics troubleshot troughs trucked trucking truffle trumped trustee
	trustees trusting tucking tugging turfing turning twister twisters twitted twitting typewrite
	typewrites typewritten typical typically unacceptably unauthorised unauthorized unavoidably
	unbearably unbeatable unbelievable unbelievably unblock unblocked unblocking unblocks unbounded
	uncertainly unclean uncomfortably underlie underlies underline underlines undermine undermined
	undermines undermining underpay understandably understandings undertake undertaken undertaker
	undertakers undertakes undertakings undertone undertow undoings undress undressed undressing
	undying unfilled unfitted unfitting uniquer unities universal universally universals unloaded
	unloading unloads unnaturally unofficially unreasonably unsafer unseasonable unsigned
	unsuccessfully untruer unusual unusually unwiser unwitting unwound upbringings uptight usefully
	uttering valiant valving vandalise vanishings varnish varnished varnishes varnishing vatting
	venting verbally verbals vertical vertically verticals vetting victors viewings villager
	villagers violets virtual virtually visages visibly visually visuals vocation vocations wadding
	waddling wafting wagging wailing waiters waiting waiving walking walling wandered wanderer
	wandering wanders wanting warding warming warning warnings warnung warping warrant warrants
	warranty warring warship washers washing washings wastefully wasting weakens wealthy weaning
	wearying weaving webbing webhooks wedding weddings wedging weeding weeping weighty welding
	welling welting wetting whalers whenever wherever whetting whiling whiners whining whipping
	whirring whisked whisker whitens whitest whittle whittles whizzes widowing wieners wigging
	wiggled wiggling wildest willing wilting wincing winding wingers winging winking winning
	winnings winters wishing witched witches witching withdraw withdrawn withdraws withdrew witless
	witting wondered wonderful wonderfully wondering wonders woodies wooding woofing woollen
	woollies wording wordings working workings worming worried worrying worryings worthies wounder
	wrangling wrapped wrapper wrapping wrappings wreaked wreaking wrecked wrecker wrenched writers
	writhed writhes writhing writing writings written wronging yelping yessing
`;

export const REAL_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

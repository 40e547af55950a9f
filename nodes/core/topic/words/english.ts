import { oneLine } from '../../values/tables';
import type { TopicWords } from './types';

/** In the order in which equally good topics are preferred. */
export const ENGLISH: TopicWords = {
	cancellation: [
		oneLine`
			(cancel|terminate|close|end|discontinue) (our|my|the|your|this)? (subscription|contract|plan|
			agreement|trial|pilot|service|license|licence|account with you|renewal|membership)
		`,
		'(notice|cancellation) period',
		'cancel seats|everything|immediately|effective',
		'(want to|like to|need to|going to|decided to|have to|will) cancel',
		'(cancellation|termination) of|terms|notice|clause|date|request',
		'ending the trial|pilot',
		oneLine`
			(downgrade|downgrading|wind down|winding down|reduce|fewer) (to|from|our|the|of)? (basic|free|plan|
			seats|licences|licenses|subscription|account|project)
		`,
		'(sign|signing|signed|appointment) (with|at) (someone else|another|a different)',
		"(not|won't) be renewed|renewing|extending|prolonging",
		'drop from seats|licences|licenses',
		'downgrade',
		'offboarding|churn',
		"(not|won't) renew|renewing",
		'(continue beyond)',
		"(don't) wish|want|intend|plan to renew|continue",
		'(auto-renewal|auto renew|renewal date)',
		'(no longer need) (the|our|your) subscription|service|tool|product|account',
		'move|switch|leave|go to|for (a competitor|another provider|another tool|another vendor|your competitor|a different)',
		'(evaluate|evaluating|look at|looking for|comparing) (other|alternative) (vendors|tools|providers|solutions)',
		'close|closing|shut (our|my|the|down)? (test|free)? (account|workspace)',
		'(moving|move|switching|switch) (to|over to) (another|a different|your competitor|a competitor|monday.com|asana|zendesk|hubspot)',
		'(moving away|moving off|moving to another|switching away|leaving you|leave you)',
		'(we are leaving|we will leave)',
		'~alternatives|alternative|competitors|competitor',
		'~(cancel|termination|another vendor|new vendor|switching)',
	],
	security: [
		oneLine`
			(security|vulnerability|vulnerabilities|cve|pentest|breach|hacked|compromised|phishing|malware|
			ransomware|encryption|encrypted|antivirus|quarantine|trojan|xss|csrf|injection|firewall rule)
		`,
		oneLine`
			(data stored|data hosted|data centre|data center|penetration test|soc 2|soc2|iso 27001|gdpr|dpa|
			hipaa|privacy|data protection|data residency|data processing agreement|audit log|audit logs|
			compliance|subprocessor|subprocessors|right to erasure|allow list|ip whitelist|ip allowlist)
		`,
		'(security|vendor) questionnaire|review|assessment',
		oneLine`
			see|sees|seeing|saw|shows|shown|open|view|access|read|received (another|other|someone else's|
			some other|a different|foreign|strangers) customer|customers|company|company's|companies|client|
			client's|clients|tenant|tenant's|organisation|organization|account|user|users|people
		`,
		oneLine`
			(another|other|someone else's|a different) (customer|customers|company|companies|tenant|tenants|
			organisation) (data|invoices|records|projects|tickets|files|contacts|documents|names|information)
		`,
		'(client a|customer a|tenant a) (sees|see) (the figures|the data|data|figures)?',
		'(any user|everyone|anyone|anybody|everybody|interns) (can open|can see|can read|can view|can access|can download)',
		'unauthorized|unauthorised|suspicious access|login|logins|activity|sign-in',
		'(indexed by google|publicly visible|publicly accessible|public link|brute force|false positive|security tool|recording be disabled)',
		'(leak|leaked|leaking|exposed|exposure)',
		'(key|secret|token) (rotation|leaked|in clear text)',
		'rotate|rotating|revoke (the|our|your|api|signing)? (key|keys|secret|secrets|token|tokens|api keys)',
		'(certificate|certificates|tls|ssl|mixed content)',
		'confidential|confidentiality',
		'pentest|pentests|pen-test',
		'(pen test|pen tests|security findings|security incident|password policy|plain text|clear text|least privilege)',
		'~(consent|personal data|visible|public|audit|severity|false positive|sensitive|trust)',
	],
	billing: [
		oneLine`
			invoice|invoicing|billing|refund|refunded|receipt|overcharged|chargeback|overage|overages|dunning|
			reimbursement|rebate|prorated|proration|surcharge
		`,
		'charge|charged|fee|fees|price|pricing|discount|coupon|voucher|payable|overbilled',
		'bill|bills|billed',
		'~(billing|quote|offer for the|our renewal)',
		'(quote|renewal quote|price increase|price tag|cost breakdown)',
		'(credit note|cancellation fee|refund policy|money back)',
		oneLine`
			(credit card|purchase order|po number|payment method|payment methods|payment terms|direct debit|
			bank details|billing address|tax id|vat id|vat number|our card|company card|card on file|
			bank transfer|wire transfer|net 30|net 60)
		`,
		oneLine`
			(annual plan|monthly plan|annual billing|enterprise plan|upgrade our plan|downgrade our plan|
			change our plan|number of seats|additional seats|extra seats|more seats|unused seats|seat count|
			license count|multi currency)
		`,
		'charged|billed|invoiced|paid|paying twice|double|again',
		'(double charged|double billed)',
		'payment|payments|renewal',
		oneLine`
			~subscription|seats|seat|licenses|licences|licence|license|plan|credit|credits|compensation|vat|tax|
			pay|paid|paying|money|cost|costs|amount|currency|budget|contract|renew|accounting|transaction|
			transactions|deposit|balance|cash|exchange rate|withdrawal|euro|eur|usd
		`,
	],
	access: [
		oneLine`
			(log in|login|logins|logging in|log into|sign in|signing in|sign up|sign-in|sign on|log out|
			logged out|signed out|locked out|kicked out|password|passwords|passcode|passkey|passkeys|sso|saml|
			scim|okta|azure ad|entra|active directory|ldap|mfa|2fa|two factor|two-factor|otp|login codes|pin|
			magic link|credentials|authenticator|captcha)
		`,
		'permission|permissions|authentication|authenticate|authorisation|authorization|unlock|provisioning|username',
		'(admin|user|access|viewing|edit|owner) (rights|privileges)',
		'(read only|read-only|user|admin|guest|custom|owner) (role|roles|access)',
		'(invite|invitation|activation|verification|confirmation) (link|email|mail|code)',
		oneLine`
			(add|remove|new|create|delete|edit|switch|change|close|activate|restore|recover|open|set up|
			register|reset|deactivate|reactivate|suspend|unsuspend|invite) (a|an|my|our|the|new|another|
			second)? (user|users|account|accounts|profile|password|pin|admin|admins|colleague|employee)
		`,
		'(user|guest|my|another|premium|platinum|gold|standard|pro|freemium|free|online|customer) account|accounts',
		'(account|profile) (data|details|information|access|type|owner)',
		'account|accounts|workspace suspended|locked|blocked|disabled|deactivated',
		'(update|change) (my|our|the) (email|e-mail) address',
		'registration|register|signup|deactivated|deprovisioning|identity|offboard',
		'(admin|owner|account|ownership) transfer',
		'transfer|change (ownership|the owner|the account owner)',
		'(session|idle) (timeout|time out|length|expired|expires)',
		'(no access|lost access|access to|access denied|lose access|grant access|give access|access for|agency access)',
		"can't (access|get into|get in|see their|see a board)",
		oneLine`
			~(access|invite|invited|verify|verification|verified|invitations|onboarding|starters|role|roles|
			code|user|admin|former employees|new employee)
		`,
	],
	export: [
		'export|exporter|exporting|exports',
		'download (a|the|our|my|all|all the|as)? (report|reports|data|copy|backup|csv|pdf|excel|records|list|file|files)',
		'copy of (our|all our|all|the|my) data',
		'(data takeout|data dump|save as pdf|save as csv|bulk download|download all)',
		'~csv|excel|xlsx|spreadsheet|pdf|download|downloading',
	],
	sync: [
		'sync|syncs|resync|re-sync|synchronisation|synchronization|synced',
		'out of sync',
		'(appears|appear|shows up|show up|arrives|arrive|posted|booked|created) twice',
		'(double|duplicate) (bookings|booking|appointments|appointment|calendar entries|events|orders)',
		oneLine`
			(salesforce|hubspot|quickbooks|xero|netsuite|dynamics|shopify|datev|pipedrive|marketo|mailchimp|
			workday|sharepoint|magento|woocommerce) (connection|connector|sync|integration|records|contacts|
			deals)
		`,
		oneLine`
			(no order|no orders|order has reached|orders reach|no contacts|no deals|no records) (reached|reach|
			arrive|arrived|come|came|synced|since)
		`,
		'connector|reconcile|reconciliation|reconciled',
		oneLine`
			orders|contacts|records|deals|leads|events|transactions|payments|tickets|bookings|stock (not coming|
			come through|coming through|came through|not arriving|not transferred|not flowing|carried over|
			pushed)
		`,
		'~(salesforce|hubspot|quickbooks|xero|netsuite|dynamics|sap|shopify|datev|exact|stripe payouts|power bi|nightly job|mirror|transferred)',
	],
	integration: [
		oneLine`
			integration|integrations|integrate|integrating|webhook|webhooks|api|apis|endpoint|endpoints|zapier|
			make.com|n8n|oauth|sdk|hmac|plugin|plugins|middleware|edi|graphql|payload|payloads|soap|mcp|sftp|
			ftp|odata|jdbc|odbc
		`,
		oneLine`
			(rate limit|rate limits|rate limiting|retry policy|api key|api keys|access token|refresh token|
			exit code|status code|dead letter|idempotency|pagination cursor|batch endpoint)
		`,
		oneLine`
			(connect|connecting|connection|connected) (to|with|our|the)? (jira|slack|stripe|google|outlook|
			salesforce|shopify|store|shop|accounting|erp|crm|teams|hubspot|quickbooks)
		`,
		oneLine`
			(slack|jira|teams|stripe|github|gitlab|google|outlook|asana|airtable|snowflake|bigquery|zapier|
			calendar) (integration|app|message|messages|alerts|channel|plugin|payouts|connector|sync|connection)
		`,
		oneLine`
			(flow|flows|scenario|scenarios|zap|zaps|pipeline|pipelines|runner|build|builds|deploy|deployment|
			queue|job|jobs|automation|automations|workflow|workflows|run|runs) (fail|fails|failed|failing|
			stopped|stuck|run|runs|policy|letter|paused|triggered|error|errors|broken|skipped|not running)
		`,
		'automation|automations|replay|trigger|triggers',
		oneLine`
			~(rest|http|https|erp|nulls|mapping|request|requests|token|header|headers|json|xml|v2|v3|400|401|
			403|404|422|429|500|502|503|504|stripe|slack|jira|zap|flow|flows|scenario|pipeline|failed messages|
			interface between|connection|logs|api call|api calls)
		`,
	],
	notifications: [
		'notification|notifications|reminder|reminders|sms|push|newsletter|newsletters|digest|pagerduty|pager|mailings|mailing',
		'alert|alerts',
		oneLine`
			(email|emails|e-mail|e-mails|mail|mails) (not|never|not arriving|template|templates|arriving|arrive|
			delivered|sent|land in spam|going to spam|twice|notification|notifications|alerts|bounce|bounced|
			bouncing)
		`,
		oneLine`
			(send|sent|receive|get|received|getting|receiving|stop sending|flooded with) (emails|email|e-mails|
			texts|mails|messages|too many emails)
		`,
		"(didn't|did not|never|not) get|receive|send (email|emails|e-mail|mail)",
		'texted (our|the)? customers',
		'(on call|spam folder|unsubscribe)',
		'~email|emails|mail|mails|inbox|spam|message|messages|notified|notify',
	],
	performance: [
		oneLine`
			slow|slower|slowly|slowness|performance|latency|lag|lags|lagging|laggy|sluggish|timeout|timeouts|
			freeze|freezes|freezing|frozen|hang|hangs|hanging|unresponsive|quicker|faster|throughput|unusable
		`,
		'crash|crashes|crashed|crashing',
		oneLine`
			(times out|timed out|timing out|time out|load time|loading time|load times|loading times|page loads|
			page load|takes forever|take forever|load test|response times|dying every|falls over|keeps dying)
		`,
		oneLine`
			(takes|took|take|need|needs|taking) (me|us|up to|over|about|more than|almost|around|nearly|
			anywhere)? (a|one|two|three|four|five|ten|20|30|40|45|50|60|90)? (second|seconds|minute|minutes|
			ages|forever) (to|per|for|each|longer)
		`,
		'(while a page|page opens|pages open|spinning wheel|progress bar)',
		'(seconds|minutes|minute) (per|to|for) (a|the|each)? (page|screen|open|load|search|save|click|order)',
		'seconds|spinner|spins|spinning',
		'takes|take|took|taking|loads|load|loading|runs|ran|running|need|needs|waited|waiting seconds|minutes|hours|ages|forever',
		'seconds|minutes|hours to (load|open|run|finish|complete|search|save|render|start|respond|answer|process)',
		'used to take|run|finish|load',
		"(doesn't|does not|never|did not|didn't|not) finish|finished|complete|completed|load|loads",
		'p95|p99|bottleneck',
		'(response time|response times|runs for hours|still running|still at)',
		'~(loading|loads|load|speed|fast|memory|long|wait|waiting for|minutes|minute|delay|delays|limits|size limit|maximum)',
	],
	outage: [
		'outage|outages|downtime|uptime|sla|interruption|interruptions',
		'maintenance',
		oneLine`
			(is down|are down|was down|were down|went down|still down|goes down|been down|service unavailable|
			status page|production down|unplanned|maintenance window|system down|site down|everything down|
			completely down|region switch|upgrade take|blank screen|screens blank|screens have been blank|
			error 503|503|failover|disaster recovery)
		`,
		oneLine`
			(app|system|platform|site|service|software|tool|page|screens|screen|nothing|portal) (opened|opens|
			loads|loading|not load|not loading|not open|not respond|unreachable|blank|unavailable|works)
		`,
		'(unreachable|unavailable|unplanned|offline since)',
		'~down|incident|incidents|offline|restored|recovery',
	],
	import: [
		'import|imports|importing|imported|importer',
		'(row|rows|line|lines|file|template) (invalid|rejected|skipped|refused|unreadable|failed)',
		'(opening balances|sample file|upload page|enrolment file|data load|bulk load)',
		'~row|rows|encoding|umlauts|cutover|template',
		'upload|uploads|uploading|uploaded',
		'~migration|migrate|migrating',
	],
	data: [
		oneLine`
			(data|database|databases|record|records|contacts|projects|tasks|files|orders|entries|comments|notes|
			history|tickets|boards|folders|customers|articles|documents|shifts|bookings|deals|everything|
			attachments) (loss|lost|gone|missing|disappeared|vanished|deleted|overwritten|wiped|empty|
			duplicated|corrupted|no longer there|not there|mixed up|are there|reappeared|incomplete|merged)
		`,
		'report|reports|dashboard|dashboards|chart|widget wrong|different|incorrect|inconsistent|empty|missing|blank|figures|numbers|totals',
		oneLine`
			(missing|lost|deleted|duplicate|corrupted|vanished|disappeared) (data|records|contacts|projects|
			tasks|files|orders|entries|comments|notes|history|customers|documents|items|rows|invoices)
		`,
		'(database|backup|backups|retention|duplicate|duplicates|deduplicate|merge|merging|merged|archive|archiving|storage|trash|recycle bin)',
		'metric|metrics|mrr|kpi|kpis|analytics|attribution|statistics|calculation|calculations|forecast|churn figure',
		'~report|reports|reporting|dashboard|dashboards|widget',
		'wrong|different|incorrect|inconsistent|impossible numbers|number|total|totals|figures|values|sums',
		'numbers|number|totals|figures differ|off|wrong|add up|match',
		oneLine`
			restore|restoring|recover|undelete|delete|deleted (a|the|my|our|some|test)? (project|projects|
			folder|folders|file|files|record|records|task|tasks|board|item|items|data|test)
		`,
		'(restore test|time zone|time zones|dead letter|tracking code|survey responses|pie chart|stock levels)',
		'disappearing|disappeared|vanished|overwritten|wiped',
		'(mixed up|where did all)',
		oneLine`
			~(data|figures|totals|record|records|deleted|deletion|entries|responses|archived|balances|balance|
			stock|number|numbers|calculated|tracking|chart|charts|revenue|tile|gone|lost|undo|history|folder|
			filter by client|time zone|time zones|field|fields|retained)
		`,
	],
	mobile: [
		oneLine`
			(mobile app|mobile|field team|iphone|ipad|ios|android|phone app|app store|play store|tablet|tablets|
			app update|scanner app|mobile version|handheld|handhelds|offline mode|fingerprint|face id|field app|
			driver app|native app)
		`,
		'app crash|crashes|crashed|freezes|closes|hangs',
		'(logs me out|logs out|keeps asking|on my phone|on their phones)',
		'~(the app|app|apps|phone|phones|barcode|scan|scans|camera|no signal)',
	],
	ui: [
		oneLine`
			ui|ux|interface|button|buttons|layout|navigation|menu|menus|redesign|font|fonts|icon|icons|
			usability|screenreader|accessibility|tooltip|tooltips|sidebar|toolbar|dropdown|shortcut|shortcuts|
			overlapping|cosmetic|typo|typos|wording|translation|translated
		`,
		oneLine`
			(dark mode|new look|new design|new interface|old interface|screen reader|keyboard|user interface|
			new calendar|old calendar|drag and drop|help centre|help center|new layout|settings page|new editor|
			release notes|side by side|date format|colour blind)
		`,
		'(confusing|confused|unintuitive|intuitive|clunky|cumbersome|cluttered|unreadable|tedious|clicks|font size|undo|layouts)',
		"can't find|locate (the|where)",
		'where (did|has|is) the button|archive|setting|option|menu|tab',
		'(order of the steps|moving issues|calendar)',
		oneLine`
			~design|colour|color|colours|colors|emoji|avatar|wizard|scroll|click|column|columns|filter|filters|
			tab|tabs|view|views|screen|screens|page|browser|firefox|chrome|safari|display|displayed|label|
			settings|find|sort|sorting|retraining|trained|guide|layouts
		`,
	],
	support: [
		oneLine`
			(your support|support team|customer service|support agent|support agents|account manager|
			account managers|callback|customer support|chatbot|the bot|your bot|support hours|csm|
			contact person|customer success manager|support plan|premium support|helpdesk)
		`,
		'(human|live|real) (agent|person|assistant|being)',
		'(speak|talk) (to a|to an|to|with a|with) (human|person|agent|manager|representative|someone)',
		oneLine`
			(following up|follow up|bumping this|any update|any news|no reply|no response|no answer|
			nobody answers|is anyone there|is anybody there|your reply|your last message|call me back|
			phone number)
		`,
		'escalate|escalation|complaint|complaints',
		oneLine`
			(named contact|new contact|third agent|another agent|passed around|passed from|transferred to|
			chat closed|chat was closed|live chat|on hold|hold music|call back|called back|your agent|
			your agents|your colleague|your colleagues|start from zero|same questions|csat|onboarding manager|
			project lead)
		`,
		'(my|our|the|this|your) (ticket|tickets|case)',
		'~(response time|reply|replied|answer|answered|answers|ticket|support|case|nobody|agents|colleague)',
	],
	'feature request': [
		oneLine`
			(feature request|feature requests|feature idea|roadmap|wishlist|wish list|suggestion|
			feature suggestion|enhancement|product idea|nice to have|upvote|upvotes|votes|would like to see|
			idea for)
		`,
		'idea',
		'(would be great|would be nice|would be helpful|would be useful|would love|would be lovely|would be handy|would help) (if|to|a|an|us)',
		oneLine`
			(any plans|any chance of|is there a plan|is this planned|still planned|is it planned|could you add|
			can you add|please add|consider adding|are there plans|plan to support|plans to support|
			will you support|advertised|kill switch)
		`,
		'(wish|wish there|one wish|only wish|small wish)',
		'(under consideration|vote for)',
		'(bulk edit|bulk editing|dark mode|recurring tasks)',
		'(deprecated|deprecation|removed the|sunset|sunsetting|beta)',
		'~(planned|feature|features|workaround|workarounds|multi currency|native|undo|missing feature|support for|switched off|bigger|limit of)',
	],
	praise: [
		oneLine`
			(amazing|fantastic|kudos|brilliant|well done|great job|great work|thank you so much|shout out|
			love your|love the|love it|great product|thanks to your team|compliment|compliments|keep it up|
			impressed|happy customer|delighted|addicted|hats off|is a star|deserves a raise|made my day|
			made our day|went great|went smoothly|went well|appreciation|appreciate the|flawless|flawlessly|
			superb|excellent|wonderful|awesome|perfectly|a charm|five stars|shout-out|pass this on|pass it on|
			thank your|tell your|well deserved|best support|so happy|very happy|really happy|great team|
			lifesaver|saved us|saved my|thank you for|thanks for|rare these days|big thanks|huge thanks|
			many thanks to)
		`,
	],
	question: [
		oneLine`
			(how do i|how do we|how can i|how can we|how to|is it possible|is there a way|what does|where can i|
			where do i|what is the|can i|can we|do you)
		`,
	],
};

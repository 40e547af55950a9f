import { pattern } from '../../values/tables';
import type { NoPersonTraits } from './traits';

export const ENGLISH: NoPersonTraits = {
	firstPerson: /(?<![\p{L}'])(?:i|i'm|i've|my|me)(?![\p{L}'])/u,
	we: /(?<![\p{L}'])(?:we|we've|our|us)(?![\p{L}'])/u,
	calendarStart: pattern()`
		accepted|declined|tentative(?:ly accepted)?|invitation|updated invitation|cancell?ed event|
		new event
	`,
	calendar: pattern()`
		@ (?:mon|tue|wed|thu|fri|sat|sun)|\b\d{1,2}[:.h]\d{2}\b|has (?:accepted|declined)|(?:this|the|
		your) invitation|(?:mon|tues|wednes|thurs|fri|satur|sun)day
	`,
	noReply: {
		address: pattern()`
			no-?reply (?:e-?mail )?(?:address|mailbox)|(?:please )?do not (?:reply|
			respond) to this (?:e-?mail|message)|replies to this (?:e-?mail|address) are not (?:read|
			monitored)
		`,
		unread: pattern()`
			(?:mailbox|inbox|address|e-?mail account) (?:is|no)(?: \S+){0,3} (?:monitored|read|used|in use)|
			unmonitored
		`,
		automatic: pattern()`
			(?:this is an|this) (?:automated|automatic|auto-?generated) (?:message|e-?mail|reply|
			notification)|automatically generated
		`,
		left: /no longer (?:works?|working|with|employed)|has left (?:the company|us)/,
		closed: /offices? (?:is|are|will be) closed/,
		cannotAnswer: /(?:cannot|can't|unable to) (?:handle|process|answer|read)/,
		askElsewhere: /\bplease (?:contact|write to|use|visit)\b/,
		until:
			/\buntil (?:\d|mon|tues|wednes|thurs|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/,
	},
	newsletter: {
		unsubscribe: /unsubscribe/,
		inBrowser: /view (?:this e-?mail )?(?:it )?in (?:your )?browser/,
		whyYou: pattern()`
			you(?:'re| are) receiving this|you (?:get|got) this (?:e-?mail|message) because|
			you received this e-?mail because
		`,
		issue: pattern()`
			in this (?:issue|edition)|your (?:weekly|monthly|daily) (?:\w+ )?(?:report|digest|update|
			newsletter|roundup)|this (?:week|month): |hello from the|what's new in|an offer you shouldn't
		`,
		readMore: /register now|sign up today|read more|shop now|learn more/,
	},
	parcel: {
		yours: /\b(?:your (?:parcel|package|shipment|delivery|order)|deliver parcel)\b/,
		tracking: /tracking (?:number|code)|track (?:your|the) (?:parcel|package|order)/,
		delivery: pattern()`
			(?:has been|was|will be|is|could not be) (?:\S+ ){0,2}(?:delivered|dispatched|shipped|arriving)|
			out for delivery|could not be delivered|tried to deliver|nobody was at home|pick-up point
		`,
	},
	sales: {
		yourSite: pattern()`
			\byour (?:web ?site|site|homepage|business|company|brand|domain|online presence|
			google ranking)\b
		`,
		weOffer: pattern()`
			\b(?:we|our (?:team|agency|company|experts)|i) (?:can |could |will )?(?:help|offer|provide|
			speciali[sz]e|build|design|develop|fix it|deliver|boost|increase|improve|grow)\b
		`,
		goods: pattern()`
			\b(?:seo|backlinks?|guest posts?|first page|page one|more (?:traffic|leads|customers|clients|
			sales)|lead generation|cold calls?|search engines?|google rank\w*|web design|mobile apps?|
			outsourc\w+|virtual assistants?|e-?mail lists?)\b
		`,
		losses: pattern()`
			\b(?:losing (?:customers|clients|sales|visitors|money)|(?:are|is) you(?:r)? (?:\w+ )?(?:losing|
			struggling|tired)|critical errors on your|serious issues|to competitors)
		`,
		free: pattern()`
			\b(?:free (?:audit|consultation|quote|trial|analysis|demo|proposal|estimate)|special offer|
			limited offer|discount|best price|affordable)\b
		`,
		call: pattern()`
			\b(?:quick (?:call|chat)|(?:10|15|20|30)[- ]?min(?:ute)?s? (?:call|chat)|book a (?:call|demo|
			meeting)|schedule a (?:call|demo)|reply (?:\"?yes|with)|interested\?|would you be (?:open|
			interested)|let me know if you(?:'d| would) (?:like|be)|act now|renew here|final notice|
			unless you act)\b
		`,
		opening: pattern()`
			\b(?:dear (?:owner|sir|madam|business owner|webmaster)|hi (?:there )?(?:owner|webmaster)|
			i (?:came across|found|visited|was looking at) your|we(?:'ve| have)? (?:found|noticed|checked|
			reviewed) (?:\S+ )?(?:\S+ )?(?:errors|issues|problems)|i hope this (?:e-?mail|
			message) finds you)\b
		`,
	},
	hello: /hi|hello|hey|welcome/,
	howCanIHelp: /how (?:can|may) (?:i|we) help|what can (?:i|we) (?:do|help)/,
};

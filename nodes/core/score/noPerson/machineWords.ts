import { pattern } from '../../values/tables';

/** What machines and offers say in English, whatever the language of those they write to. */

export const MONITORING: readonly RegExp[] = [
	/^\[?(?:firing|resolved|alert|problem|recovery|critical|warning|uptime|down|up|ok|incident)\b[^\n]{0,20}[\]:]/,
	pattern()`
		monitor (?:is )?(?:down|up)|your monitor|host(?:name)?: |service: |(?:state|status|severity|
		priority): (?:critical|warning|ok|down|up|high|p\d)|alertmanager|nagios|zabbix|pagerduty|
		uptimerobot|pingdom|statuspage|grafana
	`,
	pattern()`
		(?:down|triggered|started|opened|resolved) (?:since|at|on):? ?\d{4}-\d\d|incident #?\d+|threshold|
		notified when|http \d{3}\b.{0,30}(?:since|down)|response time
	`,
];

/** Traits of offers that come in any number. */
export const OFFERS: readonly RegExp[] = [
	/\btired of\b[^.!?\n]{0,40}\?|\b(?:losing sleep|killing your)\b[^.!?\n]{0,40}\?/,
	/\b(?:i'd love to show|open to a (?:quick )?(?:call|chat)|shall i send|floating this|following up on my last|happy to share)\b/,
	pattern()`
		\b(?:\d+ ?% off|(?:sale|offer) ends|don't miss out|last chance|terms apply|boost your|stop wasting|
		partnership opportunity|leading (?:offshore|provider|agency)|never sleeps|most (?:companies|smbs)|
		our experts|free trial\. regards)\b
	`,
];

export const NOTIFICATION: readonly RegExp[] = [
	pattern()`
		\b(?:jenkins|dependabot|dmarc|backup\w*|fax|voicemail|calendar|mail system|mail receiver|
		visitor #?\d+|candidate|rma \d+|new mentions?|survey)\b|\[auto\]
	`,
	pattern()`
		\bsent by |(?:don't|do not) (?:need to )?(?:reply|resend)|please ignore this message|
		automatic reminder|(?:this is an? )?(?:automatic|automated|aggregate) (?:message|report|reminder)|
		turn off these|manage your preferences|you get this mail because|see attachment|
		open in (?:the )?(?:portal|app)|in the app\b|assigned the number|has been recorded|
		removed from your calendar|to fix \d+ alerts?|automatisch erzeugt|attached you'll find
	`,
	pattern()`
		\b(?:failed|result|reason|report id|pages|quality|organizer|task|name|status|dauer|when): |
		build (?:failed|aborted)|\btests? failed|event has been cancel|(?:you've|you have) received an?|
		your (?:message|answer) has been|closed due to inactivity|mentioned you|
		we found a critical severity|days overdue|has applied via
	`,
];

export const PHISHING: readonly RegExp[] = [
	/\b(?:verify|confirm|update) your (?:password|card|account|identity|payment)|click here|act now|unless you (?:act|verify)/,
	pattern()`
		\byour (?:mailbox|account|domain|e-?mail) (?:has been|is|will be|expires)\b|unusual activity|
		final (?:warning|notice)|to avoid (?:termination|suspension)|within \d+ hours
	`,
	/\bdear (?:user|customer|client)\b|\b(?:suspended|terminated|expires?|99% full|cancelled and your)\b/,
];

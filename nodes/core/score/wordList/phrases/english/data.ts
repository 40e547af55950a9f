import { oneLine } from '../../../../values/tables';
import { FIGURES, RECORDS } from './alternatives';

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

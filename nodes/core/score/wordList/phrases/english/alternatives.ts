import { oneLine } from '../../../../values/tables';

/** Alternatives that stand in many phrases. */

export const RECORDS = oneLine`
	data|record|contact|task|file|project|report|document|history|entry|ticket|row|lead|deal|order|
	attachment|comment|note|dashboard|transaction|customer|conversation|template|campaign|log|recording|
	photo|image|backup|folder|board|workspace|message|field|setting
`;
export const FIGURES = oneLine`
	number|figure|total|data|report|metric|count|calculation|value|amount|balance|dashboard|result|stat|
	statistic|revenue|kpi|sum|forecast|inventory|timesheet|payroll|score|attribution|analytics
`;
export const JOBS = oneLine`
	export|import|upload|download|save|backup|build|deployment|job|report|delivery|migration|upgrade|
	update|batch|workflow|automation|transfer|transaction|request|print|scan|call|search|query|campaign|
	checkout|installation|calculation|rule|test|pipeline|sync|validation|restore
`;
export const PARTNERS = oneLine`
	sync|integration|webhook|connector|connection|api|zap|zapier|salesforce|hubspot|slack|jira|feed|
	bridge|plugin|addon|quickbooks|xero|netsuite|shopify|stripe|endpoint
`;
export const PEOPLE =
	'customer|client|user|team|staff|employee|agent|rep|colleague|patient|student|driver|guest|member|partner|subscriber|seller|merchant';
export const PRODUCT = oneLine`
	app|page|screen|browser|system|dashboard|editor|software|program|platform|site|website|portal|tool|
	machine|terminal|tab|server|client|application
`;
export const UNITS = 'day|week|month|hour|fortnight|year';
export const COUNTS =
	'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|multiple|2|3|4|5|6|7|8|9|10|11|12|14|20|30|dozens|countless|numerous';
export const ORDINALS =
	'third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|nth|hundredth|3rd|4th|5th|6th|7th|8th|10th';
export const NOBODY = '(nobody|no one|noone)';
export const FAULT = 'issue|problem|bug|error|defect|glitch';

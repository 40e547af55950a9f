import { oneLine } from '../../values/tables';
import type { TaxonomyRow } from './rows';

/** Rows for one kind of product, which a choice in the node adds to the list. */
export interface TaxonomyPreset {
	name: string;
	description: string;
	rows: readonly TaxonomyRow[];
}

/**
 * What is critical differs by product: "tasks not saving" for project management, "report showing wrong numbers" for
 * analytics (the source recipe's own examples).
 */
export const TAXONOMY_PRESETS: Record<string, TaxonomyPreset> = {
	projectManagement: {
		name: 'Project Management',
		description: 'Tasks that do not save, lost boards and missed deadlines are critical',
		rows: [
			{
				signal: 'Project work at risk',
				topic: 'data',
				riskLevel: 'critical',
				phrases: [
					'tasks|task|subtasks|cards|card|comments|boards|sprint|milestones not save|sync|stick',
					'tasks|subtasks|cards|boards|milestones|sprints|backlog|checklists disappeared|vanished|gone|lost|wiped',
					'missing|missed the deadline|milestone|launch',
					'due|start date wrong|reset|shifted',
					'date changed|moved by itself|themselves',
					'dependencies|assignees|assignments lost|gone|reset|removed|scrambled',
					'timeline|gantt|board|roadmap broken|blank|wrong|corrupted',
					'time entries|tracking lost|gone|wrong|missing',
				],
			},
		],
	},
	analytics: {
		name: 'Analytics and Reporting',
		description: 'Wrong or stale numbers and dashboards that do not load are critical',
		rows: [
			{
				signal: 'Reporting cannot be trusted',
				topic: 'data',
				riskLevel: 'critical',
				phrases: [
					oneLine`
						report|reports|dashboard|dashboards|chart|charts|widget showing|shows|displaying wrong|incorrect|
						different|stale|outdated numbers|figures|data|totals|values
					`,
					'dashboard|dashboards|report|reports|query|queries|chart not load|refresh|update|run',
					'conversions|events|sessions|attribution|tracking|funnel dropped|stopped|missing|wrong|inflated|doubled|broken',
					'data|numbers hours|days stale|old|behind|late',
					'not match (google analytics|warehouse|source)',
					'scheduled report|reports not arrive|sent|delivered',
					"can't present|show|defend the numbers|figures|reports",
				],
			},
		],
	},
	integrations: {
		name: 'Integrations and iPaaS',
		description: 'Stopped flows, dropped events and duplicate runs are critical',
		rows: [
			{
				signal: 'Flow stopped',
				topic: 'sync',
				riskLevel: 'critical',
				phrases: [
					oneLine`
						flow|flows|scenario|scenarios|workflow|workflows|zap|zaps|recipe|recipes|job|jobs|pipeline (stopped|
						stops|paused|disabled|deactivated|stuck|not running|not triggering)
					`,
					'events|webhooks|messages|payloads|records dropped|lost|missed|skipped|swallowed|duplicated',
					'runs|ran|executed|triggered|fired twice|multiple times|repeatedly',
					'queue|backlog growing|stuck|full|piling',
					'connection|connections|credentials|token keeps expiring|disconnecting',
					'mapping|mappings|field|fields lost|broken|reset|gone after|since',
				],
			},
		],
	},
	billingHeavy: {
		name: 'Billing and Subscriptions',
		description:
			'Wrong charges, failed payment runs and tax errors towards your customers are critical',
		rows: [
			{
				signal: 'Money goes wrong',
				topic: 'billing',
				riskLevel: 'critical',
				phrases: [
					'our customers|clients|subscribers charged|billed|invoiced twice|wrong|double|again|incorrectly',
					'customers|clients|subscribers charged|billed|invoiced anyway|after|for',
					'(payment|payout|billing run|payment run|settlement) failed|stuck|delayed|missing|late',
					'payout|settlement not arrived|received|paid',
					'invoices|receipts not sent|generated|created|delivered',
					'tax|vat wrong|incorrect|missing|miscalculated',
					'refunds|refund not processed|issued|sent',
					'dunning|reminder sent to the wrong|paying',
				],
			},
		],
	},
	developerTools: {
		name: 'Developer Tools and APIs',
		description: 'Broken builds, breaking changes and production errors are critical',
		rows: [
			{
				signal: 'Production blocked',
				topic: 'integration',
				riskLevel: 'critical',
				phrases: [
					'builds|build|deploys|deploy|deployments|deployment|pipeline|pipelines|ci|runner|runners failing|fails|broken|stuck|blocked|down',
					"can't deploy|release|merge|ship|roll back|rollback",
					'breaking change minor|patch|notice|warning|changelog',
					'(sdk|cli|client library|api) broke|broken|breaks since|after|in',
					'requests|calls|jobs (timing out|dropped|rejected|throttled) production|since|constantly',
					'(latency|p95|p99|error rate) (spiked|doubled|tripled|through the roof)',
					'production incident|outage|down because|due|caused',
				],
			},
		],
	},
	crm: {
		name: 'CRM and Sales',
		description: 'Lost or mixed-up contacts and deals and mail to the wrong people are critical',
		rows: [
			{
				signal: 'Customer records at risk',
				topic: 'data',
				riskLevel: 'critical',
				phrases: [
					'contacts|leads|deals|opportunities|accounts|notes|activities disappeared|vanished|gone|lost|overwritten|merged|duplicated',
					'pipeline|forecast|quota|commission wrong|incorrect|empty|off|broken',
					'email|sequence|campaign|newsletter sent|went (to the wrong|to everyone|to all|to unsubscribed|twice)',
					'leads not assigned|routed|coming|arriving',
					'owner|stage changed|reset by itself|overnight|themselves',
					'calls|meetings|emails not logged|logging|tracked',
				],
			},
		],
	},
	helpdesk: {
		name: 'Support and Messaging Tools',
		description: 'Lost conversations and messages that do not reach customers are critical',
		rows: [
			{
				signal: 'Conversations at risk',
				topic: 'notifications',
				riskLevel: 'critical',
				phrases: [
					'messages|replies|emails|chats|conversations|tickets not delivered|sent|received|arriving|reaching|showing',
					'messages|replies|chats|conversations|tickets|calls lost|dropped|missing|disappeared|merged',
					'chat|widget|inbox|bot|phone (down|broken|offline|not loading|not working)',
					'customers|clients not reach us',
					"customers|clients can't reach|contact|chat|call us",
					'sla|slas|routing|assignment broken|breached|wrong|missed',
				],
			},
		],
	},
	hrAndPayroll: {
		name: 'HR and Payroll',
		description: 'Wrong or late pay, exposed personal data and lost time records are critical',
		rows: [
			{
				signal: 'Pay or people data at risk',
				topic: 'data',
				riskLevel: 'critical',
				phrases: [
					'payroll|salaries|salary|wages|paychecks|payslips|payslip wrong|incorrect|late|delayed|missing|stuck|failed',
					'payroll run|file|deadline failed|stuck|rejected|missed',
					'employees|staff|people (not paid|not been paid|not receive)',
					'timesheets|timesheet|shifts|shift|schedule|rota|balances|leave lost|gone|wrong|wiped|reset|disappeared',
					'(salary|salaries|personal data|personnel files) visible|exposed',
					'(tax|social security|pension) wrong|incorrect|rejected',
				],
			},
		],
	},
	ecommerce: {
		name: 'E-Commerce',
		description: 'A broken checkout, wrong stock and lost orders are critical',
		rows: [
			{
				signal: 'Selling stopped',
				topic: 'outage',
				riskLevel: 'critical',
				phrases: [
					'(checkout|cart|storefront|shop|store|payment page) (down|broken|failing|not working|not loading|blank|offline)',
					'orders (lost|missing|stuck|duplicated|not coming|not importing|not syncing|not arriving)',
					"customers can't (check out|pay|order|checkout|buy)",
					'stock|inventory|prices (wrong|out of sync|not updating|negative|oversold)',
					'oversold|overselling',
					'shipping|label|tracking not generate|work|print|create',
					'sales dropped|collapsed since|because|after',
				],
			},
		],
	},
};

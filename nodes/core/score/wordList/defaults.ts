import { phrasesOf } from './phrases/phrasesOf';
import type { TaxonomyRow } from './rows';

/**
 * The list every node starts with: the five signal types of the source recipe, filled out, and what else makes a
 * customer-success manager want to know: threats, outages, waiting, deadlines, support that did not help.
 */
export const DEFAULT_TAXONOMY: readonly TaxonomyRow[] = [
	{
		signal: 'Data integrity concern',
		topic: 'data',
		riskLevel: 'critical',
		phrases: phrasesOf('dataIntegrity'),
	},
	{
		signal: 'Threat to leave',
		topic: 'cancellation',
		riskLevel: 'critical',
		phrases: phrasesOf('threatToLeave'),
	},
	{
		signal: 'Cancellation',
		topic: 'cancellation',
		riskLevel: 'high',
		alwaysCounts: true,
		phrases: phrasesOf('cancellation'),
	},
	{ signal: 'Legal threat', topic: 'legal', riskLevel: 'critical', phrases: phrasesOf('legal') },
	{
		signal: 'Security worry',
		topic: 'security',
		riskLevel: 'critical',
		phrases: phrasesOf('security'),
	},
	{ signal: 'Outage', topic: 'outage', riskLevel: 'critical', phrases: phrasesOf('outage') },
	{
		signal: 'Core workflow failure',
		topic: '',
		riskLevel: 'high',
		phrases: phrasesOf('coreWorkflow'),
	},
	{ signal: 'Access blocked', topic: 'access', riskLevel: 'high', phrases: phrasesOf('access') },
	{
		signal: 'Integration failure',
		topic: '',
		riskLevel: 'high',
		phrases: phrasesOf('integration'),
	},
	{
		signal: 'Business impact',
		topic: 'deadline',
		riskLevel: 'mediumHigh',
		phrases: phrasesOf('impact'),
	},
	{
		signal: 'Billing frustration',
		topic: 'billing',
		riskLevel: 'mediumHigh',
		phrases: phrasesOf('billing'),
	},
	{
		signal: 'Repeated contact',
		topic: 'support',
		riskLevel: 'mediumHigh',
		phrases: phrasesOf('repeatedContact'),
	},
	{
		signal: 'Poor support experience',
		topic: 'support',
		riskLevel: 'mediumHigh',
		phrases: phrasesOf('poorSupport'),
	},
	{
		signal: 'Open frustration',
		topic: '',
		riskLevel: 'mediumHigh',
		phrases: phrasesOf('frustration'),
	},
	{
		signal: 'Data deletion request',
		topic: 'security',
		riskLevel: 'lowMedium',
		// As alarming as the lowest rule of the gate asks for: with a renewal near, a CS manager wants to know.
		weight: 50,
		alwaysCounts: true,
		phrases: phrasesOf('dataDeletion'),
	},
	{
		signal: 'Urgency',
		topic: 'deadline',
		riskLevel: 'lowMedium',
		phrases: phrasesOf('urgency'),
	},
	{
		signal: 'General annoyance',
		topic: '',
		riskLevel: 'lowMedium',
		phrases: phrasesOf('annoyance'),
	},
];

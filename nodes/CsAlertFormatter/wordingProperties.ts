import type { IDataObject, IExecuteFunctions, INodeProperties, NodeHint } from 'n8n-workflow';

import {
	KNOWN_PLACEHOLDERS,
	PLACEHOLDER,
	PLACEHOLDERS,
	unknownPlaceholders,
	type Wording,
} from '../core/alert/placeholders';
import { trimmedTextOf } from '../core/values/text';
import { textField } from '../shared/textField';

/** The fields that take placeholders. */
const NAMES = { title: 'Title', intro: 'Intro', footer: 'Footer' } as const;

type Piece = keyof typeof NAMES;

export const wordingProperties: INodeProperties[] = [
	{
		displayName: 'Wording',
		name: 'wording',
		type: 'collection',
		placeholder: 'Add Wording',
		default: {},
		description: `Words of your own in place of ours. In Title, Intro and Footer, placeholders stand for the facts of an alert: ${KNOWN_PLACEHOLDERS}. A fact that is not known reads “unknown”.`,
		options: [
			textField(
				'Action Label',
				'actionLabel',
				'e.g. What to do',
				'What the recommended action is called, instead of “Recommended action”',
			),
			textField(
				'Evidence Label',
				'evidenceLabel',
				'e.g. In their words',
				'What the quotes are called',
			),
			textField(
				NAMES.footer,
				'footer',
				'e.g. Questions? Ask in #cs-ops',
				'A line below the alert; placeholders are filled in',
			),
			textField(
				NAMES.intro,
				'intro',
				'e.g. Hi {recipient}, please look at {account} today.',
				'A line below the title; placeholders are filled in',
			),
			textField(
				'Risk Factors Label',
				'riskFactorsLabel',
				'e.g. What is at stake',
				'What the risk factors are called',
			),
			textField(
				'Summary Label',
				'summaryLabel',
				'e.g. What happened',
				'What the summary is called',
			),
			textField(
				NAMES.title,
				'title',
				'e.g. {severity}: {account}, {mrr} a month, renews {renews}',
				'The title of an alert about one account, behind “Update:” and the like; placeholders are filled in. It is the subject of an email and the text of a notification, too.',
			),
			textField('Why Label', 'whyLabel', 'e.g. Rules that fired', 'What the reasons are called'),
		],
	},
];

/** Shown while somebody types a placeholder that nothing stands for. */
export const wordingHint: NodeHint = {
	message: `A placeholder in Wording is not known, so that field is left as it is by default. Known are ${KNOWN_PLACEHOLDERS}.`,
	type: 'warning',
	location: 'ndv',
	whenToDisplay: 'always',
	displayCondition: `={{ ${JSON.stringify(Object.keys(NAMES))}.map((name) => $parameter["wording"]?.[name] ?? "").some((text) => [...String(text).matchAll(${String(PLACEHOLDER)})].some((found) => !${JSON.stringify(PLACEHOLDERS)}.includes(found[1].trim().toLowerCase()))) }}`,
};

/**
 * The admin's own words for one item. A text with a placeholder that nothing stands for counts as left empty, since an
 * alert must not be lost for it.
 * @param remark takes a word to the admin about that
 */
export function readWording(
	context: IExecuteFunctions,
	itemIndex: number,
	remark: (text: string) => void,
): Wording {
	const typed = context.getNodeParameter('wording', itemIndex, {}) as IDataObject;
	const piece = (name: Piece): string | undefined => {
		const text = trimmedTextOf(typed[name]);
		const unknown = text === undefined ? [] : unknownPlaceholders(text);
		if (unknown.length === 0) return text;
		remark(
			`${NAMES[name]} under Wording is left as it is by default, since nothing stands for ${unknown.join(', ')}. Known are ${KNOWN_PLACEHOLDERS}`,
		);
		return undefined;
	};
	return {
		title: piece('title'),
		intro: piece('intro'),
		footer: piece('footer'),
		labels: {
			summary: trimmedTextOf(typed.summaryLabel),
			evidence: trimmedTextOf(typed.evidenceLabel),
			riskFactors: trimmedTextOf(typed.riskFactorsLabel),
			action: trimmedTextOf(typed.actionLabel),
			why: trimmedTextOf(typed.whyLabel),
		},
	};
}

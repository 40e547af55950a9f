import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DeliverySettings } from '../core/alert';
import { readDate } from '../core/values/cells';
import { trimmedTextOf } from '../core/values/text';
import { DEFAULT_LOCALE, isLocale } from '../core/values/wordedTime';
import { isTimeZone } from '../core/values/zonedTime';

export const optionProperties: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Holidays',
				name: 'holidays',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-12-25, 2027-01-01',
				description: 'Days that business hours leave out, separated by commas',
			},
			{
				displayName: 'Locale',
				name: 'locale',
				type: 'string',
				default: DEFAULT_LOCALE,
				placeholder: 'e.g. en-GB',
				description:
					'How numbers, money and dates are written, as a language and a country. The words of an alert stay English.',
			},
			{
				displayName: 'Look Before Repeating',
				name: 'looksFirst',
				type: 'boolean',
				default: false,
				description:
					'Whether a message that may stand in Slack already leaves by alert.via "slackRepeat", for a Slack node that reads the conversation and Ticket Log’s operation Find Earlier Copy, as in the template. Else it is sent, saying that it may be a repeat.',
			},
			{
				displayName: 'Slack Buttons',
				name: 'slackButtons',
				type: 'options',
				options: [
					{
						name: 'Open a Page',
						value: 'links',
						description: 'Every answer opens a page in the browser, which needs no Slack app',
					},
					{
						name: 'Answer in Slack (App)',
						value: 'app',
						description:
							'Answers are given in Slack itself. The Slack app’s interactivity must point at CS Alert Response Trigger.',
					},
				],
				default: 'links',
				description: 'What the buttons of an alert in Slack do',
			},
			{
				displayName: 'Time Zone',
				name: 'timeZone',
				type: 'string',
				default: '',
				placeholder: 'e.g. Europe/Berlin',
				description:
					'Of dates and business hours of people whose own time zone is not known. Left empty, that of the workflow.',
			},
		],
	},
];

type Options = Pick<DeliverySettings, 'holidays' | 'regional' | 'slackButtons' | 'looksFirst'>;

/**
 * The options for one item. What cannot be understood counts as left empty, since an alert must not be lost for it.
 * @param remark takes a word to the admin about that
 */
export function readOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	remark: (text: string) => void,
): Options {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const locale = trimmedTextOf(options.locale) ?? DEFAULT_LOCALE;
	const timeZone = trimmedTextOf(options.timeZone) ?? context.getTimezone();
	if (!isLocale(locale)) {
		remark(`Locale "${locale}" is none, so ${DEFAULT_LOCALE} is used. Use e.g. en-GB`);
	}
	if (!isTimeZone(timeZone)) {
		remark(`Time Zone "${timeZone}" is none, so UTC is used. Use e.g. Europe/Berlin`);
	}
	return {
		regional: {
			locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
			timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
		},
		holidays: holidaysIn(trimmedTextOf(options.holidays) ?? '', remark),
		slackButtons: options.slackButtons === 'app' ? 'app' : 'links',
		looksFirst: options.looksFirst === true,
	};
}

function holidaysIn(text: string, remark: (text: string) => void): ReadonlySet<string> {
	const entries = text
		.split(/[,;\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
	const dates = entries.flatMap((entry) => {
		const { value, problem } = readDate(entry);
		if (problem !== undefined) remark(`Holidays: ${problem}`);
		return value ?? [];
	});
	return new Set(dates);
}

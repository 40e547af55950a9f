import { notification, section } from '../alert/render/slackBlocks';
import type { ResponseAction } from '../item/types';
import { ACTION_WORDS, answerName, nextWords } from './actionWords';
import type { Answerable } from './answerable';
import { shownTime } from './shownTime';
import { doneBefore, standingLines } from './standingLines';

/** What whoever pressed a button in Slack is told, where the message above does not show it. */

export interface Pressed {
	action: ResponseAction;
	result: 'applied' | 'already' | 'closed' | 'expired' | 'unknown';
	/** How things stand after it. */
	target?: Answerable;
	/** IANA name of the zone whose clocks people read. */
	timeZone: string;
}

/**
 * A message that only that person sees, as a `response_url` of Slack takes it (docs.slack.dev, "Handling user
 * interaction"). The message with the button stays as it is.
 * @param threadTs of the thread that the button stands in
 */
export function slackNote(pressed: Pressed, threadTs?: string) {
	const text = noteText(pressed);
	return {
		response_type: 'ephemeral',
		replace_original: false,
		text: notification(text),
		// What people typed, such as a name, stays plain text.
		blocks: [section(text)],
		...(threadTs !== undefined && { thread_ts: threadTs }),
	};
}

function noteText({ action, result, target, timeZone }: Pressed): string {
	const standing = target?.standing;
	switch (result) {
		case 'applied':
			return sentences(ACTION_WORDS[action].done, nextWords(action, standing));
		case 'already':
			return sentences(
				`${answerName(action)} was answered before`,
				standing &&
					(doneBefore(action, standing, timeZone) ?? standingLines(standing, timeZone)[0]),
				'Nothing was changed',
			);
		case 'closed':
			return standing === undefined
				? sentences(target?.reviewedBecause ?? 'This message was dealt with', 'Nothing was changed')
				: sentences(
						'This alert is closed',
						standingLines(standing, timeZone)[0],
						'Nothing was changed. The customer’s next frustrated message opens a new alert',
					);
		case 'expired': {
			const at = shownTime(target?.expiresAt, timeZone);
			return sentences(
				at === undefined ? 'This button has expired' : `This button worked until ${at}`,
				'Nothing was changed. The next message about this customer brings new buttons',
			);
		}
		case 'unknown':
			return sentences(
				'This button is not known: what it was about is no longer kept',
				'Nothing was changed',
			);
	}
}

function sentences(...parts: Array<string | undefined>): string {
	return parts
		.flatMap((part) => (part === undefined ? [] : `${part.replace(/[.]$/, '')}.`))
		.join(' ');
}

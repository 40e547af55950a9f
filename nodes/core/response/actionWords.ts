import type { AlertStanding, ResponseAction } from '../item/types';

/** How each answer is put to people. */

/** Days that "Snooze" means unless somebody says otherwise. */
export const SNOOZE_DAYS = 7;
export const MOST_SNOOZE_DAYS = 90;

interface ActionWords {
	/** On the button. */
	button: string;
	/** Above the form. */
	question: string;
	/** What it will do, before it is done. */
	effect: string;
	/** Headline once it is done. */
	done: string;
	/** What happens now that it is done; see {@link nextWords}. */
	next: string;
}

export const ACTION_WORDS: Record<ResponseAction, ActionWords> = {
	acknowledge: {
		button: 'Acknowledge',
		question: 'Acknowledge this alert?',
		effect: 'Tells everybody that you are on it. No reminder and no escalation will follow.',
		done: 'Acknowledged',
		next: 'No reminder and no escalation will follow. The alert stays open for what the customer writes next.',
	},
	useful: {
		button: 'Useful',
		question: 'Was this alert useful?',
		effect:
			'Says that it was right to come, and that you are on it: no reminder and no escalation will follow.',
		done: 'Marked as useful',
		next: 'Thank you: your verdict counts when the alert rules are tuned. No reminder and no escalation will follow.',
	},
	noise: {
		button: 'Noise',
		question: 'Was this alert noise?',
		effect:
			'Closes the alert. Say so when it should not have come: the alert rules are tuned by it.',
		done: 'Marked as noise',
		next: 'Thank you: your verdict counts when the alert rules are tuned. The alert is closed.',
	},
	wrongAccount: {
		button: 'Wrong Account',
		question: 'Is this the wrong account?',
		effect:
			'Closes the alert. Say so when the customer who wrote does not belong to the account named here.',
		done: 'Marked as wrong account',
		next: 'Thank you: whoever looks after the alerts finds it in the log. The alert is closed.',
	},
	wrongOwner: {
		button: 'Wrong Owner',
		question: 'Are you the wrong person for this?',
		effect:
			'Say so when the account belongs to somebody else. The alert goes on to the CS manager, or to the fallback owner where no manager is known, and stays open until they act.',
		done: 'Marked as wrong owner',
		next: 'Thank you. The alert goes on to the CS manager, or to the fallback owner where no manager is known, and stays open until they act. You are not reminded of it any more.',
	},
	snooze: {
		button: 'Snooze',
		question: 'Snooze this alert?',
		effect:
			'Reminders and escalations rest until then. If things get worse meanwhile, a new alert comes all the same.',
		done: 'Snoozed',
		next: 'Reminders and escalations rest until then. If things get worse meanwhile, a new alert comes all the same.',
	},
	close: {
		button: 'Close Alert',
		question: 'Close this alert?',
		effect:
			'Say so when it is dealt with. The customer’s next frustrated message opens a new alert.',
		done: 'Closed',
		next: 'The customer’s next frustrated message opens a new alert.',
	},
	attach: {
		button: 'Attach to Account',
		question: 'Which account does the sender belong to?',
		effect:
			'What waits in Review is looked at again with that account, and may then alert its owner.',
		done: 'Attached',
		next: 'What waited in Review is looked at again within a minute, this time with the account, and may then alert its owner.',
	},
	dismiss: {
		button: 'Nothing to Do',
		question: 'Dismiss this message?',
		effect: 'It leaves Review, and nobody is alerted.',
		done: 'Dismissed',
		next: 'The message has left Review, and nobody is alerted.',
	},
};

/** Of an alert that stays where it is. */
const NOT_HANDED_ON = 'Thank you: whoever looks after the alerts finds it in the log.';

/**
 * What happens now that an answer is given.
 * @param standing how its alert stands after it; absent where it is about none
 */
export function nextWords(action: ResponseAction, standing: AlertStanding | undefined): string {
	const isHandedOn = standing?.handedOnAt !== undefined && standing.state !== 'closed';
	return action === 'wrongOwner' && !isHandedOn ? NOT_HANDED_ON : ACTION_WORDS[action].next;
}

/** What an answer is called where its days cannot be chosen. */
export function answerName(action: ResponseAction): string {
	const { button } = ACTION_WORDS[action];
	return action === 'snooze' ? `${button} ${SNOOZE_DAYS} Days` : button;
}

import { isBuiltIn } from '../../score/otherWeight';
import { shown } from '../../text/shown';
import { counted, shownCount } from '../accountWords';
import type { ReportSection } from '../types';
import type { Replay } from './replay';
import type { Rescored } from './rescore';

/** Whether scores of other versions were made anew. */
export type Rescoring =
	| { kind: 'off' }
	/** It was asked for, but a chat model makes the scores of today. */
	| { kind: 'model' }
	| { kind: 'done'; rescored: Rescored };

const MOST_VERSIONS = 12;

/**
 * Says what scored the messages, where that was not one thing alone.
 * @returns absent where all scores are of one version and nothing was asked for
 */
export function versionsSection(
	{ versions }: Replay,
	rescoring: Rescoring,
): ReportSection | undefined {
	if (versions.length < 2 && rescoring.kind === 'off') return undefined;
	const most = versions.slice(0, MOST_VERSIONS);
	return {
		title: 'What scored the messages',
		lines: [
			...(versions.length > 1
				? [
						`The scores are of ${counted(versions.length, 'version')} of the word list, prompt or model. Scores of different versions do not compare exactly.`,
					]
				: []),
			...linesOf(rescoring),
		],
		table: {
			columns: [
				{ title: 'Scored by' },
				{ title: 'Version' },
				{ title: 'Messages', isNumber: true },
			],
			rows: most.map(({ version, messages }) => [
				version === '' ? '' : isBuiltIn(version) ? 'Built-In' : 'A chat model',
				shown(version, 40) ?? 'not known',
				shownCount(messages),
			]),
			more: versions.length - most.length,
		},
	};
}

function linesOf(rescoring: Rescoring): string[] {
	if (rescoring.kind === 'off') {
		return [
			'With Re-Score Old Versions turned on, those of other versions are scored again, as far as the log still has their text.',
		];
	}
	if (rescoring.kind === 'model') {
		return [
			'Nothing was scored again: a chat model makes the scores of today, and a report never sends a ticket to one.',
		];
	}
	const { whole, part, gone, byModel } = rescoring.rescored;
	const again = whole + part;
	if (again + gone === 0) return ['There was nothing to score again.'];
	return [
		again === 0
			? `No message could be scored again: the log no longer has the text of ${counted(gone, 'message')} that another version scored.`
			: `${counted(again, 'message')} of other versions ${again === 1 ? 'was' : 'were'} scored again by Built-In with the word list as it comes; signals of your own are not in the log, so they do not count there.`,
		...(part > 0
			? [
					`${shownCount(whole)} of them from the whole text, ${shownCount(part)} from the subject and the one or two most telling sentences, all that the log keeps once a message is decided. In tests nine in ten of such scores were on the same side of 65 as that of the whole text.`,
				]
			: []),
		...(again > 0 && gone > 0
			? [`The text of ${counted(gone, 'message')} has left the log; their scores are as they were.`]
			: []),
		...(byModel > 0
			? [
					`${shownCount(byModel)} had been scored by a chat model, which a report never asks; Built-In scored them here.`,
				]
			: []),
	];
}

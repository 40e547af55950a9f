/** What a cue tells. The order is part of the trained model: append only, then train again. */
export const CUE_GROUPS = [
	'failure',
	'loss',
	'wrongData',
	'blocked',
	'people',
	'business',
	'deadline',
	'repetition',
	'waiting',
	'churn',
	'legal',
	'money',
	'anger',
	'disappointment',
	'sarcasm',
	'support',
	'accusation',
	'resolved',
	'praise',
	'calm',
	'question',
	'request',
	'feature',
	'bulk',
	'security',
	'labour',
	'bigNumber',
	'onset',
	'recontact',
	'leaving',
	'withdrawal',
	'template',
] as const;

export type CueGroup = (typeof CUE_GROUPS)[number];

/** Phrases of one language by group, separated by `|`. */
export type CueList = Readonly<Record<CueGroup, string>>;

/** What the model knows of one language; words are separated by blanks and written as tokens.ts folds them. */
export interface ModelWords {
	cues: CueList;
	/** Words that turn the next ones around. */
	negations: string;
	/** Numbers above one, and what stands in a row; a digit or several are written as one "0". */
	numbers: string;
	ordinals: string;
}

import type { AnswerLink, DigestEntry } from '../item/types';

/** A message that lists what belongs to no single alert: a digest, or what waits in Review. Plain text, nothing is escaped. */
export interface ListMessage {
	title: string;
	/** What matters most, in one or two sentences. */
	lead: string;
	sections: ListSection[];
}

export interface ListSection {
	title: string;
	entries: ListEntry[];
	/** How many entries were left out. */
	more: number;
}

export interface ListEntry extends DigestEntry {
	/** A second line. */
	detail?: string;
	answers?: AnswerLink[];
}

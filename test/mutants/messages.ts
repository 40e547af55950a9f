/** What the process that tries mutants is told. */
export interface Order {
	/** From the project's folder, as all paths here. */
	file: string;
	/** The file with one change. */
	code: string;
	/** What has to be loaded anew: the file and all that imports it. */
	affected: string[];
	/** Files of tests that reach the file, nearest first. */
	tests: string[];
}

export type Answer = { outcome: 'survived' | 'invalid' } | { outcome: 'killed'; by: string };

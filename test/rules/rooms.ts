/** What the files of a room may import: other rooms, and libraries by name. Whatever is not listed is forbidden. */
interface Allowance {
	rooms: readonly string[];
	libraries: readonly (string | RegExp)[];
}

/**
 * Libraries of `core` compute from what they are given; none reads a file, a clock or the network. Of @slack/types only
 * types are taken, which leave nothing behind in what is built.
 */
const CORE: Allowance = {
	rooms: ['core'],
	libraries: [
		...['@slack/types', 'echarts', 'eld/extrasmall', 'free-email-domains'],
		...['htmlparser2', 'tldts'],
	],
};

/** The one room that speaks SQL. */
const LOG: Allowance = { rooms: ['core', 'log'], libraries: [/^node:/, 'pg'] };

const SHARED: Allowance = { rooms: ['core', 'shared'], libraries: ['n8n-workflow', 'node:crypto'] };

/** What single nodes need besides what every node may import. */
const LIBRARIES_OF_NODES: Record<string, readonly string[]> = {
	AccountLookup: ['jsforce', 'lru-cache', 'node:stream', 'node:url'],
	SentimentScore: ['openai'],
	SupportTicketTrigger: ['node:crypto'],
};

/** The room of a file, e.g. "core" for "nodes/core/gate/rules.ts". */
export const roomOf = (file: string): string => file.split('/')[1] ?? '';

/**
 * What a file imports and must not.
 * @param imports paths from the project's folder, or names of libraries
 */
export function forbiddenImports(file: string, imports: readonly string[]): string[] {
	const { rooms, libraries } = allowanceOf(roomOf(file));
	return imports.filter((path) =>
		path.startsWith('nodes/')
			? !rooms.includes(roomOf(path))
			: !libraries.some((library) =>
					typeof library === 'string' ? library === path : library.test(path),
				),
	);
}

function allowanceOf(room: string): Allowance {
	if (room === 'core') return CORE;
	if (room === 'log') return LOG;
	if (room === 'shared') return SHARED;
	return {
		rooms: ['core', 'log', 'shared', room],
		libraries: ['n8n-workflow', ...(LIBRARIES_OF_NODES[room] ?? [])],
	};
}

/**
 * The colours of charts are named in the page's style, so that one drawing serves light and dark. The library wants
 * colours it can read: each name has one that nothing else has, and the drawing is turned to the name.
 */
const NAMED = {
	ink: '#010101',
	soft: '#010102',
	grid: '#010103',
	first: '#010104',
	second: '#010105',
	third: '#010106',
	fourth: '#010107',
	band: '#010108',
	mark: '#010109',
} as const;

export type ColourName = keyof typeof NAMED;
export const colour = (name: ColourName): string => NAMED[name];

/** In the order in which series take them. */
export const SERIES: readonly ColourName[] = ['first', 'second', 'third', 'fourth'];

/** A drawing with the colours of the page's style. */
export function namedColours(svg: string): string {
	const names = new Map(Object.entries(NAMED).map(([name, code]) => [code as string, name]));
	return svg.replace(
		/\b(fill|stroke)="(#0101[0-9a-f]{2})"/g,
		(whole, attribute: string, code: string) => {
			const name = names.get(code);
			return name === undefined ? whole : `${attribute}="var(--${name})"`;
		},
	);
}

/** The values of the names for one scheme, as lines of a style. */
export const LIGHT: Record<ColourName, string> = {
	ink: '#1d2939',
	soft: '#5d6878',
	grid: '#e1e5ea',
	first: '#17605b',
	second: '#e4572e',
	third: '#8a6d00',
	fourth: '#5b6bb5',
	band: '#17605b',
	mark: '#b42318',
};
export const DARK: Record<ColourName, string> = {
	ink: '#e8eaed',
	soft: '#aab2bd',
	grid: '#363d47',
	first: '#7fd6cf',
	second: '#ff8a66',
	third: '#e5c453',
	fourth: '#a3b1f5',
	band: '#7fd6cf',
	mark: '#ff9c92',
};

export function variables(colours: Record<ColourName, string>): string {
	return Object.entries(colours)
		.map(([name, value]) => `--${name}:${value}`)
		.join(';');
}

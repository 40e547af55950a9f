// The package names its entries in "exports", which TypeScript's "node" resolution does not read.
declare module 'eld/extrasmall' {
	export const eld: {
		info(): { Languages: Record<number, string> };
		detect(text: string): { language: string; getScores(): Record<string, number> };
	};
}

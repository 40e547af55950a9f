import { Parser } from 'htmlparser2';

export interface PageElement {
	name: string;
	attributes: Record<string, string>;
}

/** Every element of a page with its attributes, as a browser's parser would find them. */
export function elementsOf(page: string): PageElement[] {
	const elements: PageElement[] = [];
	const parser = new Parser({
		onopentag: (name, attributes) => elements.push({ name, attributes: { ...attributes } }),
	});
	parser.end(page);
	return elements;
}

/** What people read of a page, with single spaces; the title and the styles left out. */
export function textOfPage(page: string): string {
	let text = '';
	let hidden = 0;
	const isHidden = (name: string) => name === 'title' || name === 'style';
	const parser = new Parser(
		{
			onopentag: (name) => {
				if (isHidden(name)) hidden += 1;
				text += ' ';
			},
			onclosetag: (name) => {
				if (isHidden(name)) hidden -= 1;
			},
			ontext: (part) => {
				if (hidden === 0) text += part;
			},
		},
		{ decodeEntities: true },
	);
	parser.end(page);
	return text.replace(/\s+/g, ' ').trim();
}

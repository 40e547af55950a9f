/** A reader of the part of SOQL that look-ups use, strict where Salesforce is: it throws SoqlError. */

export class SoqlError extends Error {
	readonly errorCode: string;
	constructor(errorCode: string, message: string) {
		super(message);
		this.errorCode = errorCode;
	}
}

export type Literal = string | number | boolean | null | { date: string };

export type Condition =
	| { kind: 'and' | 'or'; all: Condition[] }
	| { kind: 'compare'; field: string; operator: string; value: Literal }
	| { kind: 'in'; field: string; values: Literal[] };

export interface Query {
	fields: string[];
	object: string;
	where?: Condition;
	orderBy?: string;
	limit?: number;
}

type Token = { kind: 'word' | 'string' | 'symbol' | 'number' | 'date'; text: string };

const ESCAPES: Record<string, string> = {
	n: '\n',
	r: '\r',
	t: '\t',
	b: '\b',
	f: '\f',
	'"': '"',
	"'": "'",
	'\\': '\\',
};

export function parseSoql(text: string): Query {
	const tokens = tokenize(text);
	let at = 0;
	const peek = () => tokens[at];
	const isWord = (word: string) => peek()?.kind === 'word' && peek()?.text.toUpperCase() === word;
	const fail = (): never => {
		throw new SoqlError('MALFORMED_QUERY', `unexpected token: '${peek()?.text ?? '<EOF>'}'`);
	};
	const takeWord = (word?: string): string => {
		const token = peek();
		if (token?.kind !== 'word' || (word !== undefined && !isWord(word))) return fail();
		at += 1;
		return token.text;
	};
	const takeSymbol = (symbol: string) => {
		if (peek()?.kind !== 'symbol' || peek()?.text !== symbol) fail();
		at += 1;
	};
	const takeLiteral = (): Literal => {
		const token = peek();
		if (!token) return fail();
		at += 1;
		if (token.kind === 'string') return token.text;
		if (token.kind === 'number') return Number(token.text);
		if (token.kind === 'date') return { date: token.text };
		if (/^null$/i.test(token.text)) return null;
		if (/^(true|false)$/i.test(token.text)) return token.text.toLowerCase() === 'true';
		at -= 1;
		return fail();
	};
	const takeComparison = (): Condition => {
		if (peek()?.text === '(') {
			takeSymbol('(');
			const inner = takeCondition();
			takeSymbol(')');
			return inner;
		}
		const field = takeWord();
		if (isWord('IN')) {
			takeWord('IN');
			takeSymbol('(');
			const values = [takeLiteral()];
			while (peek()?.text === ',' && peek()?.kind === 'symbol') {
				takeSymbol(',');
				values.push(takeLiteral());
			}
			takeSymbol(')');
			return { kind: 'in', field, values };
		}
		if (isWord('LIKE')) {
			takeWord('LIKE');
			return { kind: 'compare', field, operator: 'LIKE', value: takeLiteral() };
		}
		const operator = peek()?.text ?? '';
		if (!['=', '!=', '>=', '<=', '>', '<'].includes(operator)) fail();
		at += 1;
		return { kind: 'compare', field, operator, value: takeLiteral() };
	};
	const takeCondition = (): Condition => {
		const all = [takeComparison()];
		const kind = isWord('OR') ? 'or' : 'and';
		while (isWord(kind.toUpperCase())) {
			takeWord();
			all.push(takeComparison());
		}
		// Salesforce refuses a mix of AND and OR without parentheses.
		if (isWord('AND') || isWord('OR')) fail();
		const [only] = all;
		return all.length === 1 && only ? only : { kind, all };
	};

	takeWord('SELECT');
	const fields = [takeWord()];
	while (peek()?.text === ',') {
		takeSymbol(',');
		fields.push(takeWord());
	}
	takeWord('FROM');
	const query: Query = { fields, object: takeWord() };
	if (isWord('WHERE')) {
		takeWord();
		query.where = takeCondition();
	}
	if (isWord('ORDER')) {
		takeWord();
		takeWord('BY');
		query.orderBy = takeWord();
	}
	if (isWord('LIMIT')) {
		takeWord();
		query.limit = Number(takeLiteral());
	}
	if (at < tokens.length) fail();
	return query;
}

function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	const pattern =
		/\s+|(?<date>\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?)|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z][\w.]*)|(?<symbol>!=|>=|<=|[=<>(),])|(?<quote>')/gy;
	let end = 0;
	while (end < text.length) {
		pattern.lastIndex = end;
		const match = pattern.exec(text);
		if (!match)
			throw new SoqlError(
				'MALFORMED_QUERY',
				`line 1:${end} no viable alternative at character '${text[end]}'`,
			);
		end = pattern.lastIndex;
		const { date, number, word, symbol, quote } = match.groups ?? {};
		if (quote !== undefined) {
			const read = readString(text, end);
			tokens.push({ kind: 'string', text: read.value });
			end = read.end;
		} else if (date !== undefined) tokens.push({ kind: 'date', text: date });
		else if (number !== undefined) tokens.push({ kind: 'number', text: number });
		else if (word !== undefined) tokens.push({ kind: 'word', text: word });
		else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
	}
	return tokens;
}

/** "\_" and "\%" stay as they are: only LIKE gives them a meaning. */
function readString(text: string, start: number): { value: string; end: number } {
	let value = '';
	for (let at = start; at < text.length; at += 1) {
		const character = text[at] ?? '';
		if (character === "'") return { value, end: at + 1 };
		if (character === '\n' || character === '\r') break;
		if (character !== '\\') {
			value += character;
			continue;
		}
		at += 1;
		const escaped = text[at] ?? '';
		const unicode = /^u[0-9a-fA-F]{4}/.exec(text.slice(at, at + 5));
		if (unicode) {
			value += String.fromCharCode(Number.parseInt(unicode[0].slice(1), 16));
			at += 4;
		} else if (escaped === '_' || escaped === '%') value += `\\${escaped}`;
		else if (escaped in ESCAPES) value += ESCAPES[escaped];
		else throw new SoqlError('MALFORMED_QUERY', `invalid escape '\\${escaped}'`);
	}
	throw new SoqlError('MALFORMED_QUERY', 'unterminated string');
}

/** Whether a text fits a LIKE pattern, without regard to case. */
export function isLike(text: string, pattern: string): boolean {
	let expression = '';
	for (let at = 0; at < pattern.length; at += 1) {
		const character = pattern[at] ?? '';
		const next = pattern[at + 1] ?? '';
		if (character === '\\' && (next === '%' || next === '_')) {
			expression += next;
			at += 1;
		} else if (character === '%') expression += '[^]*';
		else if (character === '_') expression += '[^]';
		else expression += character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
	}
	return new RegExp(`^${expression}$`, 'i').test(text);
}

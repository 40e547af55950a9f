import ts from 'typescript';

/** One small change to a file that a test should notice. */
export interface Mutation {
	/** 1-based. */
	line: number;
	start: number;
	end: number;
	was: string;
	becomes: string;
}

const K = ts.SyntaxKind;

/** What each operator is taken for: its boundary and its opposite, as Stryker does. */
const OPERATORS: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
	[K.LessThanToken]: ['<=', '>='],
	[K.LessThanEqualsToken]: ['<', '>'],
	[K.GreaterThanToken]: ['>=', '<='],
	[K.GreaterThanEqualsToken]: ['>', '<'],
	[K.EqualsEqualsEqualsToken]: ['!=='],
	[K.ExclamationEqualsEqualsToken]: ['==='],
	[K.AmpersandAmpersandToken]: ['||'],
	[K.BarBarToken]: ['&&'],
	[K.QuestionQuestionToken]: ['&&'],
	[K.PlusToken]: ['-'],
	[K.MinusToken]: ['+'],
	[K.AsteriskToken]: ['/'],
	[K.SlashToken]: ['*'],
	[K.PercentToken]: ['*'],
	[K.AmpersandToken]: ['|'],
	[K.BarToken]: ['&'],
	[K.PlusEqualsToken]: ['-='],
	[K.MinusEqualsToken]: ['+='],
};

/** Methods whose place another one can take, or that can be left out. */
const METHODS: Readonly<Record<string, string>> = {
	some: 'every',
	every: 'some',
	min: 'max',
	max: 'min',
	startsWith: 'endsWith',
	endsWith: 'startsWith',
	toLowerCase: 'toUpperCase',
	trimStart: 'trimEnd',
	trimEnd: 'trimStart',
};
const LEFT_OUT: ReadonlySet<string> = new Set(['trim', 'filter', 'sort', 'reverse', 'slice']);

const NOT_RUN: ReadonlySet<ts.SyntaxKind> = new Set([
	K.ImportDeclaration,
	K.ExportDeclaration,
	K.InterfaceDeclaration,
	K.TypeAliasDeclaration,
]);

/**
 * Every change to a file: comparisons moved and turned round, conditions dropped, numbers, texts, booleans and patterns
 * changed, statements left out. Types and imports are left alone.
 */
export function mutationsOf(file: string, code: string): Mutation[] {
	const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
	const mutations: Mutation[] = [];
	const change = (node: ts.Node, becomes: string): void => {
		const start = node.getStart(source);
		const end = node.getEnd();
		const was = code.slice(start, end);
		if (was === becomes) return;
		const line = source.getLineAndCharacterOfPosition(start).line + 1;
		mutations.push({ line, start, end, was, becomes });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node) || NOT_RUN.has(node.kind)) return;
		mutate(node, change);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return mutations;
}

function mutate(node: ts.Node, change: (node: ts.Node, becomes: string) => void): void {
	if (ts.isBinaryExpression(node)) {
		const isText = [node.left, node.right].some(
			(side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
		);
		if (isText && node.operatorToken.kind === K.PlusToken) return;
		for (const operator of OPERATORS[node.operatorToken.kind] ?? []) {
			change(node.operatorToken, operator);
		}
	} else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
		mutateUnary(node, change);
	} else if (ts.isIfStatement(node)) {
		change(node.expression, 'true');
		change(node.expression, 'false');
	} else if (ts.isConditionalExpression(node)) {
		change(node.condition, 'true');
		change(node.condition, 'false');
	} else if (ts.isWhileStatement(node)) {
		change(node.expression, 'false');
	} else if (ts.isForStatement(node) && node.condition !== undefined) {
		change(node.condition, 'false');
	} else if (ts.isExpressionStatement(node) || ts.isThrowStatement(node)) {
		change(node, ';');
	} else if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
		change(node, ';');
	} else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		const { expression, name } = node.expression;
		const other = METHODS[name.text];
		if (other !== undefined) change(name, other);
		if (LEFT_OUT.has(name.text)) change(node, expression.getText());
	} else {
		mutateLiteral(node, change);
	}
}

function mutateUnary(
	node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
	change: (node: ts.Node, becomes: string) => void,
): void {
	const operand = node.operand.getText();
	if (node.operator === K.ExclamationToken || node.operator === K.MinusToken) {
		change(node, operand);
		return;
	}
	const other = node.operator === K.PlusPlusToken ? '--' : '++';
	if (node.operator !== K.PlusPlusToken && node.operator !== K.MinusMinusToken) return;
	change(node, ts.isPrefixUnaryExpression(node) ? `${other}${operand}` : `${operand}${other}`);
}

function mutateLiteral(node: ts.Node, change: (node: ts.Node, becomes: string) => void): void {
	if (ts.isNumericLiteral(node)) {
		const value = Number(node.text);
		change(node, String(Number.isInteger(value) ? value + 1 : value * 1.25));
		if (value > 1) change(node, String(Number.isInteger(value) ? value - 1 : value * 0.8));
	} else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
		const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
		if (!isName) change(node, node.text === '' ? "'mutant'" : "''");
	} else if (ts.isRegularExpressionLiteral(node)) {
		change(node, '/(?!)/g');
	} else if (node.kind === K.TrueKeyword) {
		change(node, 'false');
	} else if (node.kind === K.FalseKeyword) {
		change(node, 'true');
	} else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
		change(node, '[]');
	}
}

/**
 * A file with one change, in which no loop runs for ever.
 * @param seconds how long its loops may run, from the moment it is loaded
 */
export function mutated(file: string, code: string, mutation: Mutation, seconds: number): string {
	const changed = code.slice(0, mutation.start) + mutation.becomes + code.slice(mutation.end);
	const source = ts.createSourceFile(file, changed, ts.ScriptTarget.Latest, true);
	const bodies: ts.Statement[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isIterationStatement(node, false)) bodies.push(node.statement);
		ts.forEachChild(node, visit);
	};
	visit(source);
	let guarded = changed;
	const marks = bodies
		.flatMap((body) => [
			{ at: body.getStart(source), text: '{ mutantGuard(); ' },
			{ at: body.getEnd(), text: ' }' },
		])
		.sort((a, b) => b.at - a.at || b.text.length - a.text.length);
	for (const { at, text } of marks) guarded = guarded.slice(0, at) + text + guarded.slice(at);
	const end = `Date.now() + ${Math.ceil(seconds * 1000)}`;
	return (
		`let mutantTurns = 0; const mutantEnd = ${end}; function mutantGuard() { ` +
		`if ((++mutantTurns & 4095) === 0 && Date.now() > mutantEnd) throw new Error('runs for ever'); } ` +
		guarded
	);
}

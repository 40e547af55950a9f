import ts from 'typescript';

/** The keys of the item contract; only `nodes/core/item` reads them. */
const KEYS = ['ticket', 'sentiment', 'account', 'gate', 'alert', 'delivery'];

/**
 * Where a source reads a key of the item contract for itself, as written: `json.ticket`, `json['ticket']`,
 * `'ticket' in json`, or taken apart from `json`. Writing a key beside the others, `{ ...json, gate }`, is no reading.
 */
export function contractReads(code: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (readsKey(node)) found.push(node.getText());
		ts.forEachChild(node, visit);
	};
	visit(parse(code));
	return found;
}

/** The statements of an index file that do more than pass on what other files export. */
export function ownStatements(code: string): string[] {
	return parse(code)
		.statements.filter(
			(statement) =>
				!(ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined),
		)
		.map((statement) => statement.getText());
}

function parse(code: string): ts.SourceFile {
	return ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest, true);
}

function readsKey(node: ts.Node): boolean {
	if (ts.isPropertyAccessExpression(node)) {
		return KEYS.includes(node.name.text) && isJson(node.expression);
	}
	if (ts.isElementAccessExpression(node)) {
		return isKeyText(node.argumentExpression) && isJson(node.expression);
	}
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
		return isKeyText(node.left) && isJson(node.right);
	}
	if (ts.isVariableDeclaration(node)) {
		return takesKey(node.name) && node.initializer !== undefined && isJson(node.initializer);
	}
	if (ts.isBindingElement(node))
		return takesKey(node.name) && node.propertyName?.getText() === 'json';
	if (ts.isParameter(node)) {
		return takesKey(node.name) && /^(?:IDataObject|Json)$/.test(node.type?.getText() ?? '');
	}
	return false;
}

/** Whether an expression is an item's JSON: `json`, `item.json`, `items[0]?.json`, also cast or in brackets. */
function isJson(expression: ts.Expression): boolean {
	if (
		ts.isParenthesizedExpression(expression) ||
		ts.isAsExpression(expression) ||
		ts.isNonNullExpression(expression)
	) {
		return isJson(expression.expression);
	}
	if (ts.isIdentifier(expression)) return expression.text === 'json';
	return ts.isPropertyAccessExpression(expression) && expression.name.text === 'json';
}

function isKeyText(expression: ts.Expression): boolean {
	return ts.isStringLiteralLike(expression) && KEYS.includes(expression.text);
}

function takesKey(name: ts.BindingName): boolean {
	return (
		ts.isObjectBindingPattern(name) &&
		name.elements.some(({ propertyName, name: taken }) =>
			KEYS.includes((propertyName ?? taken).getText()),
		)
	);
}

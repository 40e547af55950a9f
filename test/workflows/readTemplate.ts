import type { Template } from '../../workflows/source/canvas/canvas.ts';

/** `$json` or the first item of a node, and a path of properties: no call, no operator, no condition. */
const REFERENCE = /^(?:\$json|\$\('[^'\\]+'\)\.first\(\)\.json)(?:\.[A-Za-z_]\w*)*$/;

/** Whether an expression only names a value. */
export const isPlain = (expression: string): boolean => REFERENCE.test(expression);

/**
 * The names of the nodes that a ticket passes from a trigger on.
 * @param chosen the output that is taken of nodes with several; all of them where none is given
 */
export function nodesPassed(
	{ connections }: Template,
	trigger: string,
	chosen: Record<string, number>,
): string[] {
	const passed = new Set<string>();
	const visit = (name: string) => {
		if (passed.has(name)) return;
		passed.add(name);
		const outputs = connections[name]?.main ?? [];
		const taken = chosen[name] === undefined ? outputs : outputs.slice(chosen[name]).slice(0, 1);
		for (const { node } of taken.flat()) visit(node);
	};
	visit(trigger);
	return [...passed];
}

import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether somebody runs the node by hand in the editor and looks at what comes out; no agent that uses it as a tool does. */
export function isTriedOut(context: IExecuteFunctions): boolean {
	return context.getMode() === 'manual' && !context.getNode().type.endsWith('Tool');
}

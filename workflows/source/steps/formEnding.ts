import type { NodeOptions } from '../canvas/canvas.ts';

/**
 * Options of a form's last page.
 * @param formTitle of the window
 * @param message plain text, or a reference to it
 */
export const ending = (formTitle: string, title: string, message: string): NodeOptions => ({
	parameters: {
		operation: 'completion',
		completionTitle: title,
		completionMessage: message,
		options: { formTitle, appendAttribution: false },
	},
});

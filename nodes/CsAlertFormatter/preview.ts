import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

import type { SendableMessage } from '../core/item/types';

/**
 * The e-mail of a message as a page to download and open. n8n 2.41 itself shows HTML of its own HTML node alone, and of
 * files none with HTML. Only where somebody tries the workflow out, so that no execution is stored twice as large for a
 * picture that nobody looks at.
 */
export async function previewOf(
	context: IExecuteFunctions,
	{ email }: Pick<SendableMessage, 'email'>,
): Promise<IBinaryKeyData> {
	const html = Buffer.from(email.html);
	return { preview: await context.helpers.prepareBinaryData(html, 'preview.html', 'text/html') };
}

export const PREVIEW_HINT =
	'To see the message as its reader does, choose Binary above the output, then Download, and open the file. Its words alone are under alert.text.';

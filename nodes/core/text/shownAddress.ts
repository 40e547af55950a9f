import { comparableEmail } from '../account/email';
import { textOf } from '../values/text';
import { oneLine } from './shown';

/**
 * An e-mail address as it may stand by itself: only one without spaces or quotation marks, so that no
 * sentence passes for it. Absent for anything else.
 */
export function shownAddress(value: unknown): string | undefined {
	const address = comparableEmail(oneLine(textOf(value) ?? ''));
	return address !== undefined && /^[^\s"“”]+$/.test(address) ? address : undefined;
}

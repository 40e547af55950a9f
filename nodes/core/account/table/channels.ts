import type { AlertChannel } from '../../item/types';

const CHANNELS: Readonly<Record<string, AlertChannel | undefined>> = {
	slack: 'slack',
	email: 'email',
	'e-mail': 'email',
	mail: 'email',
	teams: 'teams',
	'ms teams': 'teams',
	'microsoft teams': 'teams',
};

/** The channel that a cell names, however it is written; absent for anything else. */
export function channelNamed(text: string): AlertChannel | undefined {
	const name = text.trim().toLowerCase();
	return Object.hasOwn(CHANNELS, name) ? CHANNELS[name] : undefined;
}

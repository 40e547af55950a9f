import { existsSync } from 'node:fs';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Path of Chromium; CHROMIUM=/path/to/chromium where it is not Debian's. Absent when it is not installed. */
export const chromiumProgram = (): string | undefined =>
	existsSync(PROGRAM) ? PROGRAM : undefined;

/** What it is started with: nothing that asks the network, and no sandbox, which needs more than tests have. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

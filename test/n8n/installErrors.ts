import { commandExists, NpmError } from './npm.ts';

/** An install or start that failed, in words for the person at the terminal. */
export class InstallError extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'InstallError';
	}
}

const NO_NETWORK = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/;
export const NO_REGISTRY =
	'The npm registry cannot be reached. Check the network connection (and the proxy or registry in your npm configuration), and run it again: npm keeps what it has fetched already.';
const NO_DISK = /\b(ENOSPC|EDQUOT)\b/;
const BUILD_FAILED = /node-gyp|gyp ERR|not found: make|prebuild-install/i;

/** Which of the tools that compile the SQLite module are not on this machine. */
export async function missingBuildTools(): Promise<string[]> {
	// Windows finds its compiler by other means than the path; node-gyp says itself what it lacks.
	if (process.platform === 'win32') return [];
	const tools = ['make', 'g++', 'python3'];
	const found = await Promise.all(tools.map(commandExists));
	return tools.filter((_, index) => !found[index]);
}

/**
 * What npm's failure means and what to do about it, followed by the last lines it wrote to `logFile`.
 * `command` is what npm was doing, e.g. "ci". Anything but an NpmError is handed back as it is.
 */
export async function explainInstallFailure(
	error: unknown,
	command: string,
	logFile: string,
): Promise<unknown> {
	if (!(error instanceof NpmError)) return error;
	const missing = command === 'rebuild' ? await missingBuildTools() : [];
	const log = lastLines(error.log, 12);
	const message = `${explain(error, missing)}\n${log}\n(The whole log: ${logFile})`;
	return new InstallError(message, { cause: error });
}

function explain({ message, log }: NpmError, missingTools: string[]): string {
	if (NO_DISK.test(log)) {
		return 'The disk is full: installing n8n takes about 4 GB. Make room, or set CS_ALERTS_CACHE_DIR to a folder on a larger disk, and run it again.';
	}
	if (missingTools.length > 0) {
		return `n8n's SQLite module must be compiled here, and ${missingTools.join(' and ')} cannot be found. ${toolAdvice()}, and run it again.`;
	}
	if (BUILD_FAILED.test(log)) {
		return "n8n's SQLite module could not be compiled. The compiler's words:";
	}
	if (isNetworkFailure(log)) {
		return NO_REGISTRY;
	}
	return `${message} Its last words:`;
}

/** Whether npm's words say that it could not connect, rather than what it found there. */
export function isNetworkFailure(log: string): boolean {
	return NO_NETWORK.test(log);
}

function toolAdvice(): string {
	if (process.platform === 'darwin') return 'Run: xcode-select --install';
	return 'Install them (Debian, Ubuntu: apt-get install -y g++ make python3; Fedora: dnf install gcc-c++ make python3)';
}

function lastLines(log: string, count: number): string {
	const lines = log.split('\n').filter((line) => line.trim() !== '');
	return lines
		.slice(-count)
		.map((line) => `  ${line}`)
		.join('\n');
}

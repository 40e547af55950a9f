import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'n8n-nodes-cs-alerts';

type Environment = Record<string, string | undefined>;

/**
 * Folder outside the clone that outlives it: CS_ALERTS_CACHE_DIR where set, otherwise the
 * system's own place for caches (XDG base directory specification on Linux).
 */
export function cacheDirectory(
	environment: Environment = process.env,
	platform: NodeJS.Platform = process.platform,
	home: string = homedir(),
): string {
	if (environment.CS_ALERTS_CACHE_DIR) return environment.CS_ALERTS_CACHE_DIR;
	if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, NAME);
	if (platform === 'darwin') return join(home, 'Library', 'Caches', NAME);
	if (platform === 'win32') {
		return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), NAME, 'Cache');
	}
	return join(home, '.cache', NAME);
}

/** What an install depends on: another value of any of these needs another install. */
export interface InstallIdentity {
	/** Text of the lock file; how it is indented does not matter. */
	lockFile: string;
	platform: string;
	arch: string;
	/** e.g. "24.21.0"; only the major counts, since SQLite's module is built for it. */
	nodeVersion: string;
}

/** Name of an install's folder in the cache, e.g. "n8n-3f2a9c01d4b7-linux-x64-node24". */
export function installKey({ lockFile, platform, arch, nodeVersion }: InstallIdentity): string {
	// A formatter or Git's line endings may change the text of the same lock.
	const lock = JSON.stringify(JSON.parse(lockFile));
	const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
	return `n8n-${hash}-${platform}-${arch}-node${nodeVersion.split('.')[0]}`;
}

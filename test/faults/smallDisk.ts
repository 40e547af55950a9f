import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { undoAtEnd } from '../n8n/lifetime.ts';

/** A file system of a few megabytes in the memory of this machine. */
export interface SmallDisk {
	/** Takes all room there is. */
	fill(): void;
	makeRoom(): void;
	unmount(): void;
}

/** Why the tests of a full disk are skipped, for their names. */
export const NO_SMALL_DISK = 'mounting a file system needs root on Linux';

/** Mounts one as this folder; absent where that is not allowed. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	try {
		const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'cs-alerts-faults'];
		execFileSync('mount', [...options, folder], { stdio: 'ignore' });
	} catch {
		return undefined;
	}
	const filler = join(folder, 'filler');
	let isMounted = true;
	const unmount = () => {
		// Lazily, since a killed n8n may still be about to let go of its files.
		if (isMounted) execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
		isMounted = false;
	};
	const release = undoAtEnd({ atOnce: unmount });
	return {
		fill: () => {
			const { bavail, bsize } = statfsSync(folder);
			try {
				writeFileSync(filler, Buffer.alloc(bavail * bsize));
			} catch (error) {
				// n8n has written meanwhile: full all the same.
				if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
			}
		},
		makeRoom: () => rmSync(filler, { force: true }),
		unmount: () => {
			unmount();
			release();
		},
	};
}

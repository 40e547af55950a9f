import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORE = fileURLToPath(new URL('../../nodes/core/', import.meta.url));

/** Bundles entries of `nodes/core` as one module and loads it, so that scripts run without a build. */
export async function loadCore<T>(entry: string | string[]): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'cs-alerts-core-'));
	const outfile = join(folder, 'core.cjs');
	try {
		await build({
			stdin: {
				contents: [entry]
					.flat()
					.map((file) => `export * from './${file}';`)
					.join('\n'),
				resolveDir: CORE,
			},
			outfile,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			target: 'node20',
			logLevel: 'error',
		});
		return createRequire(import.meta.url)(outfile) as T;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

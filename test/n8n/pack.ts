import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './lifetime.ts';
import { runNpm } from './npm.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

/**
 * Packs a built project as npm would publish it and returns the tarball's path, in `directory` or
 * else a temporary folder. Throws when the build is missing or older code left it incomplete.
 */
export async function packPack(directory?: string, project: string = PROJECT): Promise<string> {
	const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as Manifest;
	const promised = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	const absent = promised.filter((path) => !existsSync(join(project, path)));
	if (absent.length > 0) {
		throw new Error(`Not built: ${absent.join(', ')} missing. Run this first: npm run build`);
	}
	const destination = directory ?? (await temporaryFolder('cs-alerts-pack-'));
	const output = await runNpm(
		['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination],
		{ cwd: project, logFile: join(destination, 'pack.log') },
	);
	const [packed] = JSON.parse(output) as Array<{ filename: string }>;
	if (!packed) throw new Error('npm pack made no tarball.');
	return join(destination, packed.filename);
}

import { transformSync } from 'esbuild';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { project } from '../rules/sources.ts';

/** What is loaded anew for the present mutant: its own file, changed, and all that imports it. */
let present: { id: number; file: string; code: string; affected: ReadonlySet<string> } | undefined;

/** The code of a file without its types. @throws where the code is not valid */
export const withoutTypes = (code: string): string =>
	transformSync(code, { loader: 'ts', format: 'esm', target: 'node24' }).code;

/** From now on imports see `code` in place of the file; what imports it is loaded anew. */
export function useMutant(
	id: number,
	file: string,
	code: string,
	affected: ReadonlySet<string>,
): void {
	present = { id, file, code, affected };
}

/** The address under which a file of the project is loaded for the present mutant. */
export function addressOf(file: string): string {
	const url = pathToFileURL(project + file).href;
	return present?.affected.has(file) ? `${url}?mutant=${present.id}` : url;
}

const fileOf = (url: string): string => fileURLToPath(url.split('?')[0] ?? url);

/** Imports as TypeScript finds them: without an ending, or a folder's index. */
function resolved(specifier: string, parent: string): string | undefined {
	const target = fileURLToPath(new URL(specifier, parent.split('?')[0]));
	const path = [target, `${target}.ts`, `${target}/index.ts`].find(
		(candidate) => existsSync(candidate) && statSync(candidate).isFile(),
	);
	return path?.startsWith(project) ? path.slice(project.length) : undefined;
}

/** Makes this process read the project's TypeScript, and its tests those of the collector. */
export function readProject(): void {
	const collector = new URL('./collector.ts', import.meta.url).href;
	registerHooks({
		resolve(specifier, context, next) {
			const parent = context.parentURL ?? '';
			const isOurs = parent.startsWith('file:') && !parent.includes('/node_modules/');
			if (!isOurs) return next(specifier, context);
			if (specifier === 'vitest' && !parent.startsWith(collector)) {
				return { url: collector, shortCircuit: true };
			}
			if (!specifier.startsWith('.')) return next(specifier, context);
			const file = resolved(specifier, parent);
			if (file === undefined) return next(specifier, context);
			return { url: addressOf(file), shortCircuit: true };
		},
		load(url, context, next) {
			if (!url.startsWith('file:') || url.includes('/node_modules/')) return next(url, context);
			const file = fileOf(url);
			if (file.endsWith('.json')) {
				const source = `export default ${readFileSync(file, 'utf8')}`;
				return { format: 'module', source, shortCircuit: true };
			}
			if (!file.endsWith('.ts')) return next(url, context);
			const isMutant = file === project + present?.file && url.includes('?mutant=');
			const code = isMutant ? (present?.code ?? '') : readFileSync(file, 'utf8');
			return { format: 'module', source: withoutTypes(code), shortCircuit: true };
		},
	});
}

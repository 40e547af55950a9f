import { describe, expect, it } from 'vitest';
import { cacheDirectory, installKey } from './cache.ts';

describe('cacheDirectory', () => {
	it.each([
		['the named folder first', { CS_ALERTS_CACHE_DIR: '/c', XDG_CACHE_HOME: '/x' }, 'linux', '/c'],
		['the XDG folder next', { XDG_CACHE_HOME: '/x' }, 'linux', '/x/n8n-nodes-cs-alerts'],
		['~/.cache on Linux', {}, 'linux', '/home/a/.cache/n8n-nodes-cs-alerts'],
		['~/Library/Caches on macOS', {}, 'darwin', '/home/a/Library/Caches/n8n-nodes-cs-alerts'],
	] as const)('is %s', (_, environment, platform, expected) => {
		expect(cacheDirectory(environment, platform, '/home/a')).toBe(expected);
	});
});

describe('installKey', () => {
	const identity = {
		lockFile: '{"packages":{"a":1}}',
		platform: 'linux',
		arch: 'x64',
		nodeVersion: '24.21.0',
	};
	const key = installKey(identity);

	it.each([
		['another lock file', { lockFile: '{"packages":{"a":2}}' }],
		['another system', { platform: 'darwin' }],
		['another processor', { arch: 'arm64' }],
		['another major version of Node', { nodeVersion: '26.0.0' }],
	])('differs for %s', (_, change) => {
		expect(installKey({ ...identity, ...change })).not.toBe(key);
	});

	it.each([
		['the same lock indented otherwise', { lockFile: '{\r\n\t"packages": { "a": 1 }\r\n}\r\n' }],
		['another minor version of Node', { nodeVersion: '24.1.0' }],
	])('is the same for %s', (_, change) => {
		expect(installKey({ ...identity, ...change })).toBe(key);
	});
});

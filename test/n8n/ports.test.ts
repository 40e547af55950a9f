import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertPortFree, freePort } from './ports.ts';

describe('assertPortFree', () => {
	it('names the busy port and how to choose another', async () => {
		const server = createServer();
		const port = await freePort();
		await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
		await expect(assertPortFree(port, 'choose another with --port=5679')).rejects.toThrow(
			`Port ${port} is in use by another program. Stop that program, or choose another with --port=5679.`,
		);
		await new Promise((resolve) => server.close(resolve));
		await expect(assertPortFree(port, '')).resolves.toBeUndefined();
	});
});

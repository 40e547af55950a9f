import { createServer } from 'node:net';

/** A port that was asked for by number cannot be had. */
export class PortError extends Error {
	readonly port: number;

	constructor(port: number, problem: string) {
		super(`Port ${port} ${problem}.`);
		this.name = 'PortError';
		this.port = port;
	}
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
	return (await tryPort(0)) ?? (await freePort());
}

/** Throws PortError when something listens on the port, or this user may not use it; `advice` tells how to choose another. */
export async function assertPortFree(port: number, advice: string): Promise<void> {
	let found: number | undefined;
	try {
		found = await tryPort(port);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
		throw new PortError(port, `needs rights that you do not have: ${advice}`);
	}
	if (found === undefined) {
		throw new PortError(port, `is in use by another program. Stop that program, or ${advice}`);
	}
}

async function tryPort(port: number): Promise<number | undefined> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE') resolve(undefined);
			else reject(error);
		});
		server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
			const address = server.address();
			server.close(() =>
				resolve(typeof address === 'object' && address ? address.port : undefined),
			);
		});
	});
}

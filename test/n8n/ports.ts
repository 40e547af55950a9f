import { createServer } from 'node:net';

/** A port that was asked for by number is taken by another program. */
export class PortBusyError extends Error {
	readonly port: number;

	constructor(port: number, advice: string) {
		super(`Port ${port} is in use by another program. Stop that program, or ${advice}.`);
		this.name = 'PortBusyError';
		this.port = port;
	}
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
	return (await tryPort(0)) ?? (await freePort());
}

/** Throws PortBusyError when something listens on the port; `advice` tells how to choose another. */
export async function assertPortFree(port: number, advice: string): Promise<void> {
	if ((await tryPort(port)) === undefined) throw new PortBusyError(port, advice);
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

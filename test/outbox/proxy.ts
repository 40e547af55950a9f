import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificates } from './certificates.ts';
import type { StandIn } from './types.ts';

export interface Proxy {
	/** For HTTPS_PROXY and HTTP_PROXY. */
	url: string;
	/** Hosts that were asked for and refused, in order, e.g. "api.n8n.io:443". */
	refused: string[];
	stop(): Promise<void>;
}

export interface ProxyOptions {
	standIns: Record<string, StandIn>;
	certificates: Certificates;
	log: (line: string) => void;
}

/**
 * A proxy that leads to the stand-ins and nowhere else: it opens no connection to the outside, and
 * every other host is refused and logged.
 */
export async function startProxy({ standIns, certificates, log }: ProxyOptions): Promise<Proxy> {
	const sockets = new Set<Socket>();
	const refused: string[] = [];
	const refuse = (host: string) => {
		// n8n asks for some hosts every minute; once is enough to read.
		if (!refused.includes(host))
			log(`refused: ${host} is not a stand-in, nothing leaves the machine`);
		refused.push(host);
	};
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		const host = hostName(request.headers.host ?? '');
		void handle(standIns[host], request, response, (error) => {
			log(`${host}${request.url ?? ''}: ${error instanceof Error ? error.message : String(error)}`);
		});
	};

	// It listens nowhere: it is handed the sockets of accepted CONNECT requests.
	const standInServer = createHttpsServer(
		{ key: certificates.key, cert: certificates.cert },
		answer,
	);
	const server = createHttpServer((request, response) => {
		const host = URL.parse(request.url ?? '')?.host ?? request.url ?? '';
		refuse(host);
		response.writeHead(403).end(`The outbox lets nothing out to ${host}\n`);
	});
	server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
		const host = request.url ?? '';
		socket.on('error', () => socket.destroy());
		if (!Object.hasOwn(standIns, hostName(host)) || !host.endsWith(':443')) {
			refuse(host);
			socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
			return;
		}
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		if (head.length > 0) socket.unshift(head);
		standInServer.emit('connection', socket);
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		refused,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function handle(
	standIn: StandIn | undefined,
	request: IncomingMessage,
	response: ServerResponse,
	onError: (error: unknown) => void,
): Promise<void> {
	try {
		if (standIn) await standIn(request, response);
		else response.writeHead(421).end('No stand-in for this host.\n');
	} catch (error) {
		onError(error);
		if (!response.headersSent) response.writeHead(500);
		response.end();
	}
}

function hostName(hostAndPort: string): string {
	return (hostAndPort.split(':')[0] ?? '').toLowerCase();
}

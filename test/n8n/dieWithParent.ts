// Preloaded into n8n. Its standard input is a pipe from the process that started it: when the pipe
// closes, that process is gone, however it ended, and n8n must not outlive it.
import { Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

// n8n's worker threads run this too.
if (isMainThread && process.stdin instanceof Socket) {
	process.stdin.resume();
	process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
	process.stdin.unref();
}

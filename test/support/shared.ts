import { existsSync } from 'node:fs';

/** The folder beside the project with other people's schemas, recordings and payloads; not part of it. */
const SHARED = new URL('../../../shared/', import.meta.url);

/** Whether the folder is there; tests that read it skip themselves where it is not. */
export const hasShared = existsSync(SHARED);

/** Address of a file or folder in it, e.g. "contracts/webhooks/". */
export const sharedUrl = (path: string): URL => new URL(path, SHARED);

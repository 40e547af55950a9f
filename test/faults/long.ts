/** `npm run test:faults`: the long form, as many tickets, kills and seconds as the promise names. */
import { runStep } from '../build/runStep.ts';

process.env.CS_ALERTS_FAULTS = 'long';
process.exit(await runStep('vitest', ['run', '--project', 'faults', ...process.argv.slice(2)]));

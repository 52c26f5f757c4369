/** All runs, in the order in which they are made. */
import type { Check } from '../checks.ts';
import type { Stage } from '../stage.ts';
import { manyWorkers } from './c5.ts';
import { killApis } from './d1.ts';
import { killWorkers } from './d2.ts';
import { crashDatabase } from './d3.ts';
import { cutConnections } from './d4.ts';
import { failMail } from './d7.ts';
import { failSms } from './d8.ts';
import { failPush } from './d9.ts';
import { loseProvider } from './d10.ts';
import { killAtCommit } from './f2.ts';
import { measureLatency } from './f4.ts';

export interface Run {
  title: string;
  /** Whether `npm test` has a short form of it. */
  isShort: boolean;
  run(stage: Stage): Promise<Check[]>;
}

export const RUNS = {
  d1: { title: 'kill -9 the API just after sending', isShort: true, run: killApis },
  d2: { title: 'kill -9 a worker at four points, by four channels', isShort: true, run: killWorkers },
  d3: { title: 'stop PostgreSQL with -m immediate under load', isShort: true, run: crashDatabase },
  d4: {
    title: 'end or silence the connections of API, streams and worker',
    isShort: true,
    run: cutConnections,
  },
  d7: { title: 'mail servers that refuse, hang and break off', isShort: true, run: failMail },
  d8: { title: 'SMS: errors and silence of Twilio', isShort: true, run: failSms },
  d9: { title: 'push: errors of Expo and of browsers’ push services', isShort: true, run: failPush },
  d10: { title: 'one provider down, and poison', isShort: true, run: loseProvider },
  // Its short form would be server/tests/delivery/worker.test.ts again, with processes.
  c5: { title: 'eight workers side by side', isShort: false, run: manyWorkers },
  f2: { title: 'roll back, commit, kill at COMMIT', isShort: true, run: killAtCommit },
  f4: { title: 'from commit to the provider at 50 requests a second', isShort: false, run: measureLatency },
} satisfies Record<string, Run>;

export type RunName = keyof typeof RUNS;

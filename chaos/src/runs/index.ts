/** All runs, in the order in which they are made. */
import type { Check } from '../checks.ts';
import type { Stage } from '../stage.ts';
import { failMail } from './breakMail.ts';
import { failPush } from './breakPush.ts';
import { failSms } from './breakSms.ts';
import { crashDatabase } from './crashPostgres.ts';
import { cutConnections } from './cutConnections.ts';
import { measureLatency } from './deliveryLatency.ts';
import { exhaustResources } from './exhaustResources.ts';
import { killApis } from './killApi.ts';
import { killAtCommit } from './killAtCommit.ts';
import { killWorkers } from './killWorker.ts';
import { manyWorkers } from './manyWorkers.ts';
import { rotateSecrets } from './rotateSecrets.ts';
import { loseProvider } from './stopProvider.ts';
import { liveAYear } from './yearOfLife.ts';

export interface Run {
  title: string;
  /** Whether `npm test` has a short form of it. */
  isShort: boolean;
  run(stage: Stage): Promise<Check[]>;
}

export const RUNS = {
  'kill-api': { title: 'kill -9 the API just after sending', isShort: true, run: killApis },
  'kill-worker': {
    title: 'kill -9 a worker at four points, by four channels',
    isShort: true,
    run: killWorkers,
  },
  'crash-postgres': {
    title: 'stop PostgreSQL with -m immediate under load',
    isShort: true,
    run: crashDatabase,
  },
  'cut-connections': {
    title: 'end or silence the connections of API, streams and worker',
    isShort: true,
    run: cutConnections,
  },
  'exhaust-resources': {
    title: 'run out of descriptors, memory and disk',
    isShort: true,
    run: exhaustResources,
  },
  'break-mail': { title: 'mail servers that refuse, hang and break off', isShort: true, run: failMail },
  'break-sms': { title: 'SMS: errors and silence of Twilio', isShort: true, run: failSms },
  'break-push': {
    title: 'push: errors of Expo and of browsers’ push services',
    isShort: true,
    run: failPush,
  },
  'stop-provider': { title: 'one provider down, and poison', isShort: true, run: loseProvider },
  // Its short form would be server/tests/delivery/worker.test.ts again, with processes.
  'many-workers': { title: 'eight workers side by side', isShort: false, run: manyWorkers },
  'kill-at-commit': { title: 'roll back, commit, kill at COMMIT', isShort: true, run: killAtCommit },
  'delivery-latency': {
    title: 'from commit to the provider at 50 requests a second',
    isShort: false,
    run: measureLatency,
  },
  // It waits half a minute for a key to be known.
  'rotate-secrets': {
    title: 'change signing keys, database login and Web Push keys under load',
    isShort: false,
    run: rotateSecrets,
  },
  'year-of-life': {
    title: 'a year of requests with clean-up every day',
    isShort: false,
    run: liveAYear,
  },
} satisfies Record<string, Run>;

export type RunName = keyof typeof RUNS;

/** The secrets of the embedded installation: made once, kept beside its data, readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import webPush from 'web-push';

export interface Secrets {
  /** Signs the tokens of the demo. */
  jwtSecret: string;
  /** Password of the API's login role. */
  apiPassword: string;
  /** Signs what is pushed to browsers, which keep to the key with which they subscribed. */
  vapid: { publicKey: string; privateKey: string };
}

/** Reads the secrets; those that are not there yet are made. */
export function keepSecrets(file: string): Secrets {
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const made: Secrets = {
    jwtSecret: newSecret(),
    apiPassword: newSecret(),
    vapid: webPush.generateVAPIDKeys(),
  };
  const secrets = { ...made, ...kept };
  if (Object.keys(made).some((name) => !(name in kept))) write(file, secrets);
  chmodSync(file, 0o600);
  return secrets;
}

/** Aside, then in one step: a process that is killed halfway leaves what was there. */
function write(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const newSecret = () => randomBytes(36).toString('base64url');

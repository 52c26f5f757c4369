/** The secrets of the embedded installation: made once, kept beside its data, readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const secrets: Secrets = {
    jwtSecret: kept.jwtSecret ?? newSecret(),
    apiPassword: kept.apiPassword ?? newSecret(),
    vapid: kept.vapid ?? webPush.generateVAPIDKeys(),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  chmodSync(file, 0o600);
  return secrets;
}

const newSecret = () => randomBytes(36).toString('base64url');

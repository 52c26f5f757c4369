/** The secrets of the embedded installation: made once, kept beside its data, readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Secrets {
  /** Signs the tokens of the demo. */
  jwtSecret: string;
  /** Password of the API's login role. */
  apiPassword: string;
}

/** Reads the secrets, which are made the first time. */
export function keepSecrets(file: string): Secrets {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const secrets: Secrets = { jwtSecret: newSecret(), apiPassword: newSecret() };
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

const newSecret = () => randomBytes(36).toString('base64url');

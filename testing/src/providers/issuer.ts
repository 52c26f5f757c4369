/** A stand-in for the issuer of people's tokens, which publishes its keys and changes them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Issuer extends AsyncDisposable {
  url: string;
  /** Makes a key of that name; it signs from `use` on. */
  add(kid: string, isPublished?: boolean): Promise<void>;
  use(kid: string): void;
  withdraw(kid: string): void;
  token(sub: string, kid?: string): Promise<string>;
}

export async function startIssuer(): Promise<Issuer> {
  const keys = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();
  const published = new Map<string, object>();
  let signing = 'first';
  const server = createServer((_, response) =>
    response.end(JSON.stringify({ keys: [...published.values()] })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer: Issuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    async add(kid, isPublished = true) {
      const pair = await generateKeyPair('ES256', { extractable: true });
      keys.set(kid, pair);
      if (isPublished) published.set(kid, { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256' });
    },
    use(kid) {
      signing = kid;
    },
    withdraw: (kid) => void published.delete(kid),
    async token(sub, kid = signing) {
      const pair = keys.get(kid);
      if (!pair) throw new Error(`There is no key ${kid}.`);
      const jwt = new SignJWT({ role: 'authenticated' }).setProtectedHeader({ alg: 'ES256', kid });
      return jwt.setSubject(sub).setIssuedAt().setExpirationTime('1h').sign(pair.privateKey);
    },
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
  await issuer.add('first');
  return issuer;
}

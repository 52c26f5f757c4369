/** Tokens for the people of the demo, as a marketplace would sign them. */
import { CommandError, type TokenConfig } from '@ringback/server';
import { SignJWT } from 'jose';
import type { Tokens } from '../commands.ts';
import type { DemoPeople } from '../load.ts';

export const TOKENS_LAST_MS = 24 * 60 * 60 * 1000;

export type DemoRole = 'authenticated' | 'admin';

/**
 * Signs a person's token with the secret that the API checks.
 * @throws CommandError where tokens are signed by an issuer elsewhere (JWKS_URL).
 */
export async function signToken({ keys, issuer, audience }: TokenConfig, userId: string, role: DemoRole) {
  if (keys.kind === 'jwks') {
    throw new CommandError('The demo signs tokens itself. Leave JWKS_URL out; npm start brings a secret.');
  }
  const expiresAt = new Date(Date.now() + TOKENS_LAST_MS);
  const token = new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(expiresAt);
  if (issuer) token.setIssuer(issuer);
  if (audience) token.setAudience(audience);
  return { token: await token.sign(keys.secret), expiresAt };
}

/** One token for each person that the start page and the commands speak of. */
export async function signTokens(people: DemoPeople, config: TokenConfig): Promise<Tokens> {
  const sign = async ({ id }: { id: string }, role: DemoRole) => (await signToken(config, id, role)).token;
  return {
    buyer: await sign(people.buyer, 'authenticated'),
    seller: await sign(people.seller, 'authenticated'),
    operator: await sign(people.operator, 'admin'),
  };
}

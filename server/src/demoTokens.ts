/** Ready-made tokens for the people of the demo, signed with the installation's own secret. */
import { SignJWT } from 'jose';
import type { Role } from './auth.ts';
import type { TokenConfig } from './config.ts';

/** Makes a function that signs tokens, or nothing where an issuer elsewhere signs them (JWKS_URL). */
export function createTokenSigner({ keys, issuer, audience }: TokenConfig, expiresAt: Date) {
  if (keys.kind !== 'secret') return undefined;
  return (userId: string, role: Role): Promise<string> => {
    const jwt = new SignJWT({ role })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime(expiresAt);
    if (issuer) jwt.setIssuer(issuer);
    if (audience) jwt.setAudience(audience);
    return jwt.sign(keys.secret);
  };
}

/** Tokens as the marketplace would issue them. */
import { SignJWT } from 'jose';

/** Gives the function that signs a token for a person. */
export function tokenSigner(secret: string): (id: string) => Promise<string> {
  const key = new TextEncoder().encode(secret);
  return (id) =>
    new SignJWT({ role: 'authenticated' })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(key);
}

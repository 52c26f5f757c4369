/**
 * What a bearer token says about its caller. It is checked with keys that the settings name and by nothing that the token itself says
 * about keys.
 */
import { CallbackError, MarketplaceId } from '@ringback/client';
import {
  type CryptoKey,
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import type { TokenConfig } from '../../platform/config.ts';

/** What a valid token says. Its role is the app's own business, but for the two of Supabase's keys; who is an operator, the database says. */
export interface Identity {
  /** The marketplace's back end, which names the person it acts for. */
  isService: boolean;
  /** Null for the back end. */
  userId: string | null;
  claims: JWTPayload;
  /** From then on the token is not valid any more, leeway included. */
  expiresAtMs: number;
}

export type TokenVerifier = (token: string) => Promise<Identity>;

const LEEWAY_SECONDS = 30;

/** A shared secret signs by HS256 only and a published key never does, so that neither can be passed off as the other. */
const ALGORITHMS = { secret: ['HS256'], jwks: ['RS256', 'ES256', 'EdDSA'] };

/** A token that was found valid is believed for so long without checking its signature again. */
const REMEMBERED_MS = 60_000;
const REMEMBERED_TOKENS = 10_000;

/**
 * Makes the function that checks tokens. It rejects with `unauthenticated` for a token that is not valid, with `overloaded`
 * when the issuer's keys cannot be fetched.
 */
export function createTokenVerifier(config: TokenConfig): TokenVerifier {
  const checkSignature = signatureCheck(config);
  const remembered = new Map<string, { identity: Identity; untilMs: number }>();
  return async (token) => {
    const known = remembered.get(token);
    if (known && known.untilMs > Date.now()) return known.identity;
    const claims = await checkSignature(token).catch(refuseToken);
    const identity = readClaims(claims, config.userClaim);
    if (remembered.size >= REMEMBERED_TOKENS) remembered.clear();
    remembered.set(token, { identity, untilMs: Math.min(Date.now() + REMEMBERED_MS, identity.expiresAtMs) });
    return identity;
  };
}

function signatureCheck({ keys, issuer, audience }: TokenConfig): (token: string) => Promise<JWTPayload> {
  const options = {
    algorithms: ALGORITHMS[keys.kind],
    clockTolerance: LEEWAY_SECONDS,
    requiredClaims: ['exp'],
    ...(issuer && { issuer }),
    ...(audience && { audience }),
  };
  if (keys.kind === 'jwks') return verifierOf(createRemoteJWKSet(keys.url), options);
  const key = importSecret(keys.secret);
  return async (token) => (await jwtVerify(token, await key, options)).payload;
}

/** Verifies with the issuer's key; where token or keys have no `kid` to find it by, with each that fits. */
function verifierOf(keySet: ReturnType<typeof createRemoteJWKSet>, options: JWTVerifyOptions) {
  const verify = (token: string, keys: JWTVerifyGetKey) =>
    jwtVerify(token, keys, options).then(
      ({ payload }) => payload,
      (error) => {
        if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
        return verifyWithEach(error, token, options);
      },
    );
  return (token: string) =>
    verify(token, keySet).catch((error) => {
      const nameless = keySet.jwks()?.keys.filter(({ kid }) => kid === undefined) ?? [];
      if (!(error instanceof errors.JWKSNoMatchingKey) || nameless.length === 0) throw error;
      const { kid } = decodeProtectedHeader(token);
      return verify(
        token,
        createLocalJWKSet({ keys: nameless.map((key) => ({ ...key, kid: String(kid) })) }),
      );
    });
}

async function verifyWithEach(keys: AsyncIterable<CryptoKey>, token: string, options: JWTVerifyOptions) {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** Imported once: jose would do it again for every token. */
function importSecret(secret: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
}

function readClaims(claims: JWTPayload, userClaim: string): Identity {
  if (claims.role === 'anon') throw invalidToken('This token signs no one in; sign in first.');
  if (claims.iat !== undefined && claims.iat > Date.now() / 1000 + LEEWAY_SECONDS) {
    throw invalidToken('The token was issued in the future; check the clock of its issuer.');
  }
  const expiresAtMs = ((claims.exp ?? 0) + LEEWAY_SECONDS) * 1000;
  if (claims.role === 'service_role') return { isService: true, userId: null, expiresAtMs, claims };
  const userId = idOf(claimAt(claims, userClaim));
  if (userId === null) {
    throw invalidToken(
      `The token must name its user: the claim ${userClaim} must be the id of a person in this marketplace.`,
    );
  }
  return { isService: false, userId, expiresAtMs, claims };
}

/** The claim of this whole name, because names such as https://example.com/id hold dots; else what the path leads to. */
function claimAt(claims: JWTPayload, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null;
    return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, claims);
}

/** Some issuers write ids that are numbers as numbers. */
function idOf(claim: unknown): string | null {
  const id = Number.isSafeInteger(claim) ? String(claim) : claim;
  return isPersonId(id) ? id : null;
}

/** Whether it may be a person's id in some marketplace; the database knows what ids are in this one. */
export function isPersonId(value: unknown): value is string {
  return MarketplaceId.safeParse(value).success;
}

function refuseToken(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw invalidToken('The token has expired; sign in again.');
  if (
    error instanceof errors.JWKSTimeout ||
    !(error instanceof errors.JOSEError) ||
    error.code === 'ERR_JOSE_GENERIC'
  ) {
    throw new CallbackError(
      'overloaded',
      'Sign-ins cannot be checked at the moment; try again in a few seconds.',
      {
        cause: error,
        retryAfterSeconds: 5,
      },
    );
  }
  throw invalidToken('The token is not valid here; sign in again.');
}

/** The refusal of a token, with the cure. */
export function invalidToken(message: string): CallbackError {
  return new CallbackError('unauthenticated', message);
}

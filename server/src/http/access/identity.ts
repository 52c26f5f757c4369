/**
 * What a bearer token says about its caller. It is checked with keys that the settings name and by nothing that the token itself says
 * about keys.
 */
import { CallbackError, MarketplaceId } from '@ringback/client';
import {
  type CryptoKey,
  createRemoteJWKSet,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { TokenConfig } from '../../platform/config.ts';

/** `admin` signs in a person like `authenticated`; who is an operator, the database says. */
const ROLES = ['authenticated', 'service_role', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a valid token says. */
export interface Identity {
  role: Role;
  /** Null for the marketplace's back end, which names the person it acts for. */
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
    const identity = readClaims(claims);
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
  const key = keys.kind === 'secret' ? importSecret(keys.secret) : createRemoteJWKSet(keys.url);
  return async (token) => (await jwtVerify(token, (await key) as JWTVerifyGetKey, options)).payload;
}

/** Imported once: jose would do it again for every token. */
function importSecret(secret: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
}

function readClaims(claims: JWTPayload): Identity {
  const role = ROLES.find((known) => known === claims.role);
  if (role === undefined)
    throw invalidToken('This token signs no one in; its role must be authenticated, admin or service_role.');
  if (claims.iat !== undefined && claims.iat > Date.now() / 1000 + LEEWAY_SECONDS) {
    throw invalidToken('The token was issued in the future; check the clock of its issuer.');
  }
  const expiresAtMs = ((claims.exp ?? 0) + LEEWAY_SECONDS) * 1000;
  if (role === 'service_role') return { role, userId: null, expiresAtMs, claims };
  const userId = subjectOf(claims);
  if (!isPersonId(userId)) {
    throw invalidToken(
      'The token must name its user: the claim sub must be the id of a person in this marketplace.',
    );
  }
  return { role, userId, expiresAtMs, claims };
}

/** Issuers whose ids are numbers often write one, though a subject is a string (RFC 7519). */
function subjectOf({ sub }: { sub?: unknown }): unknown {
  return Number.isSafeInteger(sub) ? String(sub) : sub;
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

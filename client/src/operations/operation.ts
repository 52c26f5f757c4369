/**
 * The description of one operation. The clients, the server's routes and its access hook, OpenAPI, the grants test
 * and the authorization matrix are made from it.
 */
import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';

/** A signed-in person, someone who works for the marketplace, its back end, or anyone. */
export type Access = 'user' | 'operator' | 'service' | 'public';

/** What an operation is given: the parts of an HTTP request. */
export interface OperationInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** A function in the schema `public` that does the work. */
export interface SqlCall {
  function: string;
  /** Where the value of each argument comes from: the whole body, or a field. */
  arguments?: Record<string, 'body' | `${'params' | 'query' | 'body'}.${string}`>;
  /** The argument that names who acts, where it is not the one of ACTOR_ARGUMENTS. */
  actor?: string;
}

export interface Operation {
  /** One line for OpenAPI. */
  summary: string;
  /** More for OpenAPI, in Markdown. */
  description?: string;
  access: Access;
  /** The role that an operator needs at least; the database checks it. */
  scope?: 'viewer' | 'support' | 'admin';
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /v1; `:name` is a parameter. */
  path: string;
  params?: z.ZodMiniType;
  query?: z.ZodMiniType;
  headers?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** Nothing is answered without it. */
  answer?: z.ZodMiniType;
  /** Of success, where it is not 200, or 204 without an answer. */
  status?: 201;
  /** The one member of the answer that the database and the clients give by itself. */
  member?: string;
  /** Where the answer can be read again, for the header Location; parameters are members of the answer. */
  location?: string;
  /** What a repeat does: nothing, with the same Idempotency-Key; the same again; it only reads. */
  repeat: 'key' | 'nature' | 'read';
  /** Codes that it may answer beside those that every operation of its kind may. */
  errors?: readonly ErrorCode[];
  /**
   * A field of the body that the clients leave out, once, when it is refused. What the device says without being asked must
   * not stop a person who cannot change it.
   */
  dispensable?: string;
  /** Its body has a phone number, which the database takes as E.164. */
  hasPhone?: true;
  /** The database is given where the call comes from: its address, and the device that the clients name. */
  hasOrigin?: true;
  /** Attempts of an address are counted apart: few are allowed. */
  signsIn?: true;
  /** Field of the query that makes a call costly: the server does one such call of a person at a time. */
  costly?: string;
  /** Without it, the server has a handler for the operation. */
  sql?: SqlCall;
}

/** An operation that is a method of the clients. */
export interface ClientOperation extends Operation {
  /** Makes the input of the method's arguments. No default values: its length is the place of the options. */
  input: (...given: never[]) => OperationInput;
}

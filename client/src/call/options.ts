/** What every call of a client may be given beside its input. */

export interface CallOptions {
  /** Ends the call; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

export interface WriteOptions extends CallOptions {
  /**
   * The same key with the same input gives the first answer again, even after a restart of the app; kept for at least 24
   * hours. Made up per call by default, so that the repeats of one call have one effect.
   */
  idempotencyKey?: string | undefined;
}

/** The policy that a marketplace begins with, as the database has it; the scenario test holds the two together. */

export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;

export const POLICY = {
  expiresAfter: 7 * DAY,
  requestsPerUserPerDay: 10,
  requestsPerSellerPerDay: 100,
  openUrgentRequestsPerUser: 3,
  extensionsPerRequest: 2,
  editsPerRequest: 20,
  attemptsPerRequest: 50,
  /** For so long an acknowledgement can be taken back; the grace is for the network. */
  undo: 15 * SECOND,
  undoGrace: 5 * SECOND,
  /** A code is valid for so long, the request waits for so long, and another takes so long. */
  codeValid: 5 * 60 * SECOND,
  codeWait: 15 * 60 * SECOND,
  codePause: 30 * SECOND,
  codeTries: 5,
  codesPerRequest: 3,
  confirmable: 14 * DAY,
  /** The same outcome again within it is the same call attempt. */
  sameAttempt: 60 * SECOND,
} as const;

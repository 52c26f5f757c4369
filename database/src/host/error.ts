/** Something about the marketplace's tables that a person has to settle; the message says what and how. */
export class HostError extends Error {
  override name = 'HostError';
}

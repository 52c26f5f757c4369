/** How a request ended, with the reason where there is one. */
export const ended = (text: string) => (reason: string | null) =>
  reason ? `${text}: ${reason}` : `${text}.`;

/** A value as text without ids and times: their random digits could match the few digits of a phone number that a test looks for. */
const IDS_AND_TIMES = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z|[+-][\d:]+)?/g;

export function visibleText(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(IDS_AND_TIMES, '');
}

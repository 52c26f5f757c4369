/** `?a=1&b=2` of the values that are given, or nothing. React Native's URLSearchParams is not complete enough. */
export function queryString(values: Record<string, unknown>): string {
  const pairs = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string | number | boolean)}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

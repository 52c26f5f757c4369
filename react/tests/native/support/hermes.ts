/** Takes away what Node has and Hermes, React Native's engine, has not. */
for (const name of [
  'DisplayNames',
  'DurationFormat',
  'ListFormat',
  'Locale',
  'PluralRules',
  'RelativeTimeFormat',
  'Segmenter',
]) {
  Reflect.deleteProperty(Intl, name);
}
// On iOS alone, but nothing of ours depends on them.
Reflect.deleteProperty(Intl.DateTimeFormat.prototype, 'formatToParts');
Reflect.deleteProperty(Intl.NumberFormat.prototype, 'formatToParts');

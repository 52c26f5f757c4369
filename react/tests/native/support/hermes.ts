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

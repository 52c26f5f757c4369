/**
 * The icons' shapes: paths in a 24 x 24 box, drawn with a stroke of 2, round caps and joins, and no fill.
 * From Lucide (lucide.dev), ISC License, copyright (c) Lucide Contributors 2026; portions from Feather, MIT
 * License, copyright (c) 2013-2026 Cole Bemis. Permission to use, copy, modify, and/or distribute them for
 * any purpose with or without fee is granted, provided that this notice appears in all copies.
 */
/** native/ui/Icon.tsx draws the same without paths. */
export type IconName =
  | 'bell'
  | 'phone'
  | 'phone-call'
  | 'check'
  | 'check-circle'
  | 'clock'
  | 'x'
  | 'x-circle'
  | 'hourglass'
  | 'alert'
  | 'info'
  | 'flame'
  | 'arrow-up'
  | 'arrow-down'
  | 'chevron-up'
  | 'chevron-down'
  | 'minus'
  | 'wifi-off';

const CIRCLE = 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0';
const RECEIVER =
  'M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384';

export const ICONS: Readonly<Record<IconName, readonly string[]>> = {
  bell: [
    'M10.268 21a2 2 0 0 0 3.464 0M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326',
  ],
  phone: [RECEIVER],
  'phone-call': ['M13 2a9 9 0 0 1 9 9M13 6a5 5 0 0 1 5 5', RECEIVER],
  check: ['M20 6 9 17l-5-5'],
  'check-circle': [CIRCLE, 'm9 12 2 2 4-4'],
  clock: [CIRCLE, 'M12 6v6l4 2'],
  x: ['M18 6 6 18', 'm6 6 12 12'],
  'x-circle': [CIRCLE, 'm15 9-6 6', 'm9 9 6 6'],
  hourglass: [
    'M5 22h14M5 2h14M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2',
  ],
  alert: ['m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01'],
  info: [CIRCLE, 'M12 16v-4M12 8h.01'],
  flame: ['M12 3q1 4 4 6.5t3 5.5a1 1 0 0 1-14 0 5 5 0 0 1 1-3 1 1 0 0 0 5 0c0-2-1.5-3-1.5-5q0-2 2.5-4'],
  'arrow-up': ['m5 12 7-7 7 7M12 19V5'],
  'arrow-down': ['M12 5v14', 'm19 12-7 7-7-7'],
  'chevron-up': ['m18 15-6-6-6 6'],
  'chevron-down': ['m6 9 6 6 6-6'],
  minus: ['M5 12h14'],
  'wifi-off': [
    'M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69M19 12.859a10 10 0 0 0-2.007-1.523',
    'M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20',
  ],
};

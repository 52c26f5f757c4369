/**
 * The icons as strokes: React Native draws boxes, not paths. Each stroke is a bar between two points of the
 * same 24 x 24 box that the web's icons are drawn in; an outline is a bordered box.
 */
import { StyleSheet, View, type ViewStyle } from 'react-native';
import type { IconName, IconSlotProps } from '../../headless/ui/slots.ts';

/** From x, y to x, y. */
type Bar = readonly [fromX: number, fromY: number, toX: number, toY: number];

interface Shape {
  bars?: readonly Bar[];
  /** Left, top, width, height and the radius of its corners. */
  outline?: readonly [left: number, top: number, width: number, height: number, radius: number];
}

const BOX = 24;
const STROKE = 2;
const CIRCLE = [2, 2, 20, 20, 10] as const;
const HANDSET = [6, 2, 12, 20, 3] as const;

const SHAPES: Readonly<Record<IconName, Shape>> = {
  bell: {
    bars: [
      [3, 17, 21, 17],
      [4, 16, 6, 12],
      [6, 12, 7, 6],
      [7, 6, 12, 2],
      [12, 2, 17, 6],
      [17, 6, 18, 12],
      [18, 12, 20, 16],
      [10, 21, 14, 21],
    ],
  },
  phone: { outline: HANDSET, bars: [[11, 18, 13, 18]] },
  'phone-call': {
    outline: [2, 4, 11, 18, 3],
    bars: [
      [7, 18, 8, 18],
      [17, 8, 17, 14],
      [21, 5, 21, 17],
    ],
  },
  check: {
    bars: [
      [4, 12, 9, 17],
      [9, 17, 20, 6],
    ],
  },
  'check-circle': {
    outline: CIRCLE,
    bars: [
      [8, 12, 11, 15],
      [11, 15, 16, 9],
    ],
  },
  clock: {
    outline: CIRCLE,
    bars: [
      [12, 6, 12, 12],
      [12, 12, 16, 14],
    ],
  },
  x: {
    bars: [
      [6, 6, 18, 18],
      [18, 6, 6, 18],
    ],
  },
  'x-circle': {
    outline: CIRCLE,
    bars: [
      [9, 9, 15, 15],
      [15, 9, 9, 15],
    ],
  },
  hourglass: {
    bars: [
      [5, 2, 19, 2],
      [5, 22, 19, 22],
      [7, 2, 17, 22],
      [17, 2, 7, 22],
    ],
  },
  alert: {
    bars: [
      [12, 3, 2, 20],
      [12, 3, 22, 20],
      [2, 20, 22, 20],
      [12, 9, 12, 13],
      [12, 16.5, 12, 17],
    ],
  },
  info: {
    outline: CIRCLE,
    bars: [
      [12, 11, 12, 17],
      [12, 7, 12, 7.5],
    ],
  },
  flame: {
    bars: [
      [6, 12, 12, 6],
      [12, 6, 18, 12],
      [6, 19, 12, 13],
      [12, 13, 18, 19],
    ],
  },
  'arrow-up': {
    bars: [
      [12, 5, 12, 19],
      [5, 12, 12, 5],
      [12, 5, 19, 12],
    ],
  },
  'arrow-down': {
    bars: [
      [12, 5, 12, 19],
      [5, 12, 12, 19],
      [12, 19, 19, 12],
    ],
  },
  'chevron-up': {
    bars: [
      [6, 15, 12, 9],
      [12, 9, 18, 15],
    ],
  },
  'chevron-down': {
    bars: [
      [6, 9, 12, 15],
      [12, 15, 18, 9],
    ],
  },
  minus: { bars: [[5, 12, 19, 12]] },
  'wifi-off': { outline: CIRCLE, bars: [[5, 5, 19, 19]] },
};

export function PlainIcon({ name, size, color }: IconSlotProps) {
  const { bars = [], outline } = SHAPES[name];
  const scale = size / BOX;
  return (
    <View style={[styles.box, { width: size, height: size }]}>
      {outline && <View style={outlineStyle(outline, scale, color)} />}
      {bars.map((bar) => (
        <View key={bar.join()} style={barStyle(bar, scale, color)} />
      ))}
    </View>
  );
}

function outlineStyle(outline: NonNullable<Shape['outline']>, scale: number, color: string): ViewStyle {
  const [left, top, width, height, radius] = outline.map((length) => length * scale) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const box = { position: 'absolute', left, top, width, height } as const;
  return { ...box, borderRadius: radius, borderWidth: STROKE * scale, borderColor: color };
}

/** A bar is drawn flat around its middle, and turned. */
function barStyle([fromX, fromY, toX, toY]: Bar, scale: number, color: string): ViewStyle {
  const length = Math.hypot(toX - fromX, toY - fromY) + STROKE;
  const angle = Math.atan2(toY - fromY, toX - fromX);
  return {
    position: 'absolute',
    left: ((fromX + toX - length) / 2) * scale,
    top: ((fromY + toY - STROKE) / 2) * scale,
    width: length * scale,
    height: STROKE * scale,
    borderRadius: (STROKE * scale) / 2,
    backgroundColor: color,
    transform: [{ rotate: `${angle}rad` }],
  };
}

const styles = StyleSheet.create({
  // Where an app runs right to left, React Native lays `left` out from the right, but turns no stroke round.
  box: { direction: 'ltr' },
});

/** Where a notice lies: over no control, near the edge that is preferred. */
import { expect, test } from 'vitest';
import { placeFree } from '../../web/src/ui/placeFree.ts';

const box = { left: 0, top: 0, right: 300, bottom: 50 };
const window = { top: 0, bottom: 600 };
const row = (top: number, bottom: number) => ({ left: 20, top, right: 100, bottom });

test('with nothing in the way it lies at the preferred edge', () => {
  expect(placeFree(box, [], window, 'top')).toEqual({ top: 8, isFree: true });
  expect(placeFree(box, [], window, 'bottom')).toEqual({ top: 542, isFree: true });
});

test('it moves on until it covers no control', () => {
  const { top, isFree } = placeFree(box, [row(0, 56), row(100, 150)], window, 'top');
  expect(isFree).toBe(true);
  expect(top).toBeGreaterThanOrEqual(150);
  expect(placeFree(box, [row(0, 56), row(108, 150)], window, 'top').top).toBe(56);
  expect(placeFree(box, [{ ...row(0, 56), left: 400, right: 500 }], window, 'top').top).toBe(8);
});

test('the keyboard on the screen makes the window smaller', () => {
  expect(placeFree(box, [], { top: 100, bottom: 300 }, 'bottom')).toEqual({ top: 242, isFree: true });
});

test('where every place is taken, it covers least', () => {
  expect(placeFree(box, [row(0, 400), { ...row(0, 600), right: 30 }], window, 'top')).toEqual({
    top: 400,
    isFree: false,
  });
  expect(placeFree(box, [row(0, 40)], { top: 0, bottom: 40 }, 'top').isFree).toBe(false);
});

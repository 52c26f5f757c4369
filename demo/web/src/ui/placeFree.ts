/** Where something that lies over a page covers no control. */

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const STEP = 4;
const MARGIN = 8;

/**
 * The place nearest to the preferred edge of the window at which `box`, moved up or down, covers none of
 * `controls`; where there is none, that at which it covers least.
 */
export function placeFree(
  box: Rect,
  controls: Rect[],
  window: { top: number; bottom: number },
  edge: 'top' | 'bottom',
): { top: number; isFree: boolean } {
  const height = box.bottom - box.top;
  const [first, last] = [window.top + MARGIN, window.bottom - MARGIN - height];
  const count = Math.max(1, Math.floor((last - first) / STEP) + 1);
  let best = { top: first, covered: Number.POSITIVE_INFINITY };
  for (let index = 0; index < count; index++) {
    const top = edge === 'top' ? first + index * STEP : last - index * STEP;
    const moved = { ...box, top, bottom: top + height };
    const covered = controls.reduce((sum, control) => sum + overlap(moved, control), 0);
    if (covered < best.covered) best = { top, covered };
    if (covered === 0) break;
  }
  return { top: best.top, isFree: best.covered === 0 };
}

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

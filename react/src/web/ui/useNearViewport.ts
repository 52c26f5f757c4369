'use client';
import { type RefObject, useEffect, useState } from 'react';

/** How far from what is in sight something is near; `scrollMargin` is the same for a host's scrolling element. */
const NEAR: IntersectionObserverInit & { scrollMargin?: string } = {
  rootMargin: '100% 0px',
  scrollMargin: '100% 0px',
};

interface Place {
  isNear: boolean;
  /** As it was last seen, in pixels; undefined before. */
  height: number | undefined;
}

/** Where nothing has a place, as in the tests of a host in jsdom. */
const ALL_NEAR: Place = { isNear: true, height: undefined };

/**
 * Whether `element` is near the viewport, for a part of a long list that is drawn only then, and how high it
 * was, to keep its place meanwhile. What has the focus stays near.
 */
export function useNearViewport(element: RefObject<HTMLElement | null>, isNearAtFirst: boolean): Place {
  const [place, setPlace] = useState<Place>({ isNear: isNearAtFirst, height: undefined });
  useEffect(() => {
    if (!('IntersectionObserver' in window)) return setPlace(ALL_NEAR);
    const observer = new IntersectionObserver((entries) => {
      const latest = entries.at(-1);
      const height = latest?.boundingClientRect.height;
      if (!latest || !height) return; // the whole list is hidden, and comes back as it was
      const isNear = latest.isIntersecting || latest.target.contains(document.activeElement);
      setPlace({ isNear, height });
    }, NEAR);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return place;
}

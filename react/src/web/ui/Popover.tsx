'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { DialogSlotProps } from '../../headless/ui/slots.ts';
import { Dialog } from './Dialog.tsx';

interface PopoverProps extends DialogSlotProps {
  /** The button that opens it. */
  anchor: RefObject<HTMLElement | null>;
}

/** Pixels to the button and to the window's edges. */
const GAP = 8;

/** A dialog below the button that opens it; in a narrow window it is at the bottom, as all dialogs are. */
export function Popover({ anchor, ...dialog }: PopoverProps) {
  const panel = useRef<HTMLDialogElement>(null);
  const { isOpen } = dialog;
  useEffect(() => {
    if (!isOpen) return;
    const settle = () => panel.current && anchor.current && place(panel.current, anchor.current);
    settle();
    addEventListener('resize', settle);
    return () => removeEventListener('resize', settle);
  }, [isOpen, anchor]);
  return <Dialog {...dialog} ref={panel} className="cb-popover" />;
}

/** Ends where the button ends, in the direction of writing, as far as the window has room. */
function place(panel: HTMLElement, button: HTMLElement) {
  const { left, right, bottom } = button.getBoundingClientRect();
  const isRtl = getComputedStyle(button).direction === 'rtl';
  const wanted = isRtl ? left : right - panel.offsetWidth;
  const most = document.documentElement.clientWidth - panel.offsetWidth - GAP;
  panel.style.setProperty('--cb-x', `${Math.max(GAP, Math.min(wanted, most))}px`);
  panel.style.setProperty('--cb-y', `${bottom + GAP}px`);
}

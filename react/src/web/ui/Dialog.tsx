'use client';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { DialogSlotProps } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';

interface DialogProps extends DialogSlotProps {
  className?: string | undefined;
  /** Where a parent needs the element, to place it. */
  ref?: RefObject<HTMLDialogElement | null> | undefined;
}

/**
 * The browser's own modal dialog: it keeps the focus, hides the page from assistive technology and gives the
 * focus back.
 */
export function Dialog(props: DialogProps) {
  const { isOpen, title, closeLabel, onClose, className = '', children } = props;
  const own = useRef<HTMLDialogElement>(null);
  const dialog = props.ref ?? own;
  const heading = useRef<HTMLHeadingElement>(null);
  const pressedBeside = useRef(false); // both ends of a press count, or selecting a text out over the edge would close it
  const titleId = useId();

  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    dialog.current?.addEventListener('wheel', stayOnBackdrop); // React's listeners are passive
    heading.current?.focus(); // rather than the first field, which would open a phone's keyboard over the form
  }, [isOpen, dialog]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, which the browser sees to
    <dialog
      ref={dialog}
      className={`cb-dialog ${className}`}
      aria-labelledby={titleId}
      onClose={() => isOpen && onClose()}
      onMouseDown={(event) => {
        pressedBeside.current = isBeside(event);
      }}
      onClick={(event) => pressedBeside.current && isBeside(event) && onClose()}
    >
      {isOpen && (
        <div className="cb-dialog-panel">
          <header className="cb-dialog-header">
            <h2 ref={heading} id={titleId} className="cb-dialog-title" tabIndex={-1}>
              {title}
            </h2>
            <button type="button" className="cb-dialog-close" aria-label={closeLabel} onClick={onClose}>
              <Icon name="x" />
            </button>
          </header>
          <div className="cb-dialog-body">{children}</div>
        </div>
      )}
    </dialog>
  );
}

const isBeside = (event: Pick<Event, 'target' | 'currentTarget'>) => event.target === event.currentTarget;

/** A wheel on the backdrop would scroll the page behind. */
const stayOnBackdrop = (event: Event) => isBeside(event) && event.preventDefault();

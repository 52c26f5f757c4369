/** Dialogs over the page: in the middle, or as a drawer at its end. The browser keeps the focus inside. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { shared } from '../texts/en.ts';
import { IconButton } from './Button.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end, always in sight. */
  footer?: ReactNode;
  isDrawer?: boolean;
}

/** Open for as long as it is drawn. */
export function Dialog({ title, onClose, children, footer, isDrawer = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by onCancel
    <dialog
      ref={dialog}
      className={isDrawer ? 'dialog drawer' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="dialog-inner">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={shared.form.close} onClick={onClose} />
        </header>
        <div className="dialog-body">{children}</div>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}

/** Details of a row beside its table. */
export function Drawer(props: Omit<DialogProps, 'isDrawer'>) {
  return <Dialog {...props} isDrawer />;
}

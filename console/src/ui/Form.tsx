/** A form whose refusal shows beside the field that the API names, and above it otherwise. */
import { isCallbackError } from '@ringback/client';
import { useMutation } from '@tanstack/react-query';
import { createContext, type FormEvent, type ReactNode, use, useEffect, useRef } from 'react';
import { shared } from '../texts/en.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { errorText } from './states.tsx';

interface FormProps {
  /** On the button that sends it. */
  act: string;
  /** What the fields hold, by name; the form is disabled until it is done. */
  send: (values: Record<string, string>) => Promise<unknown>;
  onDone?: () => void;
  onCancel?: () => void;
  isDanger?: boolean;
  children: ReactNode;
}

/** The refused field and its sentence. */
const RefusalContext = createContext<{ field: string; message: string } | null>(null);

export function Form({ act, send, onDone, onCancel, isDanger = false, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    ...(onDone && { onSuccess: onDone }),
  });
  const field = isCallbackError(error) ? error.field?.replace(/^body\./, '') : undefined;
  const isShownBeside = field !== undefined && form.current?.elements.namedItem(field) != null;
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isPending) mutate(valuesOf(event.currentTarget));
  };
  return (
    <form ref={form} className="form" onSubmit={submit}>
      {error && !isShownBeside && <Banner tone="danger">{errorText(error)}</Banner>}
      <RefusalContext value={isShownBeside ? { field, message: errorText(error) } : null}>
        {children}
      </RefusalContext>
      <div className="form-acts">
        {onCancel && <Button onClick={onCancel}>{shared.form.cancel}</Button>}
        <Button type="submit" look={isDanger ? 'danger' : 'primary'} isBusy={isPending}>
          {isPending ? shared.form.saving : act}
        </Button>
      </div>
    </form>
  );
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].filter((entry) => typeof entry[1] === 'string')) as Record<
    string,
    string
  >;

/** The sentence of the refusal, where it is about this field. */
export function useRefusal(name: string): string | undefined {
  const refusal = use(RefusalContext);
  return refusal?.field === name ? refusal.message : undefined;
}

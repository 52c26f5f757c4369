'use client';
import { useCallbackGuidelines } from '../../headless/people/useCallbackGuidelines.ts';
import type { CallbackGuidelinesProps } from '../../headless/requests/props.ts';
import { Icon } from '../ui/Icon.tsx';

/** The advice for one side, as a part of another component. */
export function Guidelines(props: CallbackGuidelinesProps) {
  const { title, tips, isOpen, setOpen } = useCallbackGuidelines(props);
  return (
    <details className="cb-guidelines" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="info" />
        {title}
      </summary>
      <ul>
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </details>
  );
}

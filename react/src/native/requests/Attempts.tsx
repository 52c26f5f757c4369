/** The seller's call attempts, latest first, and when the next one is planned. */
import type { AttemptList } from '../../headless/requests/attempts.ts';
import { Column } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';

export function Attempts({ attempts }: { attempts: AttemptList | undefined }) {
  if (!attempts) return null;
  const { label, lines, next } = attempts;
  return (
    <Column gap={0.5}>
      <Text kind="label" accessible>
        {label}
      </Text>
      {[...lines, ...(next === undefined ? [] : [next])].map((line) => (
        <Text key={line} accessible>
          {line}
        </Text>
      ))}
    </Column>
  );
}

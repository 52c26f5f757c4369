/** The seller's numbers. */
import { CallbackStats } from '@ringback/react';
import { useWords } from '../app/settings.tsx';

export function Numbers() {
  const { desk } = useWords();
  return (
    <section className="numbers" aria-labelledby="numbers">
      <h2 id="numbers">{desk.numbers}</h2>
      <CallbackStats as="seller" />
    </section>
  );
}

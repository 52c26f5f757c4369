/** What each of the first figures counts, behind a press. docs/metrics.md has the whole of it. */
import { texts } from './texts.ts';

const { definitions: words, headlines } = texts;

export function Definitions() {
  return (
    <details className="definitions">
      <summary>{words.title}</summary>
      <dl>
        {Object.entries(words.of).map(([name, meaning]) => (
          <div key={name}>
            <dt>{headlines[name as keyof typeof words.of]}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

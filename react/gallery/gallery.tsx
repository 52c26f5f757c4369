/**
 * Every component in every state, theme and direction, from the states that the tests look at: a new one appears
 * by itself. Each is a page of its own in a frame, because only one dialog of a page can be open.
 */
import { type SyntheticEvent, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { LOOKS } from '../tests/web/support/looks.tsx';

const VARIANTS = [
  { title: 'Light', width: 480, query: 'mode=light' },
  { title: 'Dark', width: 480, query: 'mode=dark' },
  { title: 'Right to left', width: 480, query: 'mode=light&locale=ar' },
  { title: '280 px', width: 280, query: 'mode=light' },
];
/** A dialog takes what room there is. */
const DIALOG_HEIGHT = 720;

/** `card-undo` is a state of `card`. */
const groupOf = (look: string) => look.split('-', 1)[0] ?? look;
const GROUPS = Map.groupBy(Object.keys(LOOKS), groupOf);

function Gallery() {
  const hash = useSyncExternalStore(subscribeToHash, () => location.hash.slice(1));
  const chosen = GROUPS.has(hash) ? hash : [...GROUPS.keys()][0];
  return (
    <>
      <nav aria-label="Components">
        <h1>Gallery</h1>
        {[...GROUPS].map(([group, looks]) => (
          <a
            key={group}
            href={`#${group}`}
            data-look={looks[0]}
            aria-current={group === chosen ? 'page' : undefined}
          >
            {group} <span>{looks.length}</span>
          </a>
        ))}
      </nav>
      <main>
        {GROUPS.get(chosen ?? '')?.map((look) => (
          <Look key={look} look={look} />
        ))}
      </main>
    </>
  );
}

function Look({ look }: { look: string }) {
  return (
    <section aria-label={look}>
      <h2>{look}</h2>
      <div className="variants">
        {VARIANTS.map(({ title, width, query }) => (
          <figure key={title} style={{ inlineSize: width }}>
            <figcaption>{title}</figcaption>
            <iframe
              title={`${look}, ${title}`}
              src={`./look.html?look=${look}&${query}`}
              loading="lazy"
              onLoad={fitToContent}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}

/** As high as what is in it, also when that comes or changes later. */
function fitToContent({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>): void {
  const { contentDocument: page } = frame;
  if (!page) return;
  const fit = () => {
    const height = page.querySelector('dialog[open]') ? DIALOG_HEIGHT : page.body.scrollHeight;
    frame.style.blockSize = `${height}px`;
  };
  new ResizeObserver(fit).observe(page.body);
  new MutationObserver(fit).observe(page.body, { childList: true, subtree: true });
}

function subscribeToHash(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

createRoot(document.body).render(<Gallery />);

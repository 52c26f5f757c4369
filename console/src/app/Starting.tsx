/** The empty frame, as index.html shows it too until the scripts are there. */
import { shared } from '../texts/en.ts';
import { Skeleton } from '../ui/states.tsx';

export function Starting() {
  return (
    <div className="app">
      <div className="sidebar">
        <p className="sidebar-name">
          <img src="./icon.svg" alt="" width="28" height="28" />
          <strong>{shared.product}</strong>
        </p>
      </div>
      <header className="phone-bar">
        <span className="icon-button" />
        <span className="phone-bar-name">{shared.product}</span>
      </header>
      <main>
        <Skeleton />
      </main>
    </div>
  );
}

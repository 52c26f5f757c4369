/** The frame without words, as index.html shows it too until the scripts are there. */
import { Skeleton } from '../ui/states.tsx';

export function Starting() {
  return (
    <div className="app">
      <div className="sidebar" />
      <main>
        <Skeleton />
      </main>
    </div>
  );
}

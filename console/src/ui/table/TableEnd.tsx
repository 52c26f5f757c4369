/** Below a table: how many rows are shown, and the way to more. */
import { shared } from '../../texts/en.ts';
import { Button } from '../Button.tsx';
import { format } from '../format.ts';
import type { Pages } from './usePages.ts';

export function TableEnd<Row>({ pages: { rows, hasMore, isLoadingMore, loadMore } }: { pages: Pages<Row> }) {
  return (
    <footer className="table-end">
      <span>{rows ? shared.table.shown(format.number(rows.length)) : ' '}</span>
      {hasMore && (
        <Button isBusy={isLoadingMore} onClick={loadMore}>
          {isLoadingMore ? shared.states.loading : shared.table.more}
        </Button>
      )}
    </footer>
  );
}

/**
 * A list of objects, one a row: dense on a wide screen, a readable card a row on a phone. TanStack Table keeps which
 * columns are seen and which rows are selected; sorting and paging are the API's.
 */
import {
  columnVisibilityFeature,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { shared } from '../../texts/en.ts';
import { Empty, Failed } from '../states.tsx';
import { useColumnChoice } from './columns.ts';
import { Head } from './Head.tsx';
import { Rows } from './Rows.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import { TableEnd } from './TableEnd.tsx';
import { TableTools } from './TableTools.tsx';
import type { TableProps } from './types.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const NO_ROWS: never[] = [];

export function Table<Row extends object>(props: TableProps<Row>) {
  const { id, label, columns, pages, rowId, bulk, sort, open } = props;
  const { visible, choose } = useColumnChoice(id, columns);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const definitions = useMemo(() => columns.map((column) => ({ id: column.id })), [columns]);
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: pages.rows ?? NO_ROWS,
    getRowId: rowId,
    enableRowSelection: bulk !== undefined,
    state: { columnVisibility: visible, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const shown = table
    .getVisibleLeafColumns()
    .flatMap((column) => columns.find((candidate) => candidate.id === column.id) ?? []);
  const rows = table.getRowModel().rows;
  const selected = rows.filter((row) => row.getIsSelected()).map(({ original }) => original);
  if (pages.error) return <Failed error={pages.error} retry={pages.retry} />;
  if (pages.rows?.length === 0) return props.empty ?? <Empty title={shared.states.nothingFound} />;
  return (
    <div className="table-box">
      <TableTools
        {...props}
        visible={visible}
        choose={choose}
        selected={selected}
        clear={() => setRowSelection({})}
      />
      <div className="table-scroll">
        <table aria-label={label} aria-busy={!pages.rows}>
          <Head
            columns={shown}
            {...(sort && { sort })}
            {...(bulk && {
              selection: {
                isAll: table.getIsAllRowsSelected(),
                isSome: table.getIsSomeRowsSelected(),
                toggle: () => table.toggleAllRowsSelected(),
              },
            })}
          />
          {pages.rows ? (
            <Rows
              columns={shown}
              rows={rows.map((row) => ({
                id: row.id,
                value: row.original,
                isSelected: row.getIsSelected(),
                toggle: () => row.toggleSelected(),
              }))}
              isSelectable={bulk !== undefined}
              {...(open && { open })}
            />
          ) : (
            <SkeletonRows columns={shown.length + (bulk ? 1 : 0)} />
          )}
        </table>
      </div>
      <TableEnd pages={pages} />
    </div>
  );
}

/** Above a table: which columns are seen and the export, or, while rows are selected, the acts on them. */
import type { ColumnVisibilityState } from '@tanstack/react-table';
import { useTransition } from 'react';
import { shared } from '../../texts/en.ts';
import { Button } from '../Button.tsx';
import { CheckField } from '../Field.tsx';
import { format } from '../format.ts';
import { Menu } from '../Menu.tsx';
import { useNotify } from '../Notices.tsx';
import { errorText } from '../states.tsx';
import type { Column } from './columns.ts';
import { download, toCsv } from './csv.ts';
import type { TableProps } from './types.ts';
import type { Pages } from './usePages.ts';

interface TableToolsProps<Row> extends TableProps<Row> {
  visible: ColumnVisibilityState;
  choose: (column: string, isVisible: boolean) => void;
  selected: Row[];
  clear: () => void;
}

export function TableTools<Row>(props: TableToolsProps<Row>) {
  const { columns, pages, bulk, isExported, label, visible, choose, selected, clear } = props;
  if (bulk && selected.length > 0) {
    return (
      <div className="table-tools is-bulk" role="toolbar" aria-label={shared.table.actions}>
        <span role="status">{shared.table.selected(format.number(selected.length))}</span>
        {bulk(selected, clear)}
        <Button look="quiet" onClick={clear}>
          {shared.table.clear}
        </Button>
      </div>
    );
  }
  return (
    <div className="table-tools">
      {isExported && <ExportButton label={label} columns={columns} pages={pages} />}
      <ColumnMenu columns={columns} visible={visible} choose={choose} />
    </div>
  );
}

type ColumnMenuProps<Row> = Pick<TableToolsProps<Row>, 'columns' | 'visible' | 'choose'>;

function ColumnMenu<Row>({ columns, visible, choose }: ColumnMenuProps<Row>) {
  return (
    <Menu label={shared.table.columns} icon="columns" className="button button-quiet">
      {columns
        .filter(({ isTitle }) => !isTitle)
        .map(({ id, label }) => (
          <CheckField
            key={id}
            label={label}
            checked={visible[id] ?? true}
            onChange={({ target }) => choose(id, target.checked)}
          />
        ))}
    </Menu>
  );
}

function ExportButton<Row>({
  label,
  columns,
  pages,
}: {
  label: string;
  columns: Column<Row>[];
  pages: Pages<Row>;
}) {
  const [isBusy, start] = useTransition();
  const notify = useNotify();
  const save = () =>
    start(async () => {
      try {
        const { rows, isAll } = await pages.loadAll();
        const written = columns.filter(({ csv }) => csv);
        const cells = rows.map((row) => written.map(({ csv }) => csv?.(row)));
        download(
          `${label.toLowerCase().replaceAll(/\W+/g, '-')}.csv`,
          toCsv(
            written.map(({ id }) => id),
            cells,
          ),
        );
        notify({ tone: 'success', message: shared.table.exported(rows.length, isAll) });
      } catch (error) {
        notify({ tone: 'danger', message: errorText(error) });
      }
    });
  return (
    <Button look="quiet" icon="download" isBusy={isBusy} onClick={save}>
      {isBusy ? shared.table.exporting : shared.table.export}
    </Button>
  );
}

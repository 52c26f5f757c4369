/** A table's rows. Pressing one anywhere follows the link in its title, which is a real one. */
import type { ReactNode } from 'react';
import { shared } from '../../texts/en.ts';
import { TargetLink } from '../TargetLink.tsx';
import type { Column } from './columns.ts';
import { SelectBox } from './SelectBox.tsx';
import type { RowTarget } from './types.ts';

interface RowState<Row> {
  id: string;
  value: Row;
  isSelected: boolean;
  toggle: () => void;
}

interface RowsProps<Row> {
  columns: Column<Row>[];
  rows: RowState<Row>[];
  isSelectable: boolean;
  open?: (row: Row) => RowTarget;
}

export function Rows<Row>({ columns, rows, isSelectable, open }: RowsProps<Row>) {
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row.id} data-selected={row.isSelected || undefined}>
          {isSelectable && (
            <td className="cell-select">
              <SelectBox
                label={shared.table.select(row.id)}
                isChecked={row.isSelected}
                onChange={row.toggle}
              />
            </td>
          )}
          {columns.map((column) => (
            <td
              key={column.id}
              data-label={column.label}
              data-align={column.align}
              data-title={column.isTitle}
            >
              {column.isTitle && open ? (
                <Opener target={open(row.value)}>{column.cell(row.value)}</Opener>
              ) : (
                column.cell(row.value)
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Opener({ target, children }: { target: RowTarget; children: ReactNode }) {
  if (typeof target === 'function') {
    return (
      <button type="button" className="row-link" onClick={target}>
        {children}
      </button>
    );
  }
  return (
    <TargetLink {...target} className="row-link">
      {children}
    </TargetLink>
  );
}

/** The columns of a table, and which of them the reader has chosen to see. */
import type { ColumnVisibilityState } from '@tanstack/react-table';
import { type ReactNode, useState } from 'react';
import { keep, readKept } from '../../app/kept.ts';
import type { CsvValue } from './csv.ts';

export interface Column<Row> {
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Its value in a file; left out of files without it. */
  csv?: (row: Row) => CsvValue;
  /** Numbers stand at the end. */
  align?: 'end';
  /** The name by which the API sorts it. */
  sort?: string;
  /** Names the row: it is always there, leads to what the row opens, and heads the row on a phone. */
  isTitle?: true;
  /** Shown only when the reader asks for it. */
  isExtra?: true;
}

/** Kept in the browser, by the table's id. */
export function useColumnChoice<Row>(id: string, columns: Column<Row>[]) {
  const name = `columns-${id}`;
  const [visible, setVisible] = useState<ColumnVisibilityState>(() => ({
    ...Object.fromEntries(columns.filter(({ isExtra }) => isExtra).map((column) => [column.id, false])),
    ...readChoice(name),
  }));
  const choose = (column: string, isVisible: boolean) => {
    const next = { ...visible, [column]: isVisible };
    keep(name, JSON.stringify(next));
    setVisible(next);
  };
  return { visible, choose };
}

/** What an older version kept, or another program wrote, counts for nothing. */
function readChoice(name: string): ColumnVisibilityState {
  try {
    const kept: unknown = JSON.parse(readKept(name) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as ColumnVisibilityState) : {};
  } catch {
    return {};
  }
}

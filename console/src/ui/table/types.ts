/** What a table is given. */
import type { ReactNode } from 'react';
import type { Target } from '../TargetLink.tsx';
import type { Column } from './columns.ts';
import type { Pages } from './usePages.ts';

/** A page, or an act such as opening a drawer. */
export type RowTarget = Target | (() => void);

export interface TableProps<Row> {
  /** Its column choice is kept under it. */
  id: string;
  /** What it lists, for assistive technology and for the file's name. */
  label: string;
  columns: Column<Row>[];
  /** From usePages, or wholeList. */
  pages: Pages<Row>;
  rowId: (row: Row) => string;
  /** Where a press on the row leads. */
  open?: (row: Row) => RowTarget;
  /** The API's name of a column, with a minus before it for descending. */
  sort?: { by: string | undefined; set: (by: string) => void };
  /** Acts on the rows that are selected. Without it none can be. */
  bulk?: (rows: Row[], clear: () => void) => ReactNode;
  /** Offers the whole list as a file. */
  isExported?: boolean;
  empty?: ReactNode;
}

/** A table's head: the columns' names, those that the API sorts as buttons. */
import { shared } from '../../texts/en.ts';
import { Icon } from '../Icon.tsx';
import type { Column } from './columns.ts';
import { SelectBox } from './SelectBox.tsx';

interface Sort {
  by: string | undefined;
  set: (by: string) => void;
}

interface HeadProps<Row> {
  columns: Column<Row>[];
  sort?: Sort;
  selection?: { isAll: boolean; isSome: boolean; toggle: () => void };
}

export function Head<Row>({ columns, sort, selection }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className="cell-select">
            <SelectBox
              label={shared.table.selectAll}
              isChecked={selection.isAll}
              isMixed={selection.isSome}
              onChange={selection.toggle}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} {...(sort && { sort })} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({ column: { label, align, sort: name }, sort }: { column: Column<Row>; sort?: Sort }) {
  if (!sort || !name)
    return (
      <th scope="col" data-align={align}>
        {label}
      </th>
    );
  const direction = sort.by === name ? 'ascending' : sort.by === `-${name}` ? 'descending' : undefined;
  return (
    <th scope="col" data-align={align} {...(direction && { 'aria-sort': direction })}>
      <button
        type="button"
        className="sort"
        onClick={() => sort.set(direction === 'descending' ? name : `-${name}`)}
      >
        {label}
        <Icon
          name={direction === 'ascending' ? 'arrow-up' : direction === 'descending' ? 'arrow-down' : 'sort'}
        />
      </button>
    </th>
  );
}

/** The table: rows lead somewhere, columns are chosen, rows selected, pages loaded, the whole list saved as a file. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Column } from '../../src/ui/table/columns.ts';
import { Table } from '../../src/ui/table/Table.tsx';
import { type KeysetPage, usePages } from '../../src/ui/table/usePages.ts';
import { findViolations } from '../support/looks.ts';
import { openUi } from '../support/openUi.tsx';

interface Fruit {
  id: string;
  name: string;
  count: number;
}

const FRUIT: Fruit[] = ['Apple', 'Banana', '=Cherry'].map((name, index) => ({
  id: `f${index}`,
  name,
  count: 10 + index,
}));

const COLUMNS: Column<Fruit>[] = [
  { id: 'name', label: 'Name', cell: ({ name }) => name, csv: ({ name }) => name, isTitle: true },
  {
    id: 'count',
    label: 'Count',
    cell: ({ count }) => count,
    csv: ({ count }) => count,
    align: 'end',
    sort: 'count',
  },
  { id: 'id', label: 'Id', cell: ({ id }) => id, isExtra: true },
];

/** Two rows, then the third. */
const load = async (cursor?: string): Promise<KeysetPage<Fruit>> =>
  cursor === undefined
    ? { items: FRUIT.slice(0, 2), next_cursor: 'two' }
    : { items: FRUIT.slice(2), next_cursor: null };

interface ListProps {
  source?: typeof load;
  sort?: (by: string) => void;
  remove?: (rows: Fruit[]) => void;
}

function List({ source = load, sort, remove }: ListProps) {
  const pages = usePages<Fruit>({ key: ['fruit'], load: source });
  return (
    <Table
      id="fruit"
      label="Fruit"
      columns={COLUMNS}
      pages={pages}
      rowId={({ id }) => id}
      open={({ id }: Fruit) => ({ to: '/fruit/$id', params: { id } })}
      isExported
      {...(sort && { sort: { by: 'count', set: sort } })}
      {...(remove && {
        bulk: (rows: Fruit[]) => (
          <button type="button" onClick={() => remove(rows)}>
            Remove
          </button>
        ),
      })}
    />
  );
}

const row = (name: string) => page.getByRole('row').filter({ hasText: name });

test('a press anywhere on a row follows its link', async () => {
  const router = await openUi(<List />);
  await row('Banana').getByText('11').click({ force: true });
  expect(router.state.location.pathname).toBe('/fruit/f1');
});

test('a column that is chosen stays chosen', async () => {
  await openUi(<List />);
  await expect.element(page.getByRole('columnheader', { name: 'Id' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Id' }).click();
  await expect.element(page.getByRole('columnheader', { name: 'Id' })).toBeVisible();
  expect(JSON.parse(localStorage.getItem('ringback-console-columns-fruit') ?? '')).toEqual({ id: true });
});

test('sorts by asking the API', async () => {
  const sort = vi.fn();
  await openUi(<List sort={sort} />);
  await expect
    .element(page.getByRole('columnheader', { name: 'Count' }))
    .toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Count' }).click();
  expect(sort).toHaveBeenCalledWith('-count');
});

test('selects rows by keyboard, and acts on them', async () => {
  const remove = vi.fn();
  await openUi(<List remove={remove} />);
  const box = page.getByRole('checkbox', { name: 'Select f1' });
  await expect.element(box).toBeVisible();
  (box.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(page.getByText('1 selected')).toBeVisible();
  expect(await findViolations()).toEqual([]);
  await page.getByRole('button', { name: 'Remove' }).click();
  expect(remove).toHaveBeenCalledWith([FRUIT[1]]);
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await expect.element(box).not.toBeChecked();
});

test('loads more until the end', async () => {
  await openUi(<List />);
  await expect.element(page.getByText('2 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect.element(page.getByText('3 shown')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
});

test('saves the whole list, also what is not shown', async () => {
  const save = vi.spyOn(URL, 'createObjectURL');
  await openUi(<List />);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect.element(page.getByText('Exported 3 rows.')).toBeVisible();
  const file = save.mock.calls[0]?.[0] as Blob;
  expect(await file.text()).toBe("name,count\r\nApple,10\r\nBanana,11\r\n'=Cherry,12\r\n");
  save.mockRestore();
});

test('shows why it is empty of rows: none, or a failure with its code and another attempt', async () => {
  let isBroken = true;
  const source = vi.fn(async () => {
    if (isBroken) throw new CallbackError('database_unavailable', 'The database does not answer.');
    return { items: [], next_cursor: null };
  });
  await openUi(<List source={source} />);
  await expect.element(page.getByRole('alert').getByText(/Error code: database_unavailable/)).toBeVisible();
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Nothing matches these filters')).toBeVisible();
});

test('on a phone each row is a card with its labels', async () => {
  await page.viewport(360, 740);
  await openUi(<List remove={() => {}} />);
  await expect.element(row('Banana')).toBeVisible();
  const cell = row('Banana').getByRole('cell').nth(2).element();
  expect(getComputedStyle(cell, '::before').content).toBe('"Count"');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  expect(await findViolations()).toEqual([]);
});

/** The entries as the API gives them, one JSON object a line: for programs, which CSV is not. */
import type { AuditEntry } from '@ringback/client';
import { useTransition } from 'react';
import { Button } from '../ui/Button.tsx';
import { format } from '../ui/format.ts';
import { useNotify } from '../ui/Notices.tsx';
import { errorText } from '../ui/states.tsx';
import { download } from '../ui/table/csv.ts';
import type { Pages } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

export function ExportLines({ pages }: { pages: Pages<AuditEntry> }) {
  const [isBusy, start] = useTransition();
  const notify = useNotify();
  const save = () =>
    start(async () => {
      try {
        const { rows, isAll } = await pages.loadAll();
        download('audit.ndjson', toLines(rows), 'application/x-ndjson');
        const count = format.number(rows.length);
        notify({ tone: 'success', message: isAll ? texts.exported(count) : texts.exportedFirst(count) });
      } catch (error) {
        notify({ tone: 'danger', message: errorText(error) });
      }
    });
  return (
    <Button icon="download" isBusy={isBusy} onClick={save}>
      {isBusy ? texts.exporting : texts.exportLines}
    </Button>
  );
}

export const toLines = (rows: AuditEntry[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

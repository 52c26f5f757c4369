/** What buyers agree to: its versions, and how an admin publishes the next. */
import type { ConsentVersion } from '@ringback/client';
import { useState } from 'react';
import { useClient } from '../app/client.tsx';
import { useCan } from '../app/session.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { useConsentTexts, useDone } from './queries.ts';
import { texts } from './texts.ts';

const { consent: words } = texts;

export function Consent() {
  const query = useConsentTexts();
  const isAdmin = useCan('admin');
  const [isPublishing, setIsPublishing] = useState(false);
  return (
    <Section
      title={words.title}
      actions={isAdmin && <Button onClick={() => setIsPublishing(true)}>{words.publish}</Button>}
    >
      <p className="quiet">{words.lead}</p>
      <Table<ConsentVersion>
        id="consent"
        label={words.title}
        columns={COLUMNS}
        pages={wholeList(query)}
        rowId={({ version }) => String(version)}
        empty={<Empty title={words.none} />}
      />
      {isPublishing && <PublishDialog last={query.data?.[0]} onClose={() => setIsPublishing(false)} />}
    </Section>
  );
}

const COLUMNS: Column<ConsentVersion>[] = [
  { id: 'version', label: words.version, isTitle: true, cell: ({ version }) => format.number(version) },
  {
    id: 'texts',
    label: words.texts,
    cell: ({ texts: byLocale }) =>
      Object.entries(byLocale).map(([locale, text]) => (
        <p key={locale} lang={locale} dir="auto">
          <code>{locale}</code> {text}
        </p>
      )),
  },
  { id: 'published', label: words.published, cell: ({ published_at }) => <Time at={published_at} /> },
  { id: 'by', label: words.by, cell: ({ published_by }) => published_by ?? words.builtIn },
];

interface PublishDialogProps {
  last: ConsentVersion | undefined;
  onClose: () => void;
}

/** Starts with the texts of the version before; a language without a text is left out. */
function PublishDialog({ last, onClose }: PublishDialogProps) {
  const client = useClient();
  const done = useDone(words.done, onClose);
  const languages = Object.entries({ ...words.languages, ...ownLanguages(last) });
  return (
    <Dialog title={words.publish} onClose={onClose}>
      <Form
        act={words.act}
        onCancel={onClose}
        onDone={done}
        send={(values) =>
          client.publishConsentText({
            texts: Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== '')),
          })
        }
      >
        <p>{words.body}</p>
        {languages.map(([locale, label]) => (
          <TextArea
            key={locale}
            name={locale}
            label={label}
            lang={locale}
            dir="auto"
            maxLength={1000}
            defaultValue={last?.texts[locale] ?? ''}
          />
        ))}
      </Form>
    </Dialog>
  );
}

const ownLanguages = (last: ConsentVersion | undefined) =>
  Object.fromEntries(
    Object.keys(last?.texts ?? {})
      .filter((locale) => !(locale in words.languages))
      .map((locale) => [locale, locale]),
  );

/** Editing a request: what was typed is kept until it is sent or discarded. */
import { expect, test } from 'vitest';
import { createMemoryStorage, useEditForm, useRequestSummary } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeRequest } from '../../support/samples.ts';
import { act, renderProbe } from '../support/renderHook.tsx';

type Summary = ReturnType<typeof useRequestSummary>;
type Form = ReturnType<typeof useEditForm>;
interface Result {
  summary: Summary;
  form: Form | undefined;
}
interface Props {
  props: ReturnType<typeof makeRequest>;
  report: (result: Result) => void;
}

function Panel({ props: request, report }: Props) {
  const summary = useRequestSummary(request);
  if (summary.edit?.isOpen) return <Editing summary={summary} edit={summary.edit} report={report} />;
  report({ summary, form: undefined });
  return null;
}

interface EditingProps extends Pick<Props, 'report'> {
  summary: Summary;
  edit: NonNullable<Summary['edit']>;
}

function Editing({ summary, edit, report }: EditingProps) {
  report({ summary, form: useEditForm(edit.formOptions) });
  return null;
}

const REQUEST = makeRequest({ message: 'Is it new?' });
const ENDED = {
  ...REQUEST,
  status: 'expired',
  updated_at: new Date(Date.now() + 1000).toISOString(),
} as const;
const storage = () => ({ storage: createMemoryStorage() });

async function openEdit(options: ReturnType<typeof storage>) {
  const client = createFakeClient({ requests: [REQUEST] });
  const panel = await renderProbe(Panel, REQUEST, { client, ...options });
  await act(async () => panel.result.current.summary.edit?.open.run());
  return panel;
}
type Panel = Awaited<ReturnType<typeof openEdit>>;
const write = ({ result }: Panel, text: string) => act(async () => result.current.form?.set('message', text));

test('stays while the request ends, and says that it cannot be saved', async () => {
  const panel = await openEdit(storage());
  await write(panel, 'Is it used?');
  await panel.rerender(ENDED);
  const { summary, form } = panel.result.current;
  expect(form?.values.message).toBe('Is it used?');
  expect(summary.edit?.reason).toMatch(/^This request has ended/);
  await act(async () => summary.edit?.close());
  expect(panel.result.current.form).toBeUndefined();
  expect(panel.result.current.summary.edit).toBeUndefined();
});

test('goes with the request where nothing was typed', async () => {
  const panel = await openEdit(storage());
  await panel.rerender(ENDED);
  expect(panel.result.current.summary.edit).toBeUndefined();
});

test('is there again after the component was away, unless it was discarded', async () => {
  const options = storage();
  const client = createFakeClient({ requests: [REQUEST] });
  const panel = await renderProbe<Result, boolean>(Away, true, { client, ...options });
  await act(async () => panel.result.current?.summary.edit?.open.run());
  await act(async () => panel.result.current?.form?.set('message', 'Is it used?'));
  await panel.rerender(false);
  await panel.rerender(true);
  expect(panel.result.current?.form?.values.message).toBe('Is it used?');
  await act(async () => panel.result.current?.summary.edit?.close());
  await panel.rerender(false);
  await panel.rerender(true);
  expect(panel.result.current?.form).toBeUndefined();
});

/** The panel, which another tab may take away. */
function Away({ props: isHere, report }: { props: boolean; report: (result: Result) => void }) {
  return isHere ? <Panel props={REQUEST} report={report} /> : null;
}

test('is gone once it is sent', async () => {
  const panel = await openEdit(storage());
  await write(panel, 'Is it used?');
  await act(async () => panel.result.current.form?.submit());
  await panel.until(({ form }) => form === undefined);
  await act(async () => panel.result.current.summary.edit?.open.run());
  await panel.until(({ form }) => form?.values.message === 'Is it used?');
  await panel.rerender({ ...ENDED, message: 'Is it used?' });
  expect(panel.result.current.form).toBeUndefined();
});

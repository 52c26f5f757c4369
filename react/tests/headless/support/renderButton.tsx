/** The button with what its dialog shows, put together as the views do it. */
import type { CallbackRequest } from '@ringback/client';
import { focusManager } from '@tanstack/react-query';
import {
  type CallbackButtonModel,
  type CallbackFormModel,
  type CallbackRequestButtonProps,
  type DraftField,
  type EditFormOptions,
  type FormField,
  type Option,
  type RequestSummary,
  useCallbackButton,
  useCallbackForm,
  useEditForm,
  useRequestSummary,
} from '../../../src/headless/index.ts';
import type { FakeClient } from '../../support/fakeClient.ts';
import { LISTING_ID, SELLER_ID } from '../../support/samples.ts';
import { act, type ProbeProps, type Rendered, type RenderOptions, renderProbe } from './renderHook.tsx';

interface ButtonWithDialog extends CallbackButtonModel {
  /** While the dialog shows one: of the request, or of its edit. */
  form?: CallbackFormModel;
  /** While the dialog shows it. */
  summary?: RequestSummary;
}

export type Button = Rendered<ButtonWithDialog, CallbackRequestButtonProps>;

export const renderButton = (props: CallbackRequestButtonProps, options: RenderOptions): Promise<Button> =>
  renderProbe(ButtonProbe, props, options);

function ButtonProbe({ props, report }: ProbeProps<ButtonWithDialog, CallbackRequestButtonProps>) {
  const button = useCallbackButton(props);
  const { dialog, request } = button;
  if (dialog === 'form') return <FormProbe button={button} report={report} />;
  if (dialog === 'request' && request)
    return <SummaryProbe button={button} request={request} report={report} />;
  report(button);
  return null;
}

interface PanelProbeProps extends Pick<ProbeProps<ButtonWithDialog, never>, 'report'> {
  button: CallbackButtonModel;
}

function FormProbe({ button, report }: PanelProbeProps) {
  report({ ...button, form: useCallbackForm(button.formOptions) });
  return null;
}

function SummaryProbe({ button, request, report }: PanelProbeProps & { request: CallbackRequest }) {
  const shown = {
    ...button,
    summary: useRequestSummary(request, {
      onAnnounce: button.clearAnnouncement,
      onRequestAgain: button.requestAgain,
    }),
  };
  const { edit } = shown.summary;
  if (edit?.isOpen) return <EditProbe button={shown} report={report} options={edit.formOptions} />;
  report(shown);
  return null;
}

function EditProbe({ button, options, report }: PanelProbeProps & { options: EditFormOptions }) {
  report({ ...button, form: useEditForm(options) });
  return null;
}

export function formOf({ result }: Button): CallbackFormModel {
  const { form } = result.current;
  if (!form) throw new Error('The form is not open.');
  return form;
}

export function fieldOf({ fields, preferredTimes }: CallbackFormModel, name: DraftField): FormField {
  const field = [...fields, ...preferredTimes.fields].find((known) => known.name === name);
  if (!field) throw new Error(`The form does not ask for ${name}.`);
  return field;
}

export function optionsOf(form: CallbackFormModel, name: DraftField): readonly Option[] {
  const field = fieldOf(form, name);
  return 'options' in field ? field.options : [];
}

export function toggle(button: Button, name: DraftField, value: string) {
  const field = fieldOf(formOf(button), name);
  if (field.kind !== 'choices') throw new Error(`One choice alone: ${name}.`);
  return act(async () => field.toggle(value));
}

export function summaryOf({ result }: Button): RequestSummary {
  const { summary } = result.current;
  if (!summary) throw new Error('The request is not shown.');
  return summary;
}

export const PROPS: CallbackRequestButtonProps = {
  listingId: LISTING_ID,
  sellerId: SELLER_ID,
  sellerName: 'Kofi Boateng',
  sellerHasPhone: true,
  listingTitle: 'Bicycle',
};
const PROFILE = { name: 'Ama Mensah', phone: '+442079460018' };

export const openListing = (options: RenderOptions = {}, props: Partial<CallbackRequestButtonProps> = {}) =>
  renderButton({ ...PROPS, ...props } as CallbackRequestButtonProps, options);

/** The form, open, with what is known of the buyer. */
export async function openForm(options: RenderOptions = {}, props: Partial<CallbackRequestButtonProps> = {}) {
  const button = await openListing({ profile: PROFILE, ...options }, props);
  await button.until(({ state }) => state === 'available');
  await act(async () => button.result.current.press());
  await button.until(({ form }) => form !== undefined && optionsOf(form, 'region').length > 1);
  return button;
}

export function type(button: Button, name: 'phone' | 'name' | 'message', value: string) {
  const field = fieldOf(formOf(button), name);
  if (!('set' in field)) throw new Error(`Nothing can be typed: ${name}.`);
  return act(async () => field.set(value));
}
export const submit = (button: Button) => act(async () => formOf(button).submit());
export const createdIn = (client: FakeClient) =>
  client.callsOf('createCallbackRequest').map(([input]) => input);

/** The reader returns to the page: what is open is asked for again. */
export function comeBack() {
  focusManager.setFocused(false);
  focusManager.setFocused(true);
}

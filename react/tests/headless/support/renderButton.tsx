/** The button with what its dialog shows, put together as the views do it. */
import type { CallbackRequest } from '@ringback/client';
import {
  type CallbackButtonModel,
  type CallbackFormModel,
  type CallbackRequestButtonProps,
  type CorrectionFormOptions,
  type RequestSummary,
  useCallbackButton,
  useCallbackForm,
  useCorrectionForm,
  useRequestSummary,
} from '../../../src/headless/index.ts';
import { type ProbeProps, type Rendered, type RenderOptions, renderProbe } from './renderHook.tsx';

interface ButtonWithDialog extends CallbackButtonModel {
  /** While the dialog shows one: of the request, or of its correction. */
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
  const shown = { ...button, summary: useRequestSummary(request) };
  const { correction } = shown.summary;
  if (correction?.isOpen)
    return <CorrectionProbe button={shown} report={report} options={correction.formOptions} />;
  report(shown);
  return null;
}

function CorrectionProbe({ button, options, report }: PanelProbeProps & { options: CorrectionFormOptions }) {
  report({ ...button, form: useCorrectionForm(options) });
  return null;
}

export function formOf({ result }: Button): CallbackFormModel {
  const { form } = result.current;
  if (!form) throw new Error('The form is not open.');
  return form;
}

export function summaryOf({ result }: Button): RequestSummary {
  const { summary } = result.current;
  if (!summary) throw new Error('The request is not shown.');
  return summary;
}

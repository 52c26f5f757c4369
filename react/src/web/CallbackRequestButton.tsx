'use client';
import { useCallbackButton } from '../headless/models/useCallbackButton.ts';
import type { CallbackButtonModel } from '../headless/models.ts';
import type { CallbackRequestButtonProps } from '../headless/props.ts';
import { CallbackRequestDialog } from './CallbackRequestDialog.tsx';
import { dialogPanel } from './DialogContent.tsx';
import { Root } from './Root.tsx';
import { Status } from './ui/Status.tsx';
import { useParts } from './useParts.ts';
import { useWarmUp } from './useWarmUp.ts';

/** On a listing: asks the seller for a call, or shows the call that was asked for. */
export function CallbackRequestButton(props: CallbackRequestButtonProps) {
  return <CallbackRequestButtonView {...props} model={useCallbackButton(props)} />;
}

interface CallbackRequestButtonViewProps extends Pick<CallbackRequestButtonProps, 'variant' | 'size'> {
  model: CallbackButtonModel;
}

/** Draws a model of the button. */
export function CallbackRequestButtonView(props: CallbackRequestButtonViewProps) {
  const { model, variant = 'outline', size = 'md' } = props;
  const { Button } = useParts();
  const isUnavailable = model.state === 'unavailable';
  const warmUp = useWarmUp(dialogPanel, model.state === 'available' || model.state === 'requested');
  if (model.state === 'hidden') return null;
  return (
    <Root className="cb-request" {...warmUp}>
      <Button
        variant={variant}
        size={size}
        icon={model.icon}
        isBusy={model.state === 'checking'}
        isDisabled={isUnavailable}
        accessibilityLabel={isUnavailable && model.note ? `${model.label}. ${model.note}` : undefined}
        onPress={model.press}
      >
        {model.label}
      </Button>
      <p className="cb-request-note">{model.note}</p>
      <Status>{model.announcement?.message}</Status>
      <CallbackRequestDialog model={model} />
    </Root>
  );
}

'use client';
import { useLazyPart } from '../../../headless/platform/lazyPart.ts';
import type { CallbackButtonModel } from '../../../headless/requests/button/buttonModel.ts';
import { useCallbackButton } from '../../../headless/requests/button/useCallbackButton.ts';
import type { CallbackRequestButtonProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useParts } from '../../ui/useParts.ts';
import { useWarmUp } from '../../ui/useWarmUp.ts';
import { CallbackRequestDialog } from './CallbackRequestDialog.tsx';
import { dialogPanel } from './DialogContent.tsx';

/** On a listing: requests a callback from the seller, or shows today's request. */
export function CallbackRequestButton(props: CallbackRequestButtonProps) {
  return <CallbackRequestButtonView {...props} model={useCallbackButton(props)} />;
}

interface CallbackRequestButtonViewProps
  extends Pick<CallbackRequestButtonProps, 'variant' | 'size' | 'width'> {
  model: CallbackButtonModel;
  /** Whether the dialog's part is loaded when the browser has nothing else to do; true by default. */
  loadsAhead?: boolean;
}

/** Draws a model of the button. */
export function CallbackRequestButtonView(props: CallbackRequestButtonViewProps) {
  const { model, variant = 'outline', size = 'md', width, loadsAhead = true } = props;
  const { Button } = useParts();
  const isUnavailable = model.state === 'unavailable';
  const isUseful = model.state === 'available' || model.state === 'requested';
  const { module } = useLazyPart(dialogPanel, false);
  const warmUp = useWarmUp(dialogPanel, loadsAhead && isUseful);
  if (model.state === 'hidden') return null;
  return (
    <Root className={width === 'block' ? 'cb-request cb-block' : 'cb-request'} {...warmUp}>
      <Button
        variant={model.state === 'requested' && variant === 'primary' ? 'outline' : variant}
        size={size}
        icon={model.icon}
        isBusy={model.state === 'checking'}
        isDisabled={isUnavailable}
        accessibilityLabel={isUnavailable && model.note ? `${model.label}. ${model.note}` : undefined}
        onPress={model.press}
      >
        {model.label}
      </Button>
      <p className="cb-request-note">{model.note ?? (module && <module.UsualTime model={model} />)}</p>
      <LiveRegion>{model.announcement?.message}</LiveRegion>
      <CallbackRequestDialog model={model} />
    </Root>
  );
}

/** The button on a listing, with the dialog for requesting a callback or showing today's request. */
import { StyleSheet, View } from 'react-native';
import {
  type CallbackFormOptions,
  type RequestSummaryOptions,
  useCallbackButton,
  useCallbackForm,
  useRequestSummary,
} from '../../../headless/index.ts';
import { usualText } from '../../../headless/insight/responseTime.ts';
import { responseTimeWords } from '../../../headless/messages/en/responseTime.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import { useCallbackContext } from '../../../headless/platform/context.ts';
import type { CallbackButtonModel } from '../../../headless/requests/button/buttonModel.ts';
import type { CallbackRequestButtonProps } from '../../../headless/requests/props.ts';
import { Column } from '../../ui/Stack.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { Text } from '../../ui/Text.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { useParts } from '../../ui/useParts.ts';
import { CallbackForm } from '../form/CallbackForm.tsx';
import { RequestSummaryView } from '../summary/RequestSummaryView.tsx';

/** Offers a callback, shows today's request, or gives the reason why none is possible. */
export function CallbackRequestButton(props: CallbackRequestButtonProps) {
  const { variant = 'outline', size = 'md', width = 'block' } = props;
  const { Button } = useParts();
  const model = useCallbackButton(props);
  const { responseTime } = useWords(responseTimeWords);
  const usual = model.state === 'available' ? usualText(model.usualMinutes, responseTime) : undefined;
  const note = model.note ?? usual;
  useAnnouncement(model.announcement?.message);
  if (model.state === 'hidden') return null;
  return (
    <View style={width === 'inline' && styles.inline}>
      <Button
        variant={model.state === 'requested' && variant === 'primary' ? 'outline' : variant}
        size={size}
        icon={model.icon}
        onPress={model.press}
        isBusy={model.state === 'checking'}
        isDisabled={model.state === 'unavailable'}
      >
        {model.label}
      </Button>
      <Text kind="note" accessible={note !== undefined} style={styles.note}>
        {note}
      </Text>
      <ButtonDialog model={model} />
    </View>
  );
}

function ButtonDialog({ model }: { model: CallbackButtonModel }) {
  const { Dialog } = useParts();
  const { close } = useCallbackContext().messages.dialog;
  const isOpen = model.dialog !== 'closed';
  return (
    <Dialog isOpen={isOpen} title={model.title} closeLabel={close} onClose={model.close}>
      {isOpen && (
        <Column gap={4}>
          <StatusMessage notice={model.announcement} />
          {model.dialog === 'form' && <FormPanel options={model.formOptions} />}
          {model.dialog === 'request' && model.request && (
            <RequestPanel
              request={model.request}
              onAnnounce={model.clearAnnouncement}
              onRequestAgain={model.requestAgain}
            />
          )}
        </Column>
      )}
    </Dialog>
  );
}

function FormPanel({ options }: { options: CallbackFormOptions }) {
  return <CallbackForm form={useCallbackForm(options)} />;
}

interface RequestPanelProps extends RequestSummaryOptions {
  request: NonNullable<CallbackButtonModel['request']>;
}

function RequestPanel({ request, ...options }: RequestPanelProps) {
  return <RequestSummaryView summary={useRequestSummary(request, options)} />;
}

const styles = StyleSheet.create({
  inline: { alignItems: 'flex-start' },
  // A line's room, so that nothing below moves when the note comes.
  note: { minHeight: 20, marginTop: 4 },
});

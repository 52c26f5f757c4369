/** The button on a listing, with the dialog in which a call is asked for or today's request is shown. */
import { StyleSheet, View } from 'react-native';
import { useMessages } from '../headless/hooks/useMessages.ts';
import {
  type CallbackFormOptions,
  useCallbackButton,
  useCallbackForm,
  useRequestSummary,
} from '../headless/index.ts';
import type { CallbackButtonModel } from '../headless/models.ts';
import type { CallbackRequestButtonProps } from '../headless/props.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { RequestSummaryView } from './RequestSummaryView.tsx';
import { useAnnouncement } from './ui/announce.ts';
import { News } from './ui/News.tsx';
import { useParts } from './ui/parts.ts';
import { Column } from './ui/Stack.tsx';
import { Text } from './ui/Text.tsx';

/** Offers a call, shows the request that was made, or says why none can be asked for. */
export function CallbackRequestButton(props: CallbackRequestButtonProps) {
  const { variant = 'outline', size = 'md' } = props;
  const { Button } = useParts();
  const model = useCallbackButton(props);
  useAnnouncement(model.announcement?.message);
  if (model.state === 'hidden') return null;
  return (
    <View>
      <Button
        variant={variant}
        size={size}
        icon={model.icon}
        onPress={model.press}
        isBusy={model.state === 'checking'}
        isDisabled={model.state === 'unavailable'}
      >
        {model.label}
      </Button>
      <Text kind="note" accessible={model.note !== undefined} style={styles.note}>
        {model.note}
      </Text>
      <ButtonDialog model={model} />
    </View>
  );
}

function ButtonDialog({ model }: { model: CallbackButtonModel }) {
  const { Dialog } = useParts();
  const { close } = useMessages().dialog;
  const isOpen = model.dialog !== 'closed';
  return (
    <Dialog isOpen={isOpen} title={model.title} closeLabel={close} onClose={model.close}>
      {isOpen && (
        <Column gap={4}>
          <News notice={model.announcement} />
          {model.dialog === 'form' && <FormPanel options={model.formOptions} />}
          {model.dialog === 'request' && model.request && (
            <RequestPanel request={model.request} onChange={model.clearAnnouncement} />
          )}
        </Column>
      )}
    </Dialog>
  );
}

function FormPanel({ options }: { options: CallbackFormOptions }) {
  return <CallbackForm form={useCallbackForm(options)} />;
}

interface RequestPanelProps {
  request: NonNullable<CallbackButtonModel['request']>;
  onChange: () => void;
}

function RequestPanel({ request, onChange }: RequestPanelProps) {
  return <RequestSummaryView summary={useRequestSummary(request, onChange)} />;
}

const styles = StyleSheet.create({
  // A line's room, so that nothing below moves when the note comes.
  note: { minHeight: 20, marginTop: 4 },
});

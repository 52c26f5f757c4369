/** A request as its buyer sees it: in the button's dialog, and in CallbackRequestDetails. */
import { View } from 'react-native';
import { buyerWords } from '../../../headless/messages/en/buyer.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { EditFormOptions } from '../../../headless/requests/form/formModel.ts';
import { useEditForm } from '../../../headless/requests/form/useEditForm.ts';
import type { RequestSummary } from '../../../headless/requests/summary/summaryModel.ts';
import { Badge } from '../../ui/Badge.tsx';
import { DetailList } from '../../ui/DetailList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { Text } from '../../ui/Text.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { useParts } from '../../ui/useParts.ts';
import { CallbackForm } from '../form/CallbackForm.tsx';

interface SummaryProps {
  summary: RequestSummary;
}

export function RequestSummaryView({ summary }: SummaryProps) {
  useAnnouncement(summary.announcement?.message);
  return (
    <Column gap={4}>
      <StatusMessage notice={summary.announcement} />
      <Row gap={2}>
        <Badge {...summary.status} />
      </Row>
      <Text accessible>{summary.note}</Text>
      <Steps steps={summary.steps} />
      <Column gap={2}>
        <DetailList details={summary.details} />
        {summary.expiry !== undefined && <Text kind="note">{summary.expiry}</Text>}
      </Column>
      <Status tone="danger" icon="alert" text={summary.error} />
      <EditPanel edit={summary.edit} />
      <Withdrawal withdrawal={summary.withdrawal} />
    </Column>
  );
}

function Steps({ steps }: Pick<RequestSummary, 'steps'>) {
  const { colors } = useLook();
  return (
    <Column gap={3}>
      {steps.map(({ label, at, isDone }) => (
        <Row key={label} gap={2.5} style={{ flexWrap: 'nowrap' }}>
          <View style={{ height: 23, justifyContent: 'center' }}>
            <Icon
              name={isDone ? 'check-circle' : 'clock'}
              color={isDone ? colors.success : colors.textMuted}
            />
          </View>
          <View accessible style={{ flex: 1 }}>
            <Text color={isDone ? colors.text : colors.textMuted}>{label}</Text>
            {at !== '' && <Text kind="note">{at}</Text>}
          </View>
        </Row>
      ))}
    </Column>
  );
}

function EditPanel({ edit }: Pick<RequestSummary, 'edit'>) {
  const words = useWords(buyerWords).edit;
  const { Button } = useParts();
  if (!edit) return null;
  if (!edit.isOpen) {
    const { label, run, isBusy } = edit.open;
    return (
      <Button variant="secondary" size="md" onPress={run} isBusy={isBusy}>
        {label}
      </Button>
    );
  }
  return (
    <Column gap={4}>
      <Text kind="heading">{words.title}</Text>
      <EditForm options={edit.formOptions} />
      <Button variant="ghost" size="md" onPress={edit.close}>
        {words.cancel}
      </Button>
    </Column>
  );
}

function EditForm({ options }: { options: EditFormOptions }) {
  return <CallbackForm form={useEditForm(options)} />;
}

function Withdrawal({ withdrawal }: Pick<RequestSummary, 'withdrawal'>) {
  const words = useWords(buyerWords).summary;
  const { Button } = useParts();
  if (!withdrawal) return null;
  if (!withdrawal.isAsked) {
    return (
      <Button variant="ghost" size="md" onPress={withdrawal.ask} isBusy={withdrawal.isBusy}>
        {words.withdraw}
      </Button>
    );
  }
  return (
    <Column gap={3}>
      <Text accessible>{withdrawal.question}</Text>
      <Button variant="danger" size="md" onPress={withdrawal.run} isBusy={withdrawal.isBusy}>
        {withdrawal.label}
      </Button>
      <Button variant="secondary" size="md" onPress={withdrawal.cancel} isDisabled={withdrawal.isBusy}>
        {words.keep}
      </Button>
    </Column>
  );
}

/** A request as its buyer sees it: in the button's dialog, and in CallbackRequestDetails. */
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { buyerWords } from '../../../headless/messages/en/buyer.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { EditFormOptions } from '../../../headless/requests/form/formModel.ts';
import { useEditForm } from '../../../headless/requests/form/useEditForm.ts';
import type { Confirmation, RequestSummary } from '../../../headless/requests/summary/summaryModel.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { DetailList } from '../../ui/DetailList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { Text } from '../../ui/Text.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { useParts } from '../../ui/useParts.ts';
import { Attempts } from '../Attempts.tsx';
import { CodeStep } from '../code/CodeStep.tsx';
import { CallbackForm } from '../form/CallbackForm.tsx';
import { Listing } from '../Listing.tsx';
import { Seller } from '../Seller.tsx';

interface SummaryProps {
  summary: RequestSummary;
}

interface RequestSummaryViewProps extends SummaryProps {
  /** Outside of the listing's own page: listing and seller come first, and the listing leads to its page. */
  namesListing?: boolean | undefined;
  /** Below, such as its history. */
  children?: ReactNode;
}

export function RequestSummaryView({ summary, namesListing = false, children }: RequestSummaryViewProps) {
  useAnnouncement(summary.announcement?.message);
  return (
    <Column gap={4}>
      <StatusMessage notice={summary.announcement} />
      {namesListing && <Subject {...summary} />}
      {summary.edit?.isOpen ? (
        <EditPanel edit={summary.edit} />
      ) : (
        <Standing summary={summary} namesListing={namesListing} />
      )}
      {children}
    </Column>
  );
}

function Standing({ summary, namesListing }: RequestSummaryViewProps) {
  const { expiry, note, error } = summary;
  return (
    <>
      <Row gap={2}>
        <Badge {...summary.status} />
      </Row>
      <Text accessible>{note}</Text>
      {expiry !== undefined && <Text kind="note">{expiry}</Text>}
      <Status tone="danger" icon="alert" text={error} />
      {summary.code && <CodeStep options={summary.code} />}
      <Questions summary={summary} />
      <Actions summary={summary} />
      <Steps steps={summary.steps} />
      <Attempts attempts={summary.attempts} />
      {namesListing ? <DetailList details={summary.details} /> : <Recap summary={summary} />}
    </>
  );
}

/** What the buyer may answer now. */
function Questions({ summary: { profileOffer, extension, confirmation } }: SummaryProps) {
  return (
    <>
      {profileOffer && (
        <Column gap={3}>
          <Text accessible>{profileOffer.question}</Text>
          <ActionButton action={profileOffer.accept} variant="secondary" size="md" />
          <ActionButton action={profileOffer.dismiss} variant="ghost" size="md" />
        </Column>
      )}
      {extension && (
        <Column gap={3}>
          <Text accessible>{extension.question}</Text>
          <ActionButton action={extension.action} variant="primary" size="md" />
        </Column>
      )}
      {confirmation && <ConfirmationPanel confirmation={confirmation} />}
    </>
  );
}

function ConfirmationPanel({ confirmation }: { confirmation: Confirmation }) {
  const { question, options, answer, choose, rating, until } = confirmation;
  return (
    <Column gap={3}>
      <ChipGroup
        role="radio"
        label={question}
        options={options}
        chosen={answer === undefined ? [] : [answer]}
        onPress={choose}
      />
      {rating && (
        <ChipGroup
          role="radio"
          label={rating.label}
          options={rating.options}
          chosen={[rating.value]}
          onPress={rating.set}
        />
      )}
      {answer !== undefined && (
        <Text kind="note" accessible>
          {until}
        </Text>
      )}
    </Column>
  );
}

function Actions({ summary: { undo, edit, withdrawal, again } }: SummaryProps) {
  return (
    <Column gap={2}>
      {again && (
        <Text kind="note" accessible>
          {again.text}
        </Text>
      )}
      <ActionButton action={undo} variant="secondary" size="md" />
      <ActionButton action={edit?.open} variant="secondary" size="md" />
      <ActionButton action={withdrawal} variant="ghost" size="md" />
      <ActionButton action={again?.action} variant="secondary" size="md" />
    </Column>
  );
}

/** All that was sent. */
function Recap({ summary: { listing, seller, details } }: SummaryProps) {
  return (
    <Column gap={3}>
      <Subject listing={{ ...listing, href: undefined }} seller={seller} />
      <DetailList details={details} />
    </Column>
  );
}

function Subject({ listing, seller }: Pick<RequestSummary, 'listing' | 'seller'>) {
  return (
    <>
      <Listing {...listing} />
      {seller.name !== '' && <Seller {...seller} />}
    </>
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

function EditPanel({ edit }: { edit: NonNullable<RequestSummary['edit']> }) {
  const words = useWords(buyerWords).edit;
  const { Button } = useParts();
  return (
    <Column gap={4}>
      <Text kind="heading">{words.title}</Text>
      <Status tone="warning" icon="alert" text={edit.reason} />
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

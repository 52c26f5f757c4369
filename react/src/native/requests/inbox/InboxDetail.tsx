/** The open request: what it says, and everything that can be done. */
import type { CallbackRequest } from '@ringback/client';
import { useEffect, useRef } from 'react';
import { AccessibilityInfo, Share, StyleSheet, View } from 'react-native';
import { useInboxDetail, useInboxRequest } from '../../../headless/index.ts';
import { inboxWords } from '../../../headless/messages/en/inbox.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import type { NoteModel, SnoozeModel } from '../../../headless/requests/inbox/inboxModel.ts';
import type { CallbackRequestCardProps } from '../../../headless/requests/props.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Link } from '../../ui/Link.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { Text } from '../../ui/Text.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { CallbackRequestCardView } from '../card/CallbackRequestCard.tsx';
import { Retry } from '../card/Outcome.tsx';
import { CallbackHistory } from '../history/CallbackHistory.tsx';

interface DetailProps {
  id: string;
  listed: CallbackRequest | undefined;
  /** Back to the list, where that is out of sight. */
  close: (() => void) | undefined;
  onStatusUpdate: (() => void) | undefined;
}

export function InboxDetail({ id, listed, close, onStatusUpdate }: DetailProps) {
  const model = useInboxRequest(id, listed);
  const { title, back, state, request, detail } = model;
  return (
    <Column gap={3}>
      {close && (
        <View style={styles.start}>
          <ActionButton action={{ label: back, run: close, isBusy: false }} variant="ghost" />
        </View>
      )}
      <Heading text={title} takesFocus={close !== undefined} />
      <ListFrame state={state}>
        {request && <Content request={request} onStatusUpdate={onStatusUpdate} />}
        {detail && <CallbackHistory request={detail} />}
      </ListFrame>
    </Column>
  );
}

/** A screen reader goes on here when the request has taken the list's place. */
function Heading({ text, takesFocus }: { text: string; takesFocus: boolean }) {
  const heading = useRef<View>(null);
  useEffect(() => {
    if (takesFocus && heading.current) AccessibilityInfo.sendAccessibilityEvent(heading.current, 'focus');
  }, [takesFocus]);
  return (
    <View ref={heading} accessible accessibilityRole="header" accessibilityLabel={text}>
      <Text kind="heading" accessible={false}>
        {text}
      </Text>
    </View>
  );
}

function Content(props: CallbackRequestCardProps) {
  const { card, listing, note, snooze, error, announcement } = useInboxDetail(props);
  useAnnouncement(announcement?.message);
  return (
    <Column gap={4}>
      <CallbackRequestCardView model={card} />
      {card.call && <ShareNumber call={card.call} />}
      {listing && <Link href={listing.href}>{listing.label}</Link>}
      <Status tone="danger" icon="alert" text={error} />
      {snooze && <Snooze snooze={snooze} />}
      <NoteField note={note} />
    </Column>
  );
}

/** To another device: React Native has no clipboard of its own, and the system offers one when it shares. */
function ShareNumber({ call }: { call: NonNullable<CallbackCardModel['call']> }) {
  const { number: words } = useWords(inboxWords);
  const { href, reveal, isRevealing } = call;
  if (href === undefined) {
    const show = { label: words.show, run: () => void reveal(), isBusy: isRevealing };
    return <ActionButton action={show} variant="outline" />;
  }
  const share = () => void Share.share({ message: href.replace('tel:', '') }).catch(() => {});
  return <ActionButton action={{ label: words.share, run: share, isBusy: false }} variant="outline" />;
}

function Snooze({ snooze: { until, end, open, choice } }: { snooze: SnoozeModel }) {
  if (choice) return <Retry retry={choice} />;
  return (
    <Column gap={2}>
      {until !== undefined && <StatusLine tone="neutral" icon="clock" text={until} />}
      <Row gap={2}>
        <ActionButton action={end} variant="outline" />
        <ActionButton action={open} variant="outline" icon="clock" />
      </Row>
    </Column>
  );
}

function NoteField({ note }: { note: NoteModel }) {
  useAnnouncement(note.progress);
  return (
    <Column gap={2}>
      <TextField
        multiline
        label={note.label}
        hint={note.hint}
        error={note.error}
        value={note.text}
        onChangeText={note.set}
        onBlur={note.save}
      />
      <ActionButton action={note.retry} variant="outline" />
    </Column>
  );
}

const styles = StyleSheet.create({ start: { alignItems: 'flex-start' } });

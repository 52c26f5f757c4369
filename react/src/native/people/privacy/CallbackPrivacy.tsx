/** What the signed-in person may do with what is stored about them: stop callbacks, take it along, erase it. */
import { Share } from 'react-native';
import type { CallbackPrivacyProps, PersonalDataFile } from '../../../headless/people/privacy/props.ts';
import { type PrivacyPart, useCallbackPrivacy } from '../../../headless/people/privacy/useCallbackPrivacy.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Column, Row } from '../../ui/Stack.tsx';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { Text } from '../../ui/Text.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { Section } from '../preferences/Section.tsx';

export function CallbackPrivacy(props: CallbackPrivacyProps) {
  const parts = useCallbackPrivacy(props, shareFile);
  return (
    <Column gap={6}>
      {parts.map((part) => (
        <Part key={part.section} part={part} />
      ))}
    </Column>
  );
}

/** React Native itself writes no files, so the text is shared. */
const shareFile = ({ name, text }: PersonalDataFile) => Share.share({ title: name, message: text });

function Part({ part: { title, hint, actions, question, notice, problem } }: { part: PrivacyPart }) {
  useAnnouncement(question?.text);
  useAnnouncement(notice?.message, notice);
  return (
    <Section title={title} hint={hint} problem={problem}>
      {question && <Text kind="label">{question.text}</Text>}
      <Row gap={3}>
        {actions.map((action) => (
          <ActionButton key={action.label} action={action} variant="outline" size="md" />
        ))}
        {question && <ActionButton action={question.confirm} variant="danger" size="md" />}
        {question && <ActionButton action={question.cancel} variant="ghost" size="md" />}
      </Row>
      <StatusMessage notice={notice} />
    </Section>
  );
}

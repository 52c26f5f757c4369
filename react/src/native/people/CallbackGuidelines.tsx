/** Advice for buyers or sellers: open at a person's first visit, one line that opens from then on. */
import { useCallbackGuidelines } from '../../headless/index.ts';
import type { CallbackGuidelinesProps } from '../../headless/requests/props.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Column } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';

/** Such as above an inbox. */
export function CallbackGuidelines(props: CallbackGuidelinesProps) {
  const { title, tips, isOpen, setOpen } = useCallbackGuidelines(props);
  return (
    <Disclosure label={title} summary="" isOpen={isOpen} setOpen={setOpen}>
      <Column gap={2}>
        {tips.map((tip) => (
          <Text key={tip} accessible>
            {tip}
          </Text>
        ))}
      </Column>
    </Disclosure>
  );
}

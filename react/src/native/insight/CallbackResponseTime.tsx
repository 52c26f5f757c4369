/** "Usually answers within 2 hours", beside a seller's name or on a listing. */
import {
  type CallbackResponseTimeProps,
  useCallbackResponseTime,
} from '../../headless/insight/useResponseTime.ts';
import { Text } from '../ui/Text.tsx';

/** Draws nothing while too little is known. */
export function CallbackResponseTime(props: CallbackResponseTimeProps) {
  const { text } = useCallbackResponseTime(props);
  if (text === undefined) return null;
  return (
    <Text kind="note" accessible>
      {text}
    </Text>
  );
}

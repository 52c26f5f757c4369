/** After the seller has completed a request: whether the buyer agrees, and how the call was. */
import { CONFIRMATION_ANSWERS, type ConfirmCallbackRequest } from '@ringback/client';
import { useFormat } from '../../format/useFormat.ts';
import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useNow } from '../../platform/clock.ts';
import { useDelayedChange } from '../useDelayedChange.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useConfirmCallbackRequest } from '../write/useConfirmCallbackRequest.ts';
import type { Confirmation } from './summaryModel.ts';

const RATINGS = [1, 2, 3, 4, 5] as const;
/** Arrow keys pass through the ratings in between. */
const SETTLE_MS = 1_000;

export function useConfirmation({ request, busyWith, perform }: RequestActions): Confirmation | undefined {
  const { confirmation: words, notices } = useWords(requestWords, buyerWords);
  const format = useFormat();
  const now = useNow();
  const { confirmCallbackRequest } = useConfirmCallbackRequest();
  const settling = useDelayedChange(SETTLE_MS);
  const { can_confirm_until: until } = request;
  const given = { ...request, ...settling.shown }.confirmation;
  if (request.status !== 'completed' || until === null) return undefined;
  if (now && Date.parse(until) <= now.getTime()) return undefined;

  const send = (name: string, input: ConfirmCallbackRequest) =>
    perform(name, notices.confirmed, () => confirmCallbackRequest(request.id, input));
  function choose(chosen: string) {
    const answer = CONFIRMATION_ANSWERS.find((known) => known === chosen);
    if (!answer || answer === given?.answer) return;
    settling.undo();
    void send('confirm', { answer });
  }
  function rate(chosen: string) {
    const rating = RATINGS.find((known) => String(known) === chosen);
    if (!rating || !given) return;
    settling.undo();
    settling.delay({
      shown: { confirmation: { ...given, rating } },
      send: () => send(`rate ${rating}`, { answer: 'talked', rating }),
    });
  }
  return {
    question: words.question,
    options: CONFIRMATION_ANSWERS.map((value) => ({ value, label: words[value] })),
    answer: given?.answer,
    choose,
    rating:
      given?.answer === 'talked'
        ? {
            label: words.rating,
            value: given.rating === null ? '' : String(given.rating),
            options: RATINGS.map((rating) => ({ value: String(rating), label: words.stars(rating) })),
            set: rate,
          }
        : undefined,
    until: words.until(format.when(until, now)),
    isBusy: busyWith === 'confirm',
  };
}

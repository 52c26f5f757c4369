/** What people may do with what is stored about them, section by section: stop, take along, erase. */
import { isCallbackError } from '@ringback/client';
import { useState } from 'react';
import { privacyWords } from '../../messages/en/privacy.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import type { Action } from '../../ui/parts.ts';
import type { CallbackNotice } from '../../ui/slots.ts';
import { personalDataFile } from './personalDataFile.ts';
import type { CallbackPrivacyProps, PersonalDataFile, PrivacySection } from './props.ts';
import { useCallbackPersonalData } from './useCallbackPersonalData.ts';

export interface PrivacyPart {
  section: PrivacySection;
  title: string;
  hint: string;
  /** What can be pressed; none while there is a question. */
  actions: Action[];
  /** Asked before anything is stopped or erased. */
  question: { text: string; confirm: Action; cancel: Action } | undefined;
  /** How it went. */
  notice: CallbackNotice | undefined;
  problem: string | undefined;
}

const ALL: readonly PrivacySection[] = ['consent', 'export', 'erasure'];

/** The sections that are wanted; `save` keeps the file of an export where the app does not. */
export function useCallbackPrivacy(
  { sections = ALL, onSave }: CallbackPrivacyProps,
  save: (file: PersonalDataFile) => unknown,
): PrivacyPart[] {
  const parts = { consent: useWithdrawal(), export: useExport(onSave ?? save), erasure: useErasure() };
  return sections.map((section) => ({ section, ...parts[section] }));
}

type Part = Omit<PrivacyPart, 'section'>;

function useWithdrawal(): Part {
  const { withdrawConsent } = useCallbackPersonalData();
  return useQuestion(useWords(privacyWords).privacy.consent, withdrawConsent);
}

function useErasure(): Part {
  const { erasePersonalData } = useCallbackPersonalData();
  const { erasure: words } = useWords(privacyWords).privacy;
  return useQuestion(words, erasePersonalData, { forbidden: words.held });
}

function useExport(save: (file: PersonalDataFile) => unknown): Part {
  const { title, hint, page, json, done } = useWords(privacyWords).privacy.export;
  const { exportPersonalData } = useCallbackPersonalData();
  const { busyWith, run, ...outcome } = useRun();
  const action = (label: string, type: PersonalDataFile['type']): Action => ({
    label,
    isBusy: busyWith === type,
    run: () =>
      run(
        type,
        done,
        async () => void (await save(await personalDataFile(await exportPersonalData(), type))),
      ),
  });
  const actions = [action(page, 'text/html'), action(json, 'application/json')];
  return { ...outcome, title, hint, actions, question: undefined };
}

interface QuestionWords {
  title: string;
  hint: string;
  action: string;
  question: string;
  confirm: string;
  done: string;
}

/** A press asks, a second one does it. */
function useQuestion(
  { title, hint, action, question, confirm, done }: QuestionWords,
  start: () => Promise<unknown>,
  refusals: Record<string, string> = {},
): Part {
  const { cancel } = useWords(privacyWords).privacy;
  const [isAsked, setAsked] = useState(false);
  const { busyWith, run, clear, ...outcome } = useRun(refusals);
  const ask = () => {
    clear();
    setAsked(true);
  };
  const finish = () => run('confirm', done, () => start().finally(() => setAsked(false)));
  return {
    ...{ title, hint, ...outcome },
    actions: isAsked ? [] : [{ label: action, run: ask, isBusy: false }],
    question: isAsked
      ? {
          text: question,
          confirm: { label: confirm, run: finish, isBusy: busyWith !== undefined },
          cancel: { label: cancel, run: () => busyWith === undefined && setAsked(false), isBusy: false },
        }
      : undefined,
  };
}

interface Run {
  busyWith?: string;
  notice?: CallbackNotice;
  problem?: string;
}

/** One thing at a time, and how it went; `refusals` has words for codes that mean something of their own here. */
function useRun(refusals: Record<string, string> = {}) {
  const messages = useWords(privacyWords);
  const [state, setState] = useState<Run>({});
  const problemOf = (error: unknown) =>
    isCallbackError(error) ? (refusals[error.code] ?? errorText(messages, error)) : messages.errors.other;
  const run = (name: string, done: string, start: () => Promise<unknown>) => {
    if (state.busyWith !== undefined) return;
    setState({ busyWith: name });
    start().then(
      () => setState({ notice: { tone: 'success', message: done } }),
      (error) => setState({ problem: problemOf(error) }),
    );
  };
  const { busyWith, notice, problem } = state;
  return { busyWith, notice, problem, run, clear: () => setState({}) };
}

/** The policy: its settings, where new requests are off, and its history. */
import { useBlocker } from '@tanstack/react-router';
import { useCan } from '../app/session.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Loaded, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { HistoryTab } from './history/HistoryTab.tsx';
import { usePolicy } from './queries.ts';
import { SettingsTab } from './settings/SettingsTab.tsx';
import { useDraft } from './settings/useDraft.ts';
import { SwitchesTab } from './switches/SwitchesTab.tsx';
import { texts } from './texts.ts';

export function PolicyPage() {
  const { tab } = useFilters().values;
  const isAdmin = useCan('admin');
  const query = usePolicy();
  const draft = useDraft(query.data?.settings ?? []);
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      draft.count > 0 && current.pathname !== next.pathname && !window.confirm(texts.changes.leave),
    enableBeforeUnload: () => draft.count > 0,
  });
  return (
    <Page title={texts.title} lead={texts.lead}>
      {!isAdmin && <Banner icon="lock">{texts.readOnly}</Banner>}
      <Tabs
        label={texts.tabs.label}
        tabs={[
          { id: 'settings', label: texts.tabs.settings },
          { id: 'switches', label: texts.tabs.switches },
          { id: 'history', label: texts.tabs.history },
        ]}
      />
      {tab === 'switches' && <SwitchesTab />}
      {tab !== 'switches' && (
        <Loaded query={query} skeleton={<Skeleton lines={12} />}>
          {(policy) =>
            tab === 'history' ? (
              <HistoryTab settings={policy.settings} />
            ) : (
              <SettingsTab policy={policy} draft={draft} />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

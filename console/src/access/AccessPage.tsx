/** Sessions and operators: who is signed in, who may be, and who ends what. */

import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { Operators } from './Operators.tsx';
import { Sessions } from './Sessions.tsx';
import { texts } from './texts.ts';

export function AccessPage() {
  const { values } = useFilters();
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Tabs
        label={texts.tabs.label}
        tabs={[
          { id: 'sessions', label: texts.tabs.sessions },
          { id: 'operators', label: texts.tabs.operators },
        ]}
      />
      {values.tab === 'operators' ? <Operators /> : <Sessions />}
    </Page>
  );
}

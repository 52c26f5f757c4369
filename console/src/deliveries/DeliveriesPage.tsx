/** Deliveries: how each channel does and what was given up by reason; figures of a range of days; or all of them, filtered. */
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { DeliveryDrawer } from './DeliveryDrawer.tsx';
import { DeliveryFiguresPart } from './DeliveryFigures.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { QueueOverview } from './QueueOverview.tsx';
import { texts } from './texts.ts';

export function DeliveriesPage() {
  const { values, change } = useFilters();
  const { overview, figures, list, label } = texts.tabs;
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Tabs
        label={label}
        tabs={[
          { id: 'overview', label: overview },
          { id: 'figures', label: figures },
          { id: 'list', label: list },
        ]}
      />
      {values.tab === 'list' && <DeliveryList />}
      {values.tab === 'figures' && <DeliveryFiguresPart />}
      {values.tab === undefined && <QueueOverview />}
      {values.id && <DeliveryDrawer id={values.id} onClose={() => change({ id: undefined })} />}
    </Page>
  );
}

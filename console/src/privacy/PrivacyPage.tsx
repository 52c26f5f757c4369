/** What is kept for how long, and whose data must stay. */
import { Page } from '../ui/Page.tsx';
import { Consent } from './Consent.tsx';
import { Holds } from './Holds.tsx';
import { Rules } from './Rules.tsx';
import { texts } from './texts.ts';

export function PrivacyPage() {
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Rules />
      <Holds />
      <Consent />
    </Page>
  );
}

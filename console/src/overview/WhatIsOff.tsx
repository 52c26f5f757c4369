/** A banner while new requests are off, anywhere. */

import { partName } from '../policy/names.ts';
import { useSwitches } from '../policy/queries.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { texts } from './texts.ts';

const { off: words } = texts;

export function WhatIsOff() {
  const items = useSwitches().data?.items ?? [];
  if (items.length === 0) return null;
  const isEverything = items.some(({ kind }) => kind === 'everything');
  const names = items.map(({ kind, value }) => partName(kind, value)).join(', ');
  return (
    <Banner
      tone="warning"
      icon="pause"
      title={isEverything ? words.everything : words.parts(names)}
      actions={
        <ButtonLink to="/policy" search={{ tab: 'switches' }}>
          {words.open}
        </ButtonLink>
      }
    />
  );
}

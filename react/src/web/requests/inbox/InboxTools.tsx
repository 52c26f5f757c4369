'use client';
import type { RefObject } from 'react';
import type { CallbackInboxModel, ListingFilter } from '../../../headless/requests/inbox/inboxModel.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Input } from '../../ui/Input.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useParts } from '../../ui/useParts.ts';

interface ToolsProps {
  model: CallbackInboxModel;
  list: RefObject<HTMLElement | null>;
}

/** What narrows the list, and what renews it. */
export function InboxTools({ model, list }: ToolsProps) {
  const { Button } = useParts();
  const { search, help } = model;
  return (
    <>
      <div className="cb-inbox-search">
        <Input
          value={search.text}
          onChange={search.set}
          isMultiline={false}
          isInvalid={false}
          attributes={{
            ...{ type: 'search', autoComplete: 'off', maxLength: 100, 'data-field': 'search' },
            ...{ 'aria-label': search.label, placeholder: search.label },
          }}
        />
        {help && (
          <Button variant="ghost" size="md" accessibilityLabel={help.title} onPress={help.open}>
            ?
          </Button>
        )}
      </div>
      <Tabs {...model.tabs} />
      <div className="cb-inbox-bar">
        <Listing filter={model.listing} />
        <Renewal renew={model.renew} list={list} />
      </div>
    </>
  );
}

/** In one place, so that nothing moves when something has come. */
function Renewal({ renew, list }: Pick<CallbackInboxModel, 'renew'> & Pick<ToolsProps, 'list'>) {
  const { Button } = useParts();
  function press() {
    if (renew.hasNew && isAbove(list.current)) list.current?.scrollIntoView();
    renew.run();
  }
  return (
    <Button
      variant={renew.hasNew ? 'primary' : 'ghost'}
      size="sm"
      icon={renew.hasNew ? 'arrow-up' : undefined}
      isBusy={renew.isBusy}
      onPress={press}
    >
      {renew.label}
    </Button>
  );
}

const isAbove = (element: Element | null) => (element?.getBoundingClientRect().top ?? 0) < 0;

function Listing({ filter }: { filter: ListingFilter | undefined }) {
  if (!filter) return null;
  const { label, value, options, choose, chip } = filter;
  if (!chip) {
    const attributes = { 'aria-label': label };
    return (
      <Select value={value} options={options} isInvalid={false} attributes={attributes} onChange={choose} />
    );
  }
  return (
    <button type="button" className="cb-inbox-chip" aria-label={chip.remove.label} onClick={chip.remove.run}>
      <bdi>{chip.label}</bdi>
      <Icon name="x" />
    </button>
  );
}

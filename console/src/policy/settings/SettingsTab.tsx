/** Every setting, by group; what is changed is reviewed before it is saved. */
import type { Policy, Setting } from '@ringback/client';
import { Section } from '../../ui/Page.tsx';
import { texts } from '../texts.ts';
import { ChangesBar } from './ChangesBar.tsx';
import { SettingRow } from './SettingRow.tsx';
import type { Draft } from './useDraft.ts';
import { useSave } from './useSave.ts';

export function SettingsTab({ policy, draft }: { policy: Policy; draft: Draft }) {
  const save = useSave(policy, draft);
  return (
    <>
      {byGroup(policy.settings).map(([group, settings]) => (
        <Section key={group} title={titleOf(group)}>
          {settings.map((setting) => (
            <SettingRow
              key={setting.name}
              setting={setting}
              value={setting.name in draft.values ? (draft.values[setting.name] ?? null) : setting.value}
              set={(value) => {
                save.forget();
                draft.set(setting.name, value);
              }}
              error={save.refused?.field === setting.name ? save.refused.message : undefined}
            />
          ))}
        </Section>
      ))}
      {draft.count > 0 && <ChangesBar settings={policy.settings} draft={draft} save={save} />}
    </>
  );
}

/** In the order in which they come. */
function byGroup(settings: readonly Setting[]): [string, Setting[]][] {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting]);
  return [...groups];
}

const titleOf = (group: string): string =>
  (texts.groups as Record<string, string>)[group] ?? texts.otherGroup;

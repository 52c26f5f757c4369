/** The notification settings, in every look. */
import { FULL } from '@ringback/testing/full.ts';
import { describe, inject, test } from 'vitest';
import { judge, LOOKS } from '../support/looks.ts';
import { bystander, clientOf } from '../support/people.ts';
import { see, visit } from '../support/visit.ts';
import { WORDS } from '../support/words.ts';

const FIRST = 0;

describe.each(LOOKS)('$name', (look) => {
  const { messages: words } = WORDS[look.visit.language ?? 'en'];

  test.skipIf(!inject('canNotify'))(
    'what is sent, push, devices, quiet hours and what is wrong with them',
    async () => {
      const me = await bystander(FIRST + look.index);
      await clientOf(me).registerDevice(`ExponentPushToken[look-${look.index}]`, { kind: 'expo' });
      const page = await visit({ ...look.visit, as: me, path: '/preferences', withNotifications: true });
      await see(page.getByText(words.pushHere.off)).toBeVisible();
      await see(
        page.getByRole('button', { name: words.devices.removeOf(words.devices.phone) }),
      ).toBeVisible();
      await judge(page, look, 'preferences');
      if (!FULL) return;
      await page.getByLabel(words.quietHours.enabled).check();
      await page.getByLabel(words.quietHours.until).fill('');
      await page.getByRole('button', { name: words.quietHours.save }).click();
      await see(page.getByLabel(words.quietHours.until)).toBeFocused();
      await judge(page, look, 'preferences-errors');
    },
  );
});

/** German: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'Meine Rückrufanfragen',
    none: 'Sie haben noch keinen Rückruf angefordert.',
    showHistory: 'Verlauf anzeigen',
    hideHistory: 'Verlauf ausblenden',
  },
};

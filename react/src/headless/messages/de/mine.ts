/** German: the buyer's requests. */
import type { MineWords } from '../en/mine.ts';

export const mine: MineWords = {
  mine: {
    label: 'Meine Rückrufanfragen',
    none: 'Sie haben noch keinen Rückruf angefordert.',
    noneHere: 'Keine Anfragen mit diesem Status',
    fresh: (count, shown) => (count === 1 ? '1 neue Anfrage' : `${shown} neue Anfragen`),
    showHistory: 'Verlauf anzeigen',
    hideHistory: 'Verlauf ausblenden',
  },
};

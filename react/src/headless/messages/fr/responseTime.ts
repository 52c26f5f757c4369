/** French: how soon a seller usually answers. */
import type { ResponseTimeWords } from '../en/responseTime.ts';

export const responseTime: ResponseTimeWords = {
  responseTime: {
    usual: (duration) => `Répond en général en ${duration}`,
    minutes: (count) => `${count} ${count < 2 ? 'minute' : 'minutes'}`,
    hours: (count) => `${count} ${count < 2 ? 'heure' : 'heures'}`,
    days: (count) => `${count} ${count < 2 ? 'jour' : 'jours'}`,
  },
};

/** German: how soon a seller usually answers. */
import type { ResponseTimeWords } from '../en/responseTime.ts';

export const responseTime: ResponseTimeWords = {
  responseTime: {
    usual: (duration) => `Antwortet meist innerhalb von ${duration}`,
    minutes: (count) => `${count} ${count === 1 ? 'Minute' : 'Minuten'}`,
    hours: (count) => `${count} ${count === 1 ? 'Stunde' : 'Stunden'}`,
    days: (count) => `${count} ${count === 1 ? 'Tag' : 'Tagen'}`,
  },
};

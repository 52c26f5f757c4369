/** Spanish: how soon a seller usually answers. */
import type { ResponseTimeWords } from '../en/responseTime.ts';

export const responseTime: ResponseTimeWords = {
  responseTime: {
    usual: (duration) => `Suele responder en ${duration}`,
    minutes: (count) => `${count} ${count === 1 ? 'minuto' : 'minutos'}`,
    hours: (count) => `${count} ${count === 1 ? 'hora' : 'horas'}`,
    days: (count) => `${count} ${count === 1 ? 'día' : 'días'}`,
  },
};

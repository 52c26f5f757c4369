/** Arabic: how soon a seller usually answers. */
import type { ResponseTimeWords } from '../en/responseTime.ts';
import { plural } from './grammar.ts';

export const responseTime: ResponseTimeWords = {
  responseTime: {
    usual: (duration) => `الرد عادةً خلال ${duration}`,
    minutes: (count) =>
      plural(count, {
        zero: 'دقيقة',
        one: 'دقيقة',
        two: 'دقيقتين',
        few: (many) => `${many} دقائق`,
        many: (many) => `${many} دقيقة`,
        other: (many) => `${many} دقيقة`,
      }),
    hours: (count) =>
      plural(count, {
        zero: 'ساعة',
        one: 'ساعة',
        two: 'ساعتين',
        few: (many) => `${many} ساعات`,
        many: (many) => `${many} ساعة`,
        other: (many) => `${many} ساعة`,
      }),
    days: (count) =>
      plural(count, {
        zero: 'يوم',
        one: 'يوم',
        two: 'يومين',
        few: (many) => `${many} أيام`,
        many: (many) => `${many} يومًا`,
        other: (many) => `${many} يوم`,
      }),
  },
};

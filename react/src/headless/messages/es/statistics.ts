/** Spanish: a person's own figures. */
import type { StatisticsWords } from '../en/statistics.ts';

export const statistics: StatisticsWords = {
  statistics: {
    title: 'Tus cifras de llamadas',
    answerRate: {
      label: 'Tasa de respuesta',
      hint: 'Solicitudes aceptadas, completadas o rechazadas, de las que podías responder.',
    },
    contactRate: {
      label: 'Tasa de contacto',
      hint: 'Llamadas que tuvieron lugar, de todas las solicitudes que podías responder.',
    },
    responseTime: {
      label: 'Tiempo de respuesta habitual',
      hint: 'La mitad de tus respuestas llegó en este tiempo.',
    },
    tooFew: 'Aún no hay suficientes solicitudes',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
  },
};

/** Spanish: a person's own figures. */
import type { StatsWords } from '../en/stats.ts';

export const stats: StatsWords = {
  stats: {
    title: 'Tus estadísticas de llamadas',
    received: 'Solicitudes recibidas',
    sent: 'Solicitudes enviadas',
    split: 'Por estado',
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
    successRate: {
      label: 'Tasa de éxito',
      hint: 'Solicitudes que acabaron en una llamada, de todas las que enviaste.',
    },
    tooFew: 'Aún no hay suficientes solicitudes',
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
  },
};

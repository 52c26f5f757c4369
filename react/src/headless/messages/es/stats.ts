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
      hint: (requests, unanswered) =>
        `Tres de cada cuatro solicitudes recibieron respuesta en este tiempo; los compradores lo ven. A partir de ${requests} solicitudes de los últimos 90 días (sin respuesta: ${unanswered}); las más recientes cuentan más. Responde antes a las nuevas solicitudes para mejorarlo.`,
      silent: (requests, unanswered) =>
        `Los compradores no ven ningún tiempo, porque menos de tres de cada cuatro solicitudes recibieron respuesta. A partir de ${requests} solicitudes de los últimos 90 días (sin respuesta: ${unanswered}); las más recientes cuentan más. Responde a las nuevas solicitudes, aunque sea para rechazarlas.`,
      tooFew: (requests) =>
        `Los compradores ven un tiempo cuando cinco solicitudes de los últimos 90 días han recibido respuesta o han caducado. Hasta ahora: ${requests}.`,
      notShown: 'No visible para los compradores',
    },
    recent: {
      title: 'Últimos 30 días',
      received: 'Recibidas',
      answered: 'Respondidas',
      contacts: 'Llamadas realizadas',
      completed: 'Completadas tras aceptarlas',
      median: 'Tiempo de respuesta mediano',
      before: (value) => `En los 30 días anteriores: ${value}`,
      nothingBefore: 'Sin datos de los 30 días anteriores',
    },
    successRate: {
      label: 'Tasa de éxito',
      hint: 'Solicitudes que acabaron en una llamada, de todas las que enviaste.',
    },
    tooFew: 'Aún no hay suficientes solicitudes',
  },
};

/** Spanish. */
import type { Texts } from './types.ts';

const about = (listing: string) => (listing ? ` sobre «${listing}»` : '');

export const es: Texts = {
  language: 'es',
  direction: 'ltr',
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  notifications: {
    new_request: ({ name, listing }) => ({
      title: name ? `${name} pide una llamada` : 'Alguien pide una llamada',
      sentences: [
        `${name || 'Alguien'} quiere que le llames${about(listing)}.`,
        'Abre la solicitud para ver el número e indicar que has llamado.',
      ],
    }),
    request_reminder: ({ name, listing }) => ({
      title: name ? `${name} espera tu llamada` : 'Alguien espera tu llamada',
      sentences: [
        `${name || 'Alguien'} sigue esperando tu llamada${about(listing)}.`,
        'Si no quieres llamar, puedes rechazar la solicitud.',
      ],
    }),
    request_acknowledged: ({ name, listing }) => ({
      title: 'Han visto tu solicitud',
      sentences: [`${name || 'Quien vende'} ha visto tu solicitud${about(listing)} y te llamará.`],
    }),
    request_completed: ({ name, listing }) => ({
      title: 'Tu llamada está hecha',
      sentences: [`${name || 'Quien vende'} ha marcado la llamada${about(listing)} como hecha.`],
    }),
    declined: ({ name, listing }) => ({
      title: 'Han rechazado tu solicitud',
      sentences: [`${name || 'Quien vende'} no puede llamarte${about(listing)}.`],
    }),
    withdrawn: ({ name, listing }) => ({
      title: 'Han retirado una solicitud de llamada',
      sentences: [
        `${name || 'Quien compra'} ya no pide una llamada${about(listing)}. No tienes que hacer nada.`,
      ],
    }),
    closed: ({ listing }) => ({
      title: 'Se ha cerrado una solicitud de llamada',
      sentences: [`La plataforma cerró la solicitud de llamada${about(listing)}.`],
    }),
    expired_for_seller: ({ name, listing }) => ({
      title: 'Ha caducado una solicitud de llamada',
      sentences: [`Se ha acabado el plazo para llamar a ${name || 'quien compra'}${about(listing)}.`],
    }),
    expired_for_buyer: ({ name, listing }) => ({
      title: 'Tu solicitud de llamada ha caducado',
      sentences: [
        `${name || 'Quien vende'} no ha llamado a tiempo${about(listing)}.`,
        'Si todavía te interesa, puedes pedirlo de nuevo.',
      ],
    }),
  },
  facts: {
    listing: 'Anuncio',
    buyer: 'De',
    seller: 'Vende',
    when: 'Mejor momento',
    priority: 'Prioridad',
    urgent: 'Urgente',
  },
  days: {
    Monday: 'lunes',
    Tuesday: 'martes',
    Wednesday: 'miércoles',
    Thursday: 'jueves',
    Friday: 'viernes',
    Saturday: 'sábado',
    Sunday: 'domingo',
  },
  times: { morning: 'por la mañana', afternoon: 'por la tarde', evening: 'por la noche' },
  comma: ', ',
  open: 'Abrir la solicitud',
  footer: 'Recibes este mensaje por una solicitud de llamada en el mercado.',
  unsubscribe: 'No recibir más estos correos',
  unsubscribing: {
    title: 'No recibir más correos sobre solicitudes de llamada',
    question: 'Seguirás viéndolo todo en la aplicación. ¿Dejar de recibir los correos?',
    confirm: 'Dejar de recibirlos',
    done: 'Hecho. Ya no recibirás correos sobre solicitudes de llamada.',
    unknown: 'Este enlace no es válido, o ya no lo es.',
  },
};

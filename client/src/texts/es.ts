/** Spanish. */
import type { MailTexts, Moment, NotificationMessages, NotificationNames, SmsTexts } from './types.ts';

const about = (listing: string) => (listing ? ` sobre «${listing}»` : '');
const at = (moment?: Moment) =>
  moment
    ? `${moment.day && ` el ${moment.day}`} a la${/^0?1\D/.test(moment.time) ? '' : 's'} ${moment.time}`
    : '';
const because = (reason?: string) => (reason ? ` Motivo: «${reason}».` : '');
const OUTCOMES: Record<string, string> = {
  no_answer: 'sin respuesta',
  voicemail: 'buzón de voz',
  busy: 'línea ocupada',
};
const ended = (outcome = '') => (OUTCOMES[outcome] ? ` (${OUTCOMES[outcome]})` : '');

export const notifications: NotificationMessages = {
  new_request: ({ name, listing }) => ({
    title: name ? `Nueva solicitud de llamada de ${name}` : 'Nueva solicitud de llamada',
    message: `${name || 'Un comprador'} quiere que le llames${about(listing)}.`,
    next: 'Abre la solicitud para ver el teléfono y registrar tu llamada.',
  }),
  request_reminder: ({ name, listing }) => ({
    title: `Recordatorio: ${name || 'un comprador'} espera tu llamada`,
    message: `${name || 'Un comprador'} sigue esperando tu llamada${about(listing)}.`,
    next: 'Si no quieres llamar, puedes rechazar la solicitud.',
  }),
  request_acknowledged: ({ name, listing }) => ({
    title: `${name || 'El vendedor'} te va a llamar`,
    message: `${name || 'El vendedor'} ha visto tu solicitud${about(listing)} y te va a llamar.`,
  }),
  call_attempted: ({ name, listing, outcome, attemptedAt, nextAttemptAt }) => ({
    title: `${name || 'El vendedor'} ha intentado llamarte${at(attemptedAt)}`,
    message: `${name || 'El vendedor'} ha intentado llamarte${at(attemptedAt)}${about(listing)}${ended(outcome)}${nextAttemptAt ? ` y piensa volver a intentarlo${at(nextAttemptAt)}` : ''}.`,
    next: 'Si tu número o tus horarios han cambiado, puedes editar la solicitud.',
  }),
  wrong_number: ({ name, listing }) => ({
    title: 'Tu número de teléfono no es correcto',
    message: `${name || 'El vendedor'} ha intentado llamarte${about(listing)}, pero el número era incorrecto.`,
    next: 'Edita la solicitud para indicar el número correcto. Hasta entonces, el vendedor no puede llamarte.',
  }),
  request_edited: ({ name, listing, fields }) => ({
    title: name ? `${name} ha editado su solicitud de llamada` : 'Solicitud de llamada editada',
    message: fields?.includes('requester_phone')
      ? `${name || 'El comprador'} ha indicado un número nuevo para su solicitud de llamada${about(listing)}.`
      : `${name || 'El comprador'} ha editado su solicitud de llamada${about(listing)}.`,
    next: 'Abre la solicitud para ver qué ha cambiado.',
  }),
  request_extended: ({ name, listing, expiresAt }) => ({
    title: name ? `${name} ha prolongado su solicitud de llamada` : 'Solicitud de llamada prolongada',
    message: `${name || 'El comprador'} ha prolongado su solicitud de llamada${about(listing)}.`,
    next: `Puedes llamar${expiresAt ? ` hasta que caduque${at(expiresAt)}` : ''}.`,
  }),
  expiring_for_seller: ({ name, listing, expiresAt }) => ({
    title: 'Una solicitud de llamada caduca pronto',
    message: `La solicitud de llamada${name && ` de ${name}`}${about(listing)} caduca${at(expiresAt) || ' pronto'}.`,
    next: 'Llama antes o rechaza la solicitud.',
  }),
  expiring_for_buyer: ({ name, listing, expiresAt }) => ({
    title: 'Tu solicitud de llamada caduca pronto',
    message: `${name || 'El vendedor'} aún no ha hablado contigo${about(listing)}, y tu solicitud caduca${at(expiresAt) || ' pronto'}.`,
    next: 'Puedes prolongar la solicitud o retirarla.',
  }),
  request_completed: ({ name, listing }) => ({
    title: 'Llamada completada',
    message: `${name || 'El vendedor'} ha marcado la llamada${about(listing)} como completada.`,
    next: '¿Habéis hablado? Abre la solicitud y cuéntanoslo.',
  }),
  contradicted: ({ name, listing }) => ({
    title: `${name || 'Un comprador'} dice que no habéis hablado`,
    message: `${name || 'El comprador'} ha respondido que tu llamada${about(listing)} no le llegó.`,
    next: 'Si es un error, la respuesta se puede cambiar durante las dos semanas posteriores a la llamada.',
  }),
  contradiction_withdrawn: ({ name, listing }) => ({
    title: `${name || 'El comprador'} ha confirmado tu llamada`,
    message: `${name || 'El comprador'} ha cambiado su respuesta: sí habéis hablado${about(listing)}.`,
  }),
  declined: ({ name, listing, reason }) => ({
    title: name ? `${name} ha rechazado tu solicitud de llamada` : 'Solicitud de llamada rechazada',
    message: `${name || 'El vendedor'} no puede llamarte${about(listing)}.${because(reason)}`,
  }),
  withdrawn: ({ name, listing, reason }) => ({
    title: name ? `${name} ha retirado su solicitud de llamada` : 'Solicitud de llamada retirada',
    message: `${name || 'El comprador'} ya no necesita que le llames${about(listing)}.${because(reason)}`,
    next: 'No tienes que hacer nada.',
  }),
  closed: ({ listing, reason }) => ({
    title: 'Solicitud de llamada cerrada',
    message: `La plataforma ha cerrado la solicitud de llamada${about(listing)}.${because(reason)}`,
  }),
  expired_for_seller: ({ name, listing }) => ({
    title: 'Solicitud de llamada caducada',
    message: `La solicitud de llamada${name && ` de ${name}`}${about(listing)} ha caducado.`,
  }),
  expired_for_buyer: ({ name, listing }) => ({
    title: 'Tu solicitud de llamada ha caducado',
    message: `${name || 'El vendedor'} no ha podido hablar contigo a tiempo${about(listing)}.`,
    next: '¿Te sigue interesando? Puedes pedir otra llamada.',
  }),
};

export const notificationNames: NotificationNames = {
  new_request: 'Nueva solicitud de llamada',
  request_acknowledged: 'El vendedor te va a llamar',
  call_attempted: 'El vendedor ha intentado llamarte',
  wrong_number: 'Tu número de teléfono no es correcto',
  request_edited: 'Solicitud de llamada editada',
  request_extended: 'Solicitud de llamada prolongada',
  request_expiring: 'Solicitud de llamada a punto de caducar',
  request_completed: 'Llamada completada',
  request_cancelled: 'Solicitud de llamada rechazada o retirada',
  request_reminder: 'Recordatorio: un comprador espera tu llamada',
  request_expired: 'Solicitud de llamada caducada',
  completion_contradicted: 'Un comprador dice que no habéis hablado',
};

export const mail: MailTexts = {
  language: 'es',
  direction: 'ltr',
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  labels: {
    listing: 'Anuncio',
    price: 'Precio',
    buyer: 'Comprador',
    seller: 'Vendedor',
    phone: 'Tu número',
    reason: 'Asunto',
    when: 'Horario preferido',
    priority: 'Prioridad',
    urgent: 'Urgente',
    expires: 'Abierta hasta',
  },
  reasons: {
    general_inquiry: 'Consulta general',
    price_negotiation: 'Precio',
    product_details: 'Detalles del artículo',
    availability_check: '¿Sigue disponible?',
    meetup_arrangement: 'Quedar para verlo',
    other: 'Otra cosa',
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
  times: {
    morning: 'por la mañana',
    afternoon: 'a primera hora de la tarde',
    evening: 'a última hora de la tarde',
  },
  inTwoZones: ({ here, there, zone }) => `${here} en tu zona (${there}, ${zone})`,
  comma: ', ',
  messages: { buyer: 'Mensaje del comprador:', own: 'Tu mensaje:' },
  open: 'Ver la solicitud',
  footer: (marketplace) => `Recibes este mensaje por una solicitud de llamada en ${marketplace}.`,
  unsubscribe: 'Darse de baja o elegir los correos',
  mailSettings: {
    title: 'Correos sobre solicitudes de llamada',
    intro: 'Seguirás viéndolo todo en la aplicación.',
    types: 'Enviarme correos sobre',
    save: 'Guardar',
    saved: 'Guardado.',
    stopAll: 'Dejar de recibir todos estos correos',
    stopped: 'Hecho. Ya no recibirás correos sobre solicitudes de llamada.',
    startAll: 'Volver a recibir todos los correos',
    unknown: 'Este enlace no es válido o ha caducado.',
    withdraw: 'Detener llamadas y mensajes',
    withdrawHint: 'Retira tus solicitudes de llamada abiertas y desactiva todos los mensajes.',
    withdrawn:
      'Hecho. Tus solicitudes abiertas se han retirado y no recibirás más mensajes sobre solicitudes de llamada.',
  },
};

export const sms: SmsTexts = {
  help: (marketplace) =>
    `${marketplace}: SMS sobre solicitudes de llamada urgentes. Responde STOP para no recibir más o START para volver a recibirlos.`,
  code: (code, marketplace) =>
    `${code} es tu clave temporal de ${marketplace} para pedir una llamada. No la compartas. Caduca en 5 minutos.`,
};

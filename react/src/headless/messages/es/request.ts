/** Spanish: a request, for both sides. */
import type { RequestWords } from '../en/request.ts';

/** One o'clock is singular: a la 1:05, a las 13:05. */
const at = (time: string) => (/^0?1\D/.test(time) ? `a la ${time}` : `a las ${time}`);

export const request: RequestWords = {
  statuses: {
    pending: 'Pendiente',
    acknowledged: 'El vendedor llamará',
    completed: 'Completada',
    cancelled: 'Cerrada',
    expired: 'Caducada',
  },
  sellerStatuses: {
    acknowledged: 'Vas a llamar',
  },
  priorities: {
    low: { label: 'Baja', hint: 'Sin prisa' },
    normal: { label: 'Normal', hint: 'En los próximos días' },
    high: { label: 'Alta', hint: 'Hoy o mañana, si es posible' },
    urgent: { label: 'Urgente', hint: 'Lo antes posible' },
  },
  reasons: {
    general_inquiry: 'Consulta general',
    price_negotiation: 'Precio',
    product_details: 'Detalles del artículo',
    availability_check: '¿Sigue disponible?',
    meetup_arrangement: 'Quedar para verlo',
    other: 'Otra cosa',
  },
  times: {
    anytime: 'A cualquier hora',
    morning: 'Por la mañana',
    afternoon: 'A primera hora de la tarde',
    evening: 'A última hora de la tarde',
  },
  outcomes: {
    reached: 'Hemos hablado',
    no_answer: 'Sin respuesta',
    voicemail: 'Buzón de voz',
    busy: 'Línea ocupada',
    wrong_number: 'Número equivocado',
  },
  expiry: {
    openUntil: (when) => `Caduca ${when}`,
    hoursLeft: (hours) => `Caduca en ${hours} ${hours === 1 ? 'hora' : 'horas'}`,
    minutesLeft: (minutes) => `Caduca en ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}`,
  },
  when: {
    today: (time) => `hoy ${at(time)}`,
    yesterday: (time) => `ayer ${at(time)}`,
    tomorrow: (time) => `mañana ${at(time)}`,
    onWeekday: (day, time) => `el ${day} ${at(time)}`,
    onDate: (date, time) => `el ${date} ${at(time)}`,
  },
  preferredTimes: {
    anyDay: 'cualquier día',
    anyTime: 'a cualquier hora',
    comma: ', ',
    semicolon: '; ',
    and: (first, last) => `${first} y ${last}`,
    window: (days, hours) => `${days}, ${hours}`,
    named: (time, hours) => `${time.toLowerCase()} (${hours})`,
    inZone: (preferredTimes, zone) => `${preferredTimes}, ${zone}`,
    yourTime: (yours, theirs) => `${yours} en tu hora (${theirs})`,
  },
  fieldErrors: {
    phoneMissing: 'Escribe tu número de teléfono.',
    nameMissing: 'Escribe tu nombre.',
    tooLong: (max) => `Como máximo ${max} caracteres.`,
    unreadable: 'Contiene caracteres que no podemos mostrar. Vuelve a escribirlo.',
    refused: 'No podemos aceptarlo. Prueba con otra cosa.',
  },
  notices: {
    edited: 'Solicitud actualizada',
    extended: 'Solicitud prolongada',
    confirmed: 'Gracias por avisarnos.',
    completed: 'Marcada como completada',
    attemptLogged: (outcome) => `Anotado: ${outcome.toLowerCase()}.`,
    attemptPlanned: (outcome, when) => `Anotado: ${outcome.toLowerCase()}. Próximo intento: ${when}.`,
  },
  undo: {
    undo: 'Deshacer',
    withdrawn: 'Solicitud retirada',
    declined: 'Solicitud rechazada',
    acknowledged: 'Marcada como «Voy a llamar»',
    undone: 'Deshecho',
  },
  details: {
    phone: 'Número',
    name: 'Nombre',
    reason: 'Asunto',
    message: 'Mensaje',
    priority: 'Prioridad',
    preferredTimes: 'Horario preferido',
    erased: 'Usuario eliminado',
    untitled: 'El anuncio ya no está disponible',
  },
  dates: {
    today: 'Hoy',
    tomorrow: 'Mañana',
    more: (count) => `y ${count} más`,
  },
  attempts: {
    count: (count) => `${count} ${count === 1 ? 'intento de llamada' : 'intentos de llamada'}`,
    line: (outcome, when) => `${outcome}, ${when}`,
    next: (when) => `Próximo intento: ${when}`,
  },
};

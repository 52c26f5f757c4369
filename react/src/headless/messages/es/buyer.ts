/** Spanish: the form, and a request as its buyer sees it. */
import type { BuyerWords } from '../en/buyer.ts';

export const buyer: BuyerWords = {
  form: {
    phone: 'Número de teléfono',
    region: 'País',
    chooseCountry: 'Elige un país',
    name: 'Tu nombre',
    reason: '¿De qué se trata?',
    noReason: 'Ningún motivo concreto',
    preferredTimes: '¿Cuándo te viene bien la llamada?',
    anyDay: 'Cualquier día',
    days: 'Días',
    time: 'Momento del día',
    priority: '¿Para cuándo?',
    message: 'Mensaje',
    optional: 'opcional',
    send: 'Pedir llamada',
    sending: 'Enviando…',
    charactersLeft: (count) => (count === 1 ? 'Queda 1 carácter' : `Quedan ${count} caracteres`),
    charactersOver: (count) => (count === 1 ? 'Sobra 1 carácter' : `Sobran ${count} caracteres`),
    zoneNote: (zone) => `Las horas son las de tu zona horaria: ${zone}.`,
    offline: 'No tienes conexión. Hemos guardado lo que has escrito. Envíalo cuando vuelvas a tenerla.',
    consentUnread: 'Lee el texto que hay sobre el botón y envía la solicitud.',
    askForReview: 'Pedir una revisión',
    notAccepted: {
      requester_phone: 'No hemos podido aceptar este número. Usa tu propio número.',
      message: 'Demasiados vendedores han recibido este mensaje. Escribe a cada vendedor sobre su anuncio.',
    },
    reasonHint: 'Un motivo concreto recibe respuesta antes.',
    daysHint: 'Elige momentos en los que puedas contestar. No marques nada si te va bien cualquier día.',
    privacy: (seller) =>
      `Solo ${seller || 'el vendedor'} ve tu número, y solo mientras tu solicitud esté abierta.`,
    verified: 'Vendedor verificado',
    urgentNeedsTrust: 'Aquí solo los compradores verificados pueden hacer solicitudes urgentes.',
    urgentLeft: (count) =>
      count === 0
        ? 'No puedes tener más solicitudes urgentes abiertas. Retira una o elige otra prioridad.'
        : `Puedes enviar ${count} ${count === 1 ? 'solicitud urgente' : 'solicitudes urgentes'} más.`,
  },
  edit: {
    open: 'Editar solicitud',
    title: 'Editar solicitud',
    send: 'Guardar cambios',
    sending: 'Guardando…',
    cancel: 'Descartar cambios',
    over: 'Esta solicitud ha terminado y ya no se puede cambiar. Lo que has escrito sigue aquí.',
  },
  summary: {
    requested: 'Solicitada',
    acknowledged: 'Vista por el vendedor',
    withdraw: 'Retirar la solicitud',
    tried: (seller, outcome, when) =>
      `${seller || 'El vendedor'} intentó llamarte ${when} (${outcome.toLowerCase()}).`,
    nextTry: (when) => `Volverá a intentarlo ${when}.`,
    callUntil: (when) => `Puede volver a intentarlo hasta ${when}.`,
    paused: (seller) =>
      `${seller || 'El vendedor'} ha dado con un número equivocado. Corrígelo para que pueda llamarte.`,
    extendQuestion: 'Aún no habéis hablado. ¿Mantener la solicitud abierta más tiempo o retirarla?',
    extend: 'Mantenerla abierta',
    completedAt: (when) => `El vendedor marcó la llamada como completada ${when}.`,
    again: 'Pedir otra llamada',
    againNow: 'Puedes pedir otra llamada.',
    againAt: (when) => `Podrás pedir otra llamada ${when}.`,
  },
  confirmation: {
    question: '¿Habéis hablado?',
    talked: 'Sí, hemos hablado',
    not_called: 'No llamó nadie',
    wrong_person: 'Persona equivocada',
    rating: '¿Qué tal la llamada? (opcional)',
    stars: (rating) => `${rating} de 5`,
    until: (when) => `Puedes cambiar tu respuesta hasta ${when}.`,
  },
  profileOffer: {
    question: (phone) => `¿Usar el ${phone} también en tu perfil?`,
    accept: 'Actualizar mi perfil',
    dismiss: 'Ahora no',
    done: 'Perfil actualizado',
    failed: 'No hemos podido actualizar tu perfil. Inténtalo de nuevo.',
  },
};

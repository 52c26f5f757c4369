/** Spanish: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';
import { ended } from './ended.ts';

export const seller: SellerWords = {
  card: {
    call: (name) => `Llamar a ${name}`,
    acknowledge: 'Voy a llamar',
    complete: 'Marcar como completada',
    decline: 'Rechazar',
    declineReason: 'Motivo (opcional)',
    declineHint: 'El comprador lo verá.',
    declineReasons: {
      sold: 'Ya está vendido.',
      noTime: 'No puedo llamar esta semana.',
      message: 'Mejor envíame un mensaje.',
      fixedPrice: 'El precio es fijo.',
    },
    confirmDecline: 'Rechazar solicitud',
    cancel: 'Volver',
    outcome: (name) => `¿Cómo fue la llamada con ${name}?`,
    dismissOutcome: 'Ahora no',
    cannotDial: (number) => `No se ha podido iniciar la llamada. Marca el ${number}.`,
    revealLimit: 'Has alcanzado el límite de números visibles por hoy. Vuelve a intentarlo mañana.',
    requested: (when) => `Solicitada ${when}`,
    endings: {
      seller: ended('Has rechazado esta solicitud'),
      buyer: ended('El comprador ha retirado esta solicitud'),
      operator: ended('La plataforma ha cerrado esta solicitud'),
      system: ended('Esta solicitud se ha cerrado automáticamente'),
      other: ended('Esta solicitud está cerrada'),
    },
    edited: (when) => `Editada ${when}`,
    paused: 'Número equivocado. A la espera de que el comprador lo corrija.',
    corrected: 'El comprador ha dado un número nuevo.',
    snoozed: (when) => `Pospuesta hasta ${when}`,
    preferredNow: 'Su hora preferida es ahora',
    caution: (name, times) => `${name} prefiere otro momento: ${times}`,
    callAnyway: 'Llamar de todos modos',
    contradicted: {
      not_called: (name) => `${name} dice que no llamó nadie.`,
      wrong_person: (name) => `${name} dice que era la persona equivocada.`,
    },
    confirmed: (name) => `${name} ha confirmado la llamada.`,
    rated: (name, rating) => `${name} ha confirmado la llamada y le da un ${rating} de 5.`,
  },
  retry: {
    question: '¿Cuándo lo intentarás de nuevo?',
    at: (when) => `Intentarlo ${when}`,
    other: 'Otro momento',
    day: 'Día',
    time: 'Hora',
    save: 'Guardar la hora',
    none: 'Aún no lo sé',
    past: 'Elige un momento futuro, antes de que la solicitud caduque.',
  },
};

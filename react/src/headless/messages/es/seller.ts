/** Spanish: a request as its seller sees it. */
import type { SellerWords } from '../en/seller.ts';

/** How a request ended, with the reason where there is one. */
const ended = (text: string) => (reason: string | null) => (reason ? `${text}: ${reason}` : `${text}.`);

export const seller: SellerWords = {
  card: {
    call: (name) => `Llamar a ${name}`,
    acknowledge: 'Voy a llamar',
    complete: 'Marcar como completada',
    decline: 'Rechazar',
    declineReason: 'Motivo (opcional)',
    declineHint: 'El comprador lo verá.',
    confirmDecline: 'Rechazar solicitud',
    cancel: 'Volver',
    outcome: (name) => `¿Cómo fue la llamada con ${name}?`,
    dismissOutcome: 'Ahora no',
    cannotDial: (number) => `No se ha podido iniciar la llamada. Marca el ${number}.`,
    requested: (when) => `Solicitada ${when}`,
    untitled: 'Anuncio no disponible',
    preferredTimes: 'Horario preferido',
    reason: 'Motivo',
    message: 'Mensaje',
    endings: {
      seller: ended('Has rechazado la solicitud'),
      buyer: ended('El comprador ha retirado esta solicitud'),
      operator: ended('La plataforma ha cerrado esta solicitud'),
      system: ended('Esta solicitud se ha cerrado automáticamente'),
      other: ended('Esta solicitud está cerrada'),
    },
  },
};

/** Spanish: the button on a listing, which loads nothing else at first. */
import type { ButtonWords } from '../en/button.ts';
import { ended } from './ended.ts';

export const button: ButtonWords = {
  language: 'es',
  button: {
    ask: 'Quiero que me llamen',
    requested: 'Llamada solicitada',
    view: 'Ver la solicitud',
    retry: 'Reintentar',
    reload: 'Recargar la página',
    signIn: 'Inicia sesión para pedir una llamada',
    sent: (seller) => `Solicitud enviada. Hemos avisado ${seller ? `a ${seller}` : 'al vendedor'}.`,
    alreadyRequested: 'Ya has pedido una llamada hoy. Aquí está tu solicitud.',
  },
  dialog: {
    ask: (seller) => `Pedir a ${seller || 'este vendedor'} que te llame`,
    request: 'Tu solicitud de llamada',
    close: 'Cerrar',
    loading: 'Cargando…',
  },
  statusNotes: {
    checking: 'Estamos revisando tu solicitud antes de que la vea el vendedor.',
    code: 'Confirma tu número para enviar esta solicitud.',
    pending: 'El vendedor te llamará.',
    acknowledged: 'El vendedor ha visto tu solicitud y te llamará.',
    completed: 'Llamada completada',
    expired: 'El vendedor no ha podido hablar contigo a tiempo.',
  },
  attemptNotes: {
    tried: (seller) => `${seller || 'El vendedor'} ha intentado llamarte.`,
    corrected: (seller) => `${seller || 'El vendedor'} tiene tu nuevo número.`,
    paused: 'El número que diste es incorrecto. Corrígelo para que el vendedor pueda llamarte.',
  },
  endings: {
    seller: ended('El vendedor ha rechazado esta solicitud'),
    buyer: ended('Has retirado esta solicitud'),
    operator: ended('La plataforma ha cerrado esta solicitud'),
    system: ended('Esta solicitud se ha cerrado automáticamente'),
    other: ended('Esta solicitud está cerrada'),
  },
  errors: {
    unauthenticated: 'Inicia sesión para continuar.',
    forbidden: 'Tu perfil no lo permite. Complétalo o reactívalo primero.',
    not_found: 'Esta solicitud ya no existe.',
    invalid_input: 'Revisa lo que has escrito y vuelve a intentarlo.',
    invalid_phone: 'No parece un número de teléfono válido. Revisa las cifras o cambia el país.',
    phone_not_allowed:
      'No podemos llamar a números de tarificación adicional o especiales. Usa un móvil o un fijo.',
    listing_unavailable: 'Este anuncio ya no está disponible.',
    seller_unreachable: 'Este vendedor no puede devolver llamadas. Envíale un mensaje.',
    own_listing: 'Este anuncio es tuyo.',
    duplicate_request: 'Ya has pedido una llamada sobre este anuncio hoy.',
    not_accepted: 'No hemos podido aceptar esta solicitud.',
    trust_required: 'Verifica tu cuenta para pedir una llamada aquí.',
    callbacks_off: 'Las solicitudes de llamada están en pausa. Inténtalo más tarde.',
    invalid_transition: 'Esta solicitud ha cambiado mientras tanto.',
    request_expired: 'Esta solicitud ha caducado.',
    rate_limited: 'Demasiadas solicitudes. Vuelve a intentarlo más tarde.',
    overloaded: 'Ahora mismo hay mucha actividad. Vuelve a intentarlo en un momento.',
    network_error: 'Sin conexión. Comprueba tu red y vuelve a intentarlo.',
    timeout: 'Ha tardado demasiado. Comprueba tu conexión y vuelve a intentarlo.',
    other: 'Algo ha salido mal. Vuelve a intentarlo más tarde.',
  },
  limits: {
    open_urgent_requests_per_user:
      'Has alcanzado el límite de solicitudes urgentes abiertas. Elige otra prioridad.',
    requests_per_user_per_day:
      'Has alcanzado el límite de solicitudes de llamada por hoy. Vuelve a intentarlo mañana.',
    requests_per_phone_per_day:
      'Este número ha alcanzado el límite de solicitudes de llamada por hoy. Vuelve a intentarlo mañana.',
    requests_per_seller_per_day:
      'Este vendedor no puede recibir más solicitudes hoy. Vuelve a intentarlo mañana.',
  },
};

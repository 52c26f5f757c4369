/** Spanish: what has happened to a request, for both sides. */
import type { HistoryWords } from '../en/history.ts';

export const history: HistoryWords = {
  history: {
    title: 'Historial',
    showAll: (count) => `Mostrar todo (${count})`,
    attempt: (outcome) => `El vendedor ha llamado: ${outcome.toLowerCase()}`,
  },
  historyEvents: {
    request_created: 'Solicitada',
    acknowledged: 'Vista',
    completed: 'Completada',
    declined: 'Rechazada',
    withdrawn: 'Retirada',
    closed: 'Cerrada',
    expired: 'Caducada',
    code_sent: 'Código enviado',
    phone_confirmed: 'Número confirmado',
    request_edited: 'Solicitud editada',
    seller_reminded: 'Recordatorio enviado',
    call_attempted: 'Intento de llamada del vendedor',
    completion_confirmed: 'Llamada confirmada',
    completion_contradicted: 'Llamada desmentida',
    acknowledgement_undone: '«Voy a llamar» deshecho',
    request_extended: 'Solicitud prolongada',
    request_expiring: 'Aviso de caducidad enviado',
    seller_note_changed: 'Nota privada cambiada',
    request_snoozed: 'Pospuesta',
    snooze_ended: 'Aplazamiento anulado',
    other: 'Solicitud actualizada',
  },
  historyActors: {
    seller: 'por el vendedor',
    buyer: 'por el comprador',
    operator: 'por la plataforma',
    system: 'automáticamente',
  },
};

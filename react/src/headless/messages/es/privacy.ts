/** Spanish: what people may do with what is stored about them. */
import type { PrivacyWords } from '../en/privacy.ts';

export const privacy: PrivacyWords = {
  privacy: {
    cancel: 'Cancelar',
    consent: {
      title: 'Detener las llamadas',
      hint: 'Retira las solicitudes que hiciste y desactiva el correo, las notificaciones push y los SMS. Puedes reactivarlos en los ajustes de notificaciones.',
      action: 'Detener llamadas y mensajes',
      question: '¿Retirar tus solicitudes abiertas y desactivar todos los mensajes?',
      confirm: 'Sí, detener',
      done: 'Listo. Tus solicitudes se han retirado y los mensajes están desactivados.',
    },
    export: {
      title: 'Descargar tus datos de llamadas',
      hint: 'Tus solicitudes de llamada, notificaciones y ajustes. No incluye los números de otras personas.',
      page: 'Descargar como página',
      json: 'Descargar como JSON',
      done: 'Listo. Tus datos están preparados.',
    },
    erasure: {
      title: 'Borrar tus datos de llamadas',
      hint: 'Borra para siempre tus solicitudes, mensajes y ajustes. Las solicitudes abiertas se cierran y se avisa a la otra persona.',
      action: 'Borrar mis datos de llamadas',
      question: '¿Borrar para siempre tus datos de llamadas? No se puede deshacer.',
      confirm: 'Borrar para siempre',
      done: 'Listo. Tus datos se han borrado. Podrás pedir llamadas de nuevo a partir de mañana.',
      held: 'Por ahora tenemos que conservar tus datos. Ponte en contacto con el servicio de asistencia.',
    },
  },
};

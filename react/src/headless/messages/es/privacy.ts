/** Spanish: what people may do with what is stored about them. */
import type { PrivacyWords } from '../en/privacy.ts';

export const privacy: PrivacyWords = {
  privacy: {
    cancel: 'Cancelar',
    consent: {
      title: 'Detener las llamadas',
      hint: 'Retira tus solicitudes abiertas y desactiva al momento el correo, las notificaciones push y los SMS. Puedes volver a pedir una llamada cuando quieras.',
      action: 'Detener llamadas y mensajes',
      question: '¿Retirar tus solicitudes abiertas y desactivar todos los mensajes?',
      confirm: 'Sí, detener',
      done: 'Listo. Las llamadas y los mensajes se han detenido.',
    },
    export: {
      title: 'Descargar tus datos',
      hint: 'Todo lo que guardamos sobre ti y tus llamadas. No incluye los números de otras personas.',
      page: 'Descargar como página',
      json: 'Descargar como JSON',
      done: 'Listo. Tus datos están preparados.',
    },
    erasure: {
      title: 'Borrar tus datos',
      hint: 'Borra para siempre tus solicitudes, mensajes y ajustes. Las solicitudes abiertas se cierran y se avisa a la otra persona.',
      action: 'Borrar mis datos',
      question: '¿Borrar todo para siempre? No se puede deshacer.',
      confirm: 'Borrar para siempre',
      done: 'Listo. Tus datos se han borrado. Podrás pedir llamadas de nuevo a partir de mañana.',
      held: 'Por ahora tenemos que conservar tus datos. Ponte en contacto con el servicio de asistencia.',
    },
  },
};

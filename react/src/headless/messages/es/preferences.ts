/** Spanish: the notification settings. */
import type { PreferencesWords } from '../en/preferences.ts';

export const preferences: PreferencesWords = {
  preferences: {
    what: 'Enviarme',
    noChannels: 'En este sitio, las notificaciones solo aparecen en la campana.',
    channels: { email: 'Correo', push: 'Push', sms: 'SMS' },
    sms: (phone) => `Solo enviamos SMS de solicitudes urgentes, al ${phone} (el de tu perfil).`,
    smsNoPhone: 'Añade un número de teléfono a tu perfil para recibir SMS.',
    smsUrgentOnly: 'Solo enviamos SMS de solicitudes urgentes.',
    language: 'Idioma de los mensajes',
    profile: 'Como en mi perfil',
    requestsFrom: {
      title: 'Quién puede pedirte una llamada',
      options: {
        everyone: 'Cualquiera',
        trusted_for_urgent: 'Cualquiera, pero las solicitudes urgentes solo de compradores verificados',
        trusted: 'Solo compradores verificados',
        nobody: 'Nadie por ahora',
      },
    },
  },
  pushHere: {
    title: 'Notificaciones push en este navegador',
    checking: 'Comprobando…',
    asking: 'Permite las notificaciones cuando el navegador lo pida.',
    on: 'Activadas. Recibirás notificaciones aunque este sitio esté cerrado.',
    off: 'Desactivadas. No recibirás notificaciones mientras este sitio esté cerrado.',
    denied:
      'Bloqueadas. Permite las notificaciones de este sitio en los ajustes del navegador y vuelve aquí.',
    unsupported:
      'No disponibles en este navegador. Hace falta HTTPS o localhost. En un iPhone, añade primero este sitio a la pantalla de inicio.',
    turnOn: 'Activar',
    turnOff: 'Desactivar',
    service:
      'Las notificaciones push pasan por el servicio del fabricante del navegador (Google, Mozilla, Apple o Microsoft), así que hace falta internet.',
    errors: {
      push_service_failed:
        'No hemos podido conectar con el servicio push de tu navegador. Las ventanas privadas no lo tienen. Si no es eso, comprueba que tienes conexión y que tu navegador permite las notificaciones push, y vuelve a intentarlo.',
      worker_failed:
        'No hemos podido activar las notificaciones push. Recarga la página y vuelve a intentarlo.',
    },
  },
  devices: {
    title: 'Tus dispositivos',
    none: 'Todavía no hay dispositivos. Activa las notificaciones push en un navegador para verlo aquí.',
    phone: 'Teléfono',
    browser: 'Navegador',
    other: 'Dispositivo',
    since: (when) => `Desde: ${when}`,
    remove: 'Quitar',
    removeOf: (name) => `Quitar: ${name}`,
  },
  quietHours: {
    title: 'Horas de silencio',
    hint: 'Guardamos los mensajes hasta que terminan las horas de silencio y omitimos lo que ya has leído.',
    enabled: 'Activar horas de silencio',
    from: 'Desde',
    until: 'Hasta',
    zone: 'Zona horaria',
    searchZone: 'Buscar zona horaria',
    urgent: 'Dejar pasar las solicitudes urgentes',
    save: 'Guardar',
    saved: 'Guardado',
    missing: 'Indica una hora, por ejemplo 22:00.',
    same: 'Indica una hora de fin distinta de la de inicio.',
  },
};

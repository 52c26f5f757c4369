/** What the page of a person's data says, by language. Values that we know as words are looked up; all others are shown as they are. */
export interface PageTexts {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  /** When it was made. */
  made: string;
  sections: Record<SectionName, string>;
  /** Where a section has nothing. */
  nothing: string;
}

export const SECTIONS = [
  'profile',
  'requests_made',
  'requests_received',
  'notifications',
  'preferences',
  'devices',
  'statistics',
  'held_requests',
  'request_facts',
  'refusals',
  'idempotency_keys',
  'staff_actions',
] as const;
export type SectionName = (typeof SECTIONS)[number];

const en: PageTexts = {
  ...{
    language: 'en',
    direction: 'ltr',
    title: 'Your callback data',
    made: 'Made',
    nothing: 'Nothing is stored.',
  },
  sections: {
    profile: 'Your profile, as the marketplace has it',
    requests_made: 'Callback requests you made',
    requests_received: 'Callback requests you received',
    notifications: 'Notifications and how they were sent',
    preferences: 'Notification settings',
    devices: 'Devices',
    statistics: 'Your figures',
    held_requests: 'Requests that were checked',
    request_facts: 'What was known at each request',
    refusals: 'Limits you reached',
    idempotency_keys: 'Recent repeatable actions',
    staff_actions: 'What the marketplace’s staff did',
  },
};
const de: PageTexts = {
  ...{
    language: 'de',
    direction: 'ltr',
    title: 'Ihre Rückruf-Daten',
    made: 'Erstellt',
    nothing: 'Nichts gespeichert.',
  },
  sections: {
    profile: 'Ihr Profil auf dem Marktplatz',
    requests_made: 'Gestellte Rückrufanfragen',
    requests_received: 'Erhaltene Rückrufanfragen',
    notifications: 'Benachrichtigungen und ihr Versand',
    preferences: 'Benachrichtigungseinstellungen',
    devices: 'Geräte',
    statistics: 'Ihre Zahlen',
    held_requests: 'Geprüfte Anfragen',
    request_facts: 'Was bei jeder Anfrage bekannt war',
    refusals: 'Erreichte Grenzen',
    idempotency_keys: 'Letzte wiederholbare Aktionen',
    staff_actions: 'Was das Team des Marktplatzes getan hat',
  },
};
const es: PageTexts = {
  ...{
    language: 'es',
    direction: 'ltr',
    title: 'Tus datos de llamadas',
    made: 'Creado',
    nothing: 'No hay nada guardado.',
  },
  sections: {
    profile: 'Tu perfil en el mercado',
    requests_made: 'Solicitudes de llamada que hiciste',
    requests_received: 'Solicitudes de llamada que recibiste',
    notifications: 'Notificaciones y su envío',
    preferences: 'Ajustes de notificaciones',
    devices: 'Dispositivos',
    statistics: 'Tus cifras',
    held_requests: 'Solicitudes revisadas',
    request_facts: 'Lo que se sabía en cada solicitud',
    refusals: 'Límites que alcanzaste',
    idempotency_keys: 'Acciones repetibles recientes',
    staff_actions: 'Lo que hizo el equipo del mercado',
  },
};
const fr: PageTexts = {
  ...{
    language: 'fr',
    direction: 'ltr',
    title: 'Vos données de rappel',
    made: 'Créé',
    nothing: 'Rien n’est enregistré.',
  },
  sections: {
    profile: 'Votre profil sur la place de marché',
    requests_made: 'Demandes de rappel que vous avez faites',
    requests_received: 'Demandes de rappel que vous avez reçues',
    notifications: 'Notifications et leur envoi',
    preferences: 'Réglages des notifications',
    devices: 'Appareils',
    statistics: 'Vos chiffres',
    held_requests: 'Demandes vérifiées',
    request_facts: 'Ce qui était connu à chaque demande',
    refusals: 'Limites atteintes',
    idempotency_keys: 'Actions répétables récentes',
    staff_actions: 'Ce que l’équipe de la place de marché a fait',
  },
};
const ar: PageTexts = {
  ...{
    language: 'ar',
    direction: 'rtl',
    title: 'بيانات طلبات الاتصال الخاصة بك',
    made: 'أُنشئ',
    nothing: 'لا شيء محفوظ.',
  },
  sections: {
    profile: 'ملفك الشخصي في السوق',
    requests_made: 'طلبات الاتصال التي أرسلتها',
    requests_received: 'طلبات الاتصال التي تلقيتها',
    notifications: 'الإشعارات وطريقة إرسالها',
    preferences: 'إعدادات الإشعارات',
    devices: 'الأجهزة',
    statistics: 'أرقامك',
    held_requests: 'الطلبات التي جرى التحقق منها',
    request_facts: 'ما كان معروفًا عند كل طلب',
    refusals: 'الحدود التي بلغتها',
    idempotency_keys: 'آخر الإجراءات القابلة للتكرار',
    staff_actions: 'ما فعله فريق السوق',
  },
};

const ALL: Record<string, PageTexts> = { en, de, es, fr, ar };

/** Of a language tag such as pt-BR; English where there are none. */
export const pageTexts = (locale: string): PageTexts => ALL[locale.split('-', 1)[0] ?? ''] ?? en;

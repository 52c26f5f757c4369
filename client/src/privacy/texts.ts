/** What the page of a person's data says, by language: its title and headings. Fields and values stand as the database has them. */
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
  'confirmed_phones',
  'statistics',
  'request_facts',
  'refusals',
  'blocked_buyers',
  'reports_made',
  'idempotency_keys',
  'staff_actions',
] as const;
export type SectionName = (typeof SECTIONS)[number];

const en: PageTexts = {
  ...{
    language: 'en',
    direction: 'ltr',
    title: 'Your callback data',
    made: 'Created',
    nothing: 'Nothing is stored.',
  },
  sections: {
    profile: 'Your profile on the marketplace',
    requests_made: 'Callback requests you made',
    requests_received: 'Callback requests you received',
    notifications: 'Notifications and how they were sent',
    preferences: 'Notification settings',
    devices: 'Devices',
    confirmed_phones: 'Numbers you confirmed',
    statistics: 'Your statistics',
    request_facts: 'What was known at each request',
    refusals: 'Limits you reached',
    blocked_buyers: 'Buyers you blocked',
    reports_made: 'Requests you reported',
    idempotency_keys: 'Recent actions, kept so that none runs twice',
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
    confirmed_phones: 'Nummern, die Sie bestätigt haben',
    statistics: 'Ihre Statistik',
    request_facts: 'Was bei jeder Anfrage bekannt war',
    refusals: 'Erreichte Limits',
    blocked_buyers: 'Von Ihnen blockierte Käufer',
    reports_made: 'Von Ihnen gemeldete Anfragen',
    idempotency_keys: 'Letzte Aktionen, gespeichert gegen doppeltes Ausführen',
    staff_actions: 'Was das Team des Marktplatzes getan hat',
  },
};
const es: PageTexts = {
  ...{
    language: 'es',
    direction: 'ltr',
    title: 'Tus datos de solicitudes de llamada',
    made: 'Creado',
    nothing: 'No hay nada guardado.',
  },
  sections: {
    profile: 'Tu perfil en la plataforma',
    requests_made: 'Solicitudes de llamada que hiciste',
    requests_received: 'Solicitudes de llamada que recibiste',
    notifications: 'Notificaciones y su envío',
    preferences: 'Ajustes de notificaciones',
    devices: 'Dispositivos',
    confirmed_phones: 'Números que has confirmado',
    statistics: 'Tus estadísticas',
    request_facts: 'Lo que se sabía en cada solicitud',
    refusals: 'Límites que alcanzaste',
    blocked_buyers: 'Compradores que bloqueaste',
    reports_made: 'Solicitudes que denunciaste',
    idempotency_keys: 'Acciones recientes, guardadas para no repetirlas',
    staff_actions: 'Lo que hizo el equipo de la plataforma',
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
    confirmed_phones: 'Numéros que vous avez confirmés',
    statistics: 'Vos statistiques',
    request_facts: 'Ce qui était connu à chaque demande',
    refusals: 'Limites atteintes',
    blocked_buyers: 'Acheteurs que vous avez bloqués',
    reports_made: 'Demandes que vous avez signalées',
    idempotency_keys: 'Actions récentes, conservées pour ne pas les répéter',
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
    profile: 'ملفك الشخصي في المنصة',
    requests_made: 'طلبات الاتصال التي أرسلتها',
    requests_received: 'طلبات الاتصال التي تلقيتها',
    notifications: 'الإشعارات وطريقة إرسالها',
    preferences: 'إعدادات الإشعارات',
    devices: 'الأجهزة',
    confirmed_phones: 'الأرقام التي أكدتها',
    statistics: 'إحصاءاتك',
    request_facts: 'ما كان معروفًا عند كل طلب',
    refusals: 'الحدود التي بلغتها',
    blocked_buyers: 'المشترون الذين حظرتهم',
    reports_made: 'الطلبات التي أبلغت عنها',
    idempotency_keys: 'آخر الإجراءات، محفوظة كي لا تتكرر',
    staff_actions: 'ما فعله فريق المنصة',
  },
};

const ALL: Record<string, PageTexts> = { en, de, es, fr, ar };

/** Of a language tag such as pt-BR; English where there are none. */
export const pageTexts = (locale: string): PageTexts => ALL[locale.split('-', 1)[0] ?? ''] ?? en;

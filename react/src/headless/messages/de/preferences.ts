/** German: the notification settings. */
import type { PreferencesWords } from '../en/preferences.ts';

export const preferences: PreferencesWords = {
  preferences: {
    what: 'Senden Sie mir',
    noChannels: 'Auf dieser Website erscheinen Mitteilungen nur unter der Glocke.',
    channels: { email: 'E-Mail', push: 'Push', sms: 'SMS' },
    sms: (phone) => `SMS senden wir nur zu dringenden Anfragen, an ${phone} (aus Ihrem Profil).`,
    smsNoPhone: 'Hinterlegen Sie in Ihrem Profil eine Telefonnummer, um SMS zu erhalten.',
    smsUrgentOnly: 'SMS senden wir nur zu dringenden Anfragen.',
    language: 'Sprache der Nachrichten',
    profile: 'Wie in meinem Profil',
    requestsFrom: {
      title: 'Wer bei Ihnen einen Rückruf anfordern kann',
      options: {
        everyone: 'Alle',
        trusted_for_urgent: 'Alle, dringende Anfragen nur von verifizierten Käufern',
        trusted: 'Nur verifizierte Käufer',
        nobody: 'Im Moment niemand',
      },
    },
  },
  pushHere: {
    title: 'Push in diesem Browser',
    checking: 'Wird geprüft …',
    asking: 'Erlauben Sie Benachrichtigungen, wenn Ihr Browser danach fragt.',
    on: 'An. Sie erhalten Mitteilungen auch, wenn diese Website geschlossen ist.',
    off: 'Aus. Solange diese Website geschlossen ist, erhalten Sie keine Mitteilungen.',
    denied:
      'Blockiert. Erlauben Sie Benachrichtigungen dieser Website in den Browsereinstellungen und kommen Sie dann zurück.',
    unsupported:
      'In diesem Browser nicht verfügbar. Push braucht HTTPS oder localhost. Fügen Sie die Website auf einem iPhone zuerst dem Home-Bildschirm hinzu.',
    turnOn: 'Einschalten',
    turnOff: 'Ausschalten',
    service:
      'Push läuft über den Dienst des Browserherstellers (Google, Mozilla, Apple oder Microsoft) und braucht deshalb Internet.',
    errors: {
      push_service_failed:
        'Der Push-Dienst Ihres Browsers ist nicht erreichbar. Private Fenster haben keinen. Prüfen Sie sonst, ob Sie online sind und Ihr Browser Push erlaubt, und versuchen Sie es noch einmal.',
      worker_failed:
        'Push konnte nicht eingeschaltet werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    },
  },
  devices: {
    title: 'Ihre Geräte',
    none: 'Noch keine Geräte. Schalten Sie in einem Browser Push ein, um ihn hier zu sehen.',
    phone: 'Telefon',
    browser: 'Browser',
    other: 'Gerät',
    since: (when) => `Seit ${when}`,
    remove: 'Entfernen',
    removeOf: (name) => `${name} entfernen`,
  },
  quietHours: {
    title: 'Ruhezeiten',
    hint: 'Wir halten Nachrichten bis zum Ende der Ruhezeit zurück und lassen weg, was Sie schon gelesen haben.',
    enabled: 'Ruhezeiten einschalten',
    from: 'Von',
    until: 'Bis',
    zone: 'Zeitzone',
    searchZone: 'Zeitzone suchen',
    urgent: 'Dringende Anfragen durchlassen',
    save: 'Speichern',
    saved: 'Gespeichert',
    missing: 'Geben Sie eine Uhrzeit ein, zum Beispiel 22:00.',
    same: 'Geben Sie ein Ende ein, das vom Beginn abweicht.',
  },
};

/** English: the notification settings. */

export const preferencesWords = {
  preferences: {
    what: 'Send me',
    noChannels: 'This site sends nothing beyond the bell.',
    channels: { email: 'Email', push: 'Push', sms: 'SMS' },
    sms: (phone: string) => `We text urgent requests only, to ${phone} (from your profile).`,
    smsNoPhone: 'Add a phone number to your profile to get texts.',
    smsUrgentOnly: 'We text urgent requests only.',
    language: 'Message language',
    profile: 'Same as my profile',
    requestsFrom: {
      title: 'Who can request a callback from you',
      options: {
        everyone: 'Everyone',
        trusted_for_urgent: 'Everyone, but urgent requests from verified buyers only',
        trusted: 'Verified buyers only',
        nobody: 'Nobody for now',
      },
    },
  },
  pushHere: {
    title: 'Push in this browser',
    checking: 'Checking…',
    asking: 'Allow notifications when your browser asks.',
    on: 'On. You’ll get notifications even while this site is closed.',
    off: 'Off. You won’t get notifications while this site is closed.',
    denied: 'Blocked. Allow notifications for this site in your browser’s settings, then come back.',
    unsupported:
      'Not available in this browser. Push needs HTTPS or localhost. On an iPhone, add this site to your home screen first.',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    service:
      'Push goes through your browser maker’s service (Google, Mozilla, Apple or Microsoft), so it needs internet access.',
    errors: {
      push_service_failed:
        'We couldn’t reach your browser’s push service. Private windows don’t have one. Otherwise, check that you’re online and that your browser allows push, then try again.',
      worker_failed: 'We couldn’t turn on push. Reload the page and try again.',
    },
  },
  devices: {
    title: 'Your devices',
    none: 'No devices yet. Turn on push in a browser to see it here.',
    phone: 'Phone',
    browser: 'Browser',
    other: 'Device',
    since: (when: string) => `Since ${when}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
  },
  quietHours: {
    title: 'Quiet hours',
    hint: 'We hold messages until quiet hours end and skip what you’ve already read.',
    enabled: 'Turn on quiet hours',
    from: 'From',
    until: 'Until',
    zone: 'Time zone',
    searchZone: 'Search time zones',
    urgent: 'Let urgent requests through',
    save: 'Save',
    saved: 'Saved',
    missing: 'Enter a time, such as 22:00.',
    same: 'Enter an end time that differs from the start.',
  },
};

export type PreferencesWords = typeof preferencesWords;

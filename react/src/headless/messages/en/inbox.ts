/** English: the seller's inbox. */

export const inboxWords = {
  inbox: {
    label: 'Callback requests',
    search: 'Search name, listing, message or number',
    refresh: 'Refresh',
    listing: 'Listing',
    allListings: 'All listings',
    thisListing: 'This listing',
    unfilter: (listing: string) => `Remove filter: ${listing}`,
    none: 'No requests yet. They show up here when buyers request a callback.',
    noneFound: 'No requests found',
    caughtUp: 'You’re all caught up.',
    choose: 'Choose a request to see it here.',
    request: 'Request',
    requestOf: (name: string) => `Request from ${name}`,
    back: 'All requests',
    viewListing: 'View listing',
  },
  note: {
    label: 'Private note',
    hint: 'Only you can see it. Saved when you leave the field.',
    saving: 'Saving…',
    saved: 'Saved',
  },
  snooze: {
    open: 'Call again later',
    question: 'When do you want to call?',
    at: (when: string) => `Call again ${when}`,
    none: 'Cancel',
    end: 'End snooze',
    ended: 'Snooze ended',
  },
  number: {
    show: 'Show number',
    copy: 'Copy number',
    copied: 'Number copied',
    select: 'We couldn’t copy the number. Select it here:',
    share: 'Share number',
    showCode: 'Show QR code',
    hideCode: 'Hide QR code',
    code: 'Scan with your phone to call',
  },
  keys: {
    title: 'Keyboard shortcuts',
    next: 'Next request',
    previous: 'Previous request',
    call: 'Call',
    acknowledge: 'I’ll call',
    decline: 'Decline',
    search: 'Search',
    help: 'Show shortcuts',
    back: 'Back to the list',
  },
};

export type InboxWords = typeof inboxWords;

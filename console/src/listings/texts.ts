/** The words of the page that compares listings and categories. */
export const texts = {
  title: 'Listings and categories',
  lead: 'Those with five requests or more. Rates sort by their lower bound, so one with few requests doesn’t rank first by luck.',
  tabs: { label: 'Compare', listing: 'Listings', category: 'Categories' },
  label: { listing: 'Listings compared', category: 'Categories compared' },
  none: {
    listing: 'No listing had five requests in this period',
    category: 'No category had five requests in this period',
  },
  gone: 'No longer listed',
  noCategory: 'No category',
  categoryFilter: 'Category',
  shown: (shown: string, count: string) => `Showing the first ${shown} of ${count}.`,
  columns: { listing: 'Listing', category: 'Category', overview: 'Figures' },
  openFigures: (name: string) => `Figures of ${name}`,
};

// Applies the reader's language and colours before the first paint; demo/web/src/app/settings.tsx keeps them.
try {
  const { lang, dir, theme } = JSON.parse(localStorage.getItem('market-settings') ?? '{}');
  const root = document.documentElement;
  if (lang) root.lang = lang;
  if (dir) root.dir = dir;
  if (theme) root.dataset.theme = theme;
} catch {
  // Blocked, with the cookies; the page starts with what the browser prefers.
}

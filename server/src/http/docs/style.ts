/** The look of the reference: quiet, in the reader's light or dark, from a phone to a wide window. */

export const STYLE = `:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #101318);
  --surface: light-dark(#ffffff, #181c23);
  --sunken: light-dark(#eff1f4, #232933);
  --line: light-dark(#e2e5ea, #2b323d);
  --text: light-dark(#14171c, #f1f3f6);
  --quiet: light-dark(#545c69, #aab3c0);
  --accent: light-dark(#0b6e63, #6fd3c3);
  --accent-soft: light-dark(#e4f1ef, #17312e);
  --warm: light-dark(#8a5300, #f1b65c);
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
  --header: 3.5rem;
}
* { box-sizing: border-box; }
html { scroll-padding-block-start: calc(var(--header) + 1rem); }
body {
  margin: 0; background: var(--surface); color: var(--text); font: 1rem/1.6 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip {
  position: absolute; inset-block-start: -6rem; padding: .75rem 1rem; background: var(--surface);
  z-index: 2;
}
.skip:focus { inset-block-start: .5rem; }

header {
  position: sticky; inset-block-start: 0; z-index: 1; display: flex; align-items: center;
  justify-content: space-between; gap: 0 1rem; min-block-size: var(--header); padding: 0 1.25rem;
  background: var(--surface); border-block-end: 1px solid var(--line);
}
h1 { margin: 0; font-size: 1.0625rem; line-height: 1.3; }
h1 span { color: var(--quiet); font-weight: 400; }
header p { margin: 0; color: var(--quiet); font-size: .875rem; text-align: end; }

nav { padding: 1rem 1.25rem; border-block-end: 1px solid var(--line); font-size: .9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: .375rem; color: var(--quiet); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav .group > a { color: var(--text); font-weight: 600; }
nav ul ul { display: none; }

main { min-inline-size: 0; padding: 0 1.25rem 4rem; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.5rem; line-height: 1.3; letter-spacing: -.01em; }
h3 { margin: 0 0 .5rem; font-size: 1.125rem; line-height: 1.35; }
h2 a, h3 a { color: inherit; text-decoration: none; }
h2 a:hover, h3 a:hover { text-decoration: underline; }
p, ul { margin: 0 0 .875rem; }
main ul { padding-inline-start: 1.25rem; }
.topic + .topic { margin-block-start: 3.5rem; border-block-start: 1px solid var(--line); }
.topic > section.operation + section.operation, .object + .object {
  margin-block-start: 2.5rem; padding-block-start: 2.5rem;
  border-block-start: 1px solid var(--line);
}

code {
  padding: .1em .3em; background: var(--sunken); border-radius: 4px; font: .875em/1.5 var(--mono);
}
.address code, th code, pre code, summary code, h3 code { padding: 0; background: none; }
.method {
  padding: .15em .5em; color: var(--accent); background: var(--accent-soft); border-radius: 4px;
  font: 600 .8125rem/1.5 var(--mono);
}
.mark { color: var(--warm); font-size: .75rem; font-weight: 400; }
.type { color: var(--quiet); font-size: .875rem; }

table { inline-size: 100%; margin: 0 0 1.25rem; border-collapse: collapse; font-size: .9375rem; }
caption { padding-block-end: .375rem; font-weight: 600; text-align: start; }
th, td {
  padding: .625rem 0; border-block-start: 1px solid var(--line); text-align: start;
  vertical-align: top;
}
tbody th { inline-size: 38%; padding-inline-end: 1rem; font-weight: 600; }
tbody th .mark { display: block; }
td p { margin: .25rem 0 0; }
details { margin-block: .375rem; }
summary { padding-block: .25rem; color: var(--accent); font-size: .875rem; cursor: pointer; }
details table {
  margin: .5rem 0 0; padding-inline-start: .75rem; border-inline-start: 2px solid var(--line);
  border-collapse: separate; border-spacing: 0;
}
thead, details caption, .titled > table:only-of-type > caption {
  position: absolute; clip-path: inset(50%); block-size: 1px; overflow: hidden;
}

figure {
  margin: 0 0 1rem; background: var(--ground); border: 1px solid var(--line); border-radius: 10px;
}
figcaption {
  padding: .5rem 1rem; color: var(--quiet); border-block-end: 1px solid var(--line);
  font-size: .8125rem; font-weight: 600;
}
pre {
  margin: 0; padding: .875rem 1rem; white-space: pre-wrap; font-size: .9375rem; line-height: 1.55;
}
pre .text { color: var(--accent); }
pre .comment { color: var(--quiet); }

@media (min-width: 56rem) {
  .columns { display: grid; grid-template-columns: 16rem minmax(0, 1fr); }
  nav {
    position: sticky; inset-block-start: var(--header); block-size: calc(100vh - var(--header));
    overflow-y: auto; border-block-end: 0; border-inline-end: 1px solid var(--line);
  }
  nav ul, nav ul ul { display: block; }
  nav .group { margin-block-start: 1rem; }
  nav a { display: block; padding-block: .25rem; line-height: 1.4; }
  main { padding-inline: 2.5rem; max-inline-size: 84rem; }
}
@media (min-width: 78rem) {
  .operation {
    display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 28rem); gap: 0 3rem;
    align-items: start;
  }
  .samples { position: sticky; inset-block-start: calc(var(--header) + 1rem); }
}
@media (forced-colors: active) {
  .method { border: 1px solid; }
}
@media print {
  header, nav { position: static; }
  nav { display: none; }
}
`;

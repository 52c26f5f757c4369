/** The page at `/` while the demo runs: what is running, who to be, and what to try. Plain HTML; works without JavaScript. */
import { type DemoCommand, demoCommands, type Tokens } from './commands.ts';
import { escaped } from './html.ts';
import type { DemoCounts, DemoPeople, DemoPerson } from './load.ts';
import type { Part } from './people.ts';

export interface StartPageOptions {
  /** Where the API answers, without a slash at the end. */
  apiUrl: string;
  version: string;
  /** What the database is, in a few words. */
  database: string;
  /** Where its files are; left out when that is not known. */
  dataDir?: string;
  people: DemoPeople;
  counts: DemoCounts;
  tokens: Tokens;
  tokensExpireAt: Date;
}

const LINKS = [
  ['/demo/mail', 'Mailbox', 'every mail and SMS that was sent'],
  ['/docs', 'API reference', 'every route, with its schemas and examples'],
  ['/openapi.json', 'OpenAPI', 'the same for programs'],
  ['/healthz', 'Health', 'whether the process is alive'],
  ['/readyz', 'Readiness', 'whether the database answers and fits'],
  ['/metrics', 'Metrics', 'for Prometheus'],
] as const;

/** The whole page. */
export function startPage(options: StartPageOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Ringback is running</title>
<link rel="icon" href="/demo/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo/start.css">
<script src="/demo/copy.js" defer></script>
</head>
<body>
<header>
<img src="/demo/icon.svg" alt="" width="44" height="44">
<div>
<h1>Ringback is running</h1>
<p>A buyer asks to be called, the seller handles it, the buyer sees the outcome. This page lets you try it.</p>
</div>
</header>
<main>
${marketplace(options)}
${running(options)}
${commands(options)}
${signIn(options)}
</main>
<footer>
<p>Ctrl-C in the terminal stops everything; <code>npm start</code> goes on with the same data, and <code>npm start -- --fresh</code> starts from scratch.
Everybody and everything here is invented.</p>
</footer>
</body>
</html>
`;
}

function marketplace({ people: { buyer, seller, operator } }: StartPageOptions): string {
  return `<section aria-labelledby="market">
<h2 id="market">Try it in the browser</h2>
<p>Request a callback in one window and answer it in another: each window can be someone else.</p>
<p><a class="open" href="/market">Open the marketplace</a></p>
<ul class="links">
${personLink('buyer', buyer, 'asks for calls')}
${personLink('seller', seller, 'answers them')}
${personLink('operator', operator, 'watches over the marketplace')}
</ul>
</section>`;
}

function personLink(part: Part, { name }: DemoPerson, what: string): string {
  return `<li><a href="${part === 'operator' ? '/demo/console' : `/market?as=${part}`}">As the ${part}</a> <span>${escaped(name)}, who ${what}</span></li>`;
}

function running({ apiUrl, version, database, dataDir, counts }: StartPageOptions): string {
  const { people, countries, listings, requests, newestAt } = counts;
  const facts = [
    ['API', `<a href="${escaped(apiUrl)}/docs">${escaped(apiUrl)}</a>`],
    ['Version', escaped(version)],
    ['Database', escaped(database)],
    ...(dataDir === undefined ? [] : [['Data directory', `<code>${escaped(dataDir)}</code>`]]),
    [
      'Marketplace',
      `${people} people in ${countries} countries, ${listings} listings, ${requests.toLocaleString('en')} callback requests; the newest is of ${day(newestAt)}`,
    ],
  ];
  return `<section aria-labelledby="running">
<h2 id="running">What is running</h2>
<dl>
${facts.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join('\n')}
</dl>
<ul class="links">
${LINKS.map(([path, name, what]) => `<li><a href="${path}">${name}</a> <span>${what}</span></li>`).join('\n')}
</ul>
</section>`;
}

function commands({ apiUrl, people, tokens }: StartPageOptions): string {
  const { listing, seller, buyer } = people;
  const price = `${listing.currency} ${listing.price.toLocaleString('en')}`;
  return `<section aria-labelledby="try">
<h2 id="try">Try it in a terminal</h2>
<p>Five commands, to be pasted as they are, in any order and as often as you like. They need curl and sed; the long tokens are shown cut off but copied whole.</p>
<div class="listing">
<img src="${escaped(listing.image)}" alt="" width="120" height="90">
<p><strong>${escaped(listing.title)}</strong><br>${escaped(price)} · ${escaped(seller.city)}<br>
sold by ${escaped(seller.name)}; ${escaped(buyer.name)} would like a call</p>
</div>
<ol class="commands">
${demoCommands(apiUrl, people, tokens)
  .map((command) => commandItem(command, tokens))
  .join('\n')}
</ol>
</section>`;
}

function commandItem({ title, note, command }: DemoCommand, tokens: Tokens): string {
  const tokenPattern = new RegExp(`${tokens.buyer}|${tokens.seller}`, 'g');
  const shown = escaped(command).replace(tokenPattern, (token) => `<span class="token">${token}</span>`);
  return `<li class="item">
<h3>${escaped(title)}</h3>
<div class="code"><pre><code>${shown}</code></pre></div>
<p class="note">${escaped(note)}</p>
</li>`;
}

function signIn({ people, tokens, tokensExpireAt }: StartPageOptions): string {
  return `<section aria-labelledby="people">
<h2 id="people">Tokens for your own calls</h2>
<p>Send one as <code>Authorization: Bearer …</code>. They are signed with this installation’s secret and valid until ${day(tokensExpireAt)}; reload the page for new ones.</p>
<ul class="people">
${personItem('Buyer', people.buyer, 'has asked for calls, with answers and without', tokens.buyer)}
${personItem('Seller', people.seller, 'has requests in every state', tokens.seller)}
${personItem('Operator', people.operator, 'has the role admin', tokens.operator)}
</ul>
</section>`;
}

function personItem(part: string, { name, city, id }: DemoPerson, what: string, token: string): string {
  return `<li class="item">
<h3>${part}: ${escaped(name)}</h3>
<p class="note">${escaped(city)}, ${what}. Id <code>${id}</code></p>
<div class="code"><pre><code>${token}</code></pre></div>
</li>`;
}

function day(date: Date): string {
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** What holds for all operations, above them. */
import { ERROR_CODES, Problem } from '@ringback/client';
import {
  BACK_END_SAMPLE,
  ERROR_SAMPLE,
  PAGES_SAMPLE,
  REPEAT_SAMPLE,
  shellSample,
  startSample,
} from './conceptSamples.ts';
import { drawErrorTable } from './errorTable.ts';
import { exampleOf } from './example.ts';
import { type Html, html } from './html.ts';
import { drawSample } from './sample.ts';
import { blockText } from './text.ts';

export interface Concept {
  id: string;
  title: string;
  /** Paragraphs, in Markdown. */
  text: string;
  samples: Html[];
  /** Below text and samples. */
  more?: Html;
}

const START = `\
Callback requests for a marketplace: a buyer requests a callback about a listing, the seller handles the
request, and both are kept informed.

The API is JSON under \`/v1\`, with the names of SQL. Times are ISO 8601 with an offset; ids of people and
listings are your own, as strings.

Each operation has two samples: for curl, and for the client in \`@ringback/client\`. They need a token of
the person who makes the call: \`$BUYER_TOKEN\`, \`$SELLER_TOKEN\` or \`$OPERATOR_TOKEN\`.

In Ringback’s repository, \`docs/http.md\` explains how things work together, \`docs/errors.md\` the limits, and
\`docs/metrics.md\` each figure.

A page on another origin may read answers when the setting \`CORS_ORIGINS\` names its origin exactly.`;

const SIGNING_IN = `\
Every operation takes a bearer token, only in the header \`Authorization\`: a JWT that your marketplace, or
Supabase, issues.

- \`sub\`: the person’s id in the marketplace. The setting \`JWT_USER_CLAIM\` can name another claim.
- \`exp\`: required. \`nbf\` and \`iat\` are checked when present, \`iss\` and \`aud\` when the settings
  name them.
- \`role\`: optional. \`service_role\` is your own back end, which names the person it acts for in the
  header \`Ringback-User\`. \`anon\` signs no one in.

Who is an operator, and with which role (\`viewer\`, \`support\` or \`admin\`), is decided by a claim that
the marketplace’s settings name.`;

const REPEATING = `\
Send an \`Idempotency-Key\`, such as a UUID, with writes to callback requests. For at least 24 hours the
same key with the same content gives the first answer again, with the header \`Idempotency-Replayed: true\`.

The client makes a key for each call, so that its own repeats have one effect.`;

const LISTS = `\
Lists are read page by page: pass \`next_cursor\` as \`cursor\` until it is null. A page may hold fewer
entries than \`limit\`.

Answers grow: a \`status\` and the \`code\` of an error have fixed values, any other word may get new ones,
and any object may get new fields. Show a fallback for unknown words, and ignore unknown fields.`;

const ERRORS = `\
Every error is \`application/problem+json\`. Its \`code\` is stable, its \`detail\` is a sentence for people
that says what to do.

The client throws a \`CallbackError\` with the same \`code\`; four more arise on its own side:
\`network_error\`, \`timeout\`, \`aborted\` and \`unexpected_answer\`.`;

/** All of them, for the API at that address. */
export function conceptsFor(publicUrl: string): Concept[] {
  return [
    {
      id: 'start',
      title: 'Getting started',
      text: START,
      samples: [drawSample('curl', shellSample(publicUrl)), drawSample('TypeScript', startSample(publicUrl))],
    },
    {
      id: 'signing-in',
      title: 'Signing in',
      text: SIGNING_IN,
      samples: [drawSample('curl, as your back end', BACK_END_SAMPLE)],
    },
    {
      id: 'repeating',
      title: 'Repeating a write',
      text: REPEATING,
      samples: [drawSample('curl', REPEAT_SAMPLE)],
    },
    {
      id: 'lists',
      title: 'Lists and answers',
      text: LISTS,
      samples: [drawSample('TypeScript', PAGES_SAMPLE)],
    },
    {
      id: 'errors',
      title: 'Errors',
      text: ERRORS,
      samples: [drawSample('An error', problem()), drawSample('TypeScript', ERROR_SAMPLE)],
      more: drawErrorTable(ERROR_CODES, 'All errors'),
    },
  ];
}

export function drawConcept({ id, title, text, samples, more }: Concept): Html {
  return html`<section class="topic" id="${id}">
<h2><a href="#${id}">${title}</a></h2>
<div class="operation"><div>${blockText(text)}</div><div class="samples">${samples}</div></div>
${more}
</section>
`;
}

const problem = () => JSON.stringify(exampleOf(Problem), null, 2);

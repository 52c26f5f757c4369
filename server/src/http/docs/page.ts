/** The page at /docs: contents, concepts, operations by topic, and the objects that several of them share. */
import { type Concept, conceptsFor, drawConcept } from './concepts.ts';
import { type Document, type Entry, entriesByTopic } from './document.ts';
import { drawFields } from './fields.ts';
import { type Html, html } from './html.ts';
import { type Objects, readObjects } from './objects.ts';
import { drawOperation } from './operation.ts';
import { inlineText } from './text.ts';

/** The whole page. Its links are relative, so that it may stand below any path. */
export function drawReference(document: Document): string {
  const concepts = conceptsFor(document.servers[0].url);
  const topics = entriesByTopic(document);
  const objects = readObjects(document);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Ringback API reference</title>
<link rel="stylesheet" href="docs/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<h1>Ringback <span>API reference</span></h1>
<p>Version ${document.info.version} · <a href="openapi.json">OpenAPI</a></p>
</header>
<div class="columns">
${drawContents(concepts, topics, objects)}
<main id="content" tabindex="-1">
${concepts.map(drawConcept)}
${[...topics].map(([topic, entries]) => drawTopic(topic, entries, objects))}
${drawObjects(objects)}
</main>
</div>
</body>
</html>
`.text;
}

function drawContents(concepts: Concept[], topics: Map<string, Entry[]>, objects: Objects): Html {
  const names = objects.sections.map(([name]): Link => [name, name]);
  return html`<nav aria-label="Contents">
<ul>
${drawLinks(concepts.map(({ id, title }): Link => [id, title]))}
${[...topics].map(([topic, entries]) => drawGroup([idOf(topic), topic], entries.map(linkTo)))}
${drawGroup(['objects', 'Objects'], names)}
</ul>
</nav>`;
}

type Link = [id: string, title: string];

const linkTo = ({ operationId, summary }: Entry): Link => [operationId, summary];

const drawGroup = ([id, title]: Link, links: Link[]) =>
  html`<li class="group"><a href="#${id}">${title}</a>
<ul>${drawLinks(links)}</ul></li>
`;

const drawLinks = (links: Link[]) =>
  links.map(
    ([id, title]) => html`<li><a href="#${id}">${title}</a></li>
`,
  );

function drawTopic(topic: string, entries: Entry[], objects: Objects): Html {
  return html`<section class="topic" id="${idOf(topic)}">
<h2><a href="#${idOf(topic)}">${topic}</a></h2>
${entries.map((entry) => drawOperation(entry, objects))}
</section>
`;
}

function drawObjects(objects: Objects): Html {
  return html`<section class="topic" id="objects">
<h2><a href="#objects">Objects</a></h2>
${objects.sections.map(
  ([name, schema]) => html`<section class="object titled" id="${name}">
<h3><a href="#${name}">${name}</a></h3>
<p>${inlineText(schema.description ?? '')}</p>
${drawFields(schema, name, 'answered', objects)}
</section>
`,
)}
</section>`;
}

const idOf = (topic: string) => topic.toLowerCase();

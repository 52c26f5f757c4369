/** What apps need to give people their data in a form that they can read. */
export { personalDataPage } from './page.ts';
export { type PageTexts, pageTexts, type SectionName } from './texts.ts';

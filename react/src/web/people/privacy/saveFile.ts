import type { PersonalDataFile } from '../../../headless/people/privacy/props.ts';

/** Hands the file to the browser's downloads. */
export function saveFile({ name, type, text }: PersonalDataFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari reads it after the press
}

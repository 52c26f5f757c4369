import type { PersonalData } from '@ringback/client';
import type { PersonalDataFile } from './props.ts';

/** The page is made by code that is loaded when it is needed. */
export async function personalDataFile(
  data: PersonalData,
  type: PersonalDataFile['type'],
): Promise<PersonalDataFile> {
  const day = data.exported_at.slice(0, 10);
  if (type === 'application/json')
    return { name: `callback-data-${day}.json`, type, text: `${JSON.stringify(data, null, 2)}\n` };
  const { personalDataPage } = await import('@ringback/client/privacy');
  return { name: `callback-data-${day}.html`, type, text: personalDataPage(data) };
}

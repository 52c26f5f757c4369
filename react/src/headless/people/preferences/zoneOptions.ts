/** Time zones for a select. Browsers list some under the names of before; the names of today are shown. */
import type { Option } from '../../ui/parts.ts';

const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const nameOf = (zone: string) => RENAMED[zone] ?? zone;

/**
 * The zones of this browser, each once, by name. The `kept` one keeps the name under which it is kept, and is
 * there also where this browser lists another name of it, or none.
 */
export function zoneOptions(kept: string, zones = knownZones()): Option[] {
  const values = new Map(zones.map((zone) => [nameOf(zone), zone]));
  if (kept !== '') values.set(nameOf(kept), kept);
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ value, label: name.replaceAll('_', ' ') }));
}

/** Hermes, the engine of React Native, lists none: there it is the device's own. */
function knownZones(): string[] {
  return Intl.supportedValuesOf?.('timeZone') ?? [Intl.DateTimeFormat().resolvedOptions().timeZone];
}

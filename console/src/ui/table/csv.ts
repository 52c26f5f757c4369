/** Tables as CSV (RFC 4180), with a mark of UTF-8 for Excel, and nothing in it that a spreadsheet would execute. */

export type CsvValue = string | number | boolean | null | undefined;

const UTF8_MARK = '\uFEFF';
/** What makes a cell a formula; also after a quote or the white space that spreadsheets skip. */
const FORMULA = /^[\s"']*[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

/** The text of a file: the header first. */
export function toCsv(header: string[], rows: CsvValue[][]): string {
  const lines = [header, ...rows].map((row) => row.map(toCell).join(','));
  return `${UTF8_MARK}${lines.join('\r\n')}\r\n`;
}

function toCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Hands the reader a file. */
export function download(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

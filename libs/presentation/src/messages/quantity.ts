/** Imports nothing: the console takes it as it is. */
type Locale = 'en' | 'zh';

const NO_BREAK_SPACE = '\u00a0';
const NARROW_SPACE = '\u202f';

/** UCUM codes as one reads them on a ward. */
const READABLE: Readonly<Record<string, string>> = {
  Cel: '°C',
  'mm[Hg]': 'mmHg',
  '1': '',
  '{score}': '',
  '[pH]': '',
  '{INR}': '',
  'cm[H2O]': 'cmH₂O',
  '10*9/L': '×10⁹/L',
  '10*12/L': '×10¹²/L',
};

/** A UCUM unit for display: `Cel` is °C, `mg/L{FEU}` is mg/L FEU, `umol/L` is µmol/L. */
export function formatUnit(ucum: string): string {
  const known = READABLE[ucum];
  if (known !== undefined) return known;
  return ucum
    .replace(/\{([^}]*)\}/g, ' $1')
    .replace(/\[IU\]/g, 'IU')
    .replace(/^u(?=[A-Za-z])/, 'µ')
    .trim();
}

/**
 * A quantity with its unit, which never stands alone on the next line: "112 /min", "38.1 °C". Before a percent sign
 * English has a narrow space and Chinese none.
 */
export function formatQuantity(number: number, ucum: string, locale: Locale): string {
  const unit = formatUnit(ucum);
  if (unit === '') return String(number);
  if (unit === '%') return String(number) + (locale === 'zh' ? '%' : `${NARROW_SPACE}%`);
  return String(number) + NO_BREAK_SPACE + unit;
}

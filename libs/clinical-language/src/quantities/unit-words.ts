/** A unit as it stands in a text, as UCUM. */
export interface UnitRead {
  readonly ucum: string;
  /** UTF-16 units of the normalised text that it takes, leading blanks included. */
  readonly length: number;
}

/** Ways to write a unit → UCUM. Longer forms first; all matched without regard to case. */
const WRITTEN: readonly (readonly [pattern: string, ucum: string])[] = [
  ['mm ?hg|毫米汞柱', 'mm[Hg]'],
  ['cm ?h2o', 'cm[H2O]'],
  ['k ?pa', 'kPa'],
  ['° ?c|deg(?:rees?)? ?c(?:elsius)?|celsius|摄氏度|度|c(?![a-z0-9/])', 'Cel'],
  ['° ?f|deg(?:rees?)? ?f(?:ahrenheit)?|fahrenheit|f(?![a-z0-9/])', '[degF]'],
  ['(?:beats?|breaths?|resp(?:irations)?|次|b)? ?(?:/|per) ?min(?:ute)?|bpm|次 ?/ ?分钟?|min-1', '/min'],
  ['%|per ?cent', '%'],
  ['[x×*] ?10 ?(?:\\^|\\*\\*|e)? ?9 ?/ ?l|10(?:\\^|e)9 ?/ ?l', '10*9/L'],
  ['[x×*] ?10 ?(?:\\^|\\*\\*|e)? ?12 ?/ ?l|10(?:\\^|e)12 ?/ ?l', '10*12/L'],
  ['[x×*] ?10 ?(?:\\^|\\*\\*|e)? ?6 ?/ ?l|10(?:\\^|e)6 ?/ ?l', '10*6/L'],
  ['[x×*] ?10 ?(?:\\^|e)? ?3 ?/ ?[uμ]l|10(?:\\^|e)3 ?/ ?[uμ]l|k ?/ ?[uμ]l|thousand ?/ ?[uμ]l', '10*3/uL'],
  ['[x×*] ?10 ?(?:\\^|e)? ?6 ?/ ?[uμ]l|10(?:\\^|e)6 ?/ ?[uμ]l|m ?/ ?[uμ]l', '10*6/uL'],
  ['(?:cells? ?|个)?/ ?(?:[uμ]l|mm\\^?3|hpf)(?![a-z])', '/uL'],
  ['m?l ?/ ?min ?/ ?1[.]73 ?m\\^?2', 'mL/min/{1.73_m2}'],
  ['kg ?/ ?m\\^?2', 'kg/m2'],
  ['mm ?/ ?(?:1 ?)?hr?', 'mm/h'],
  ['mosm ?/ ?kg', 'mosm/kg'],
];

/** Mass, substance, catalytic or arbitrary concentration: prefix, unit, "/", prefix, unit. */
const CONCENTRATION =
  /^(mc|[munpkμf])?(g|mol|eq|iu|u|osm)\s?\/\s?([dmcμu]?l|kg|mmol|mol|g|24 ?h|d|h|min)(?![a-z])(\s?\(?\s?(?:feu|ddu|d-du)\)?)?/;

const SIMPLE = /^(seconds?|secs?|s|fl|pg|g|mg|kg|cm|mm|ml|l)(?![a-z0-9/])/;
const SIMPLE_UCUM: Readonly<Record<string, string>> = { fl: 'fL', ml: 'mL', l: 'L', sec: 's', secs: 's', second: 's', seconds: 's' }; // prettier-ignore

const WRITTEN_PATTERNS = WRITTEN.map(([pattern, ucum]) => ({ pattern: new RegExp(`^(?:${pattern})`), ucum }));

const PREFIXES: Readonly<Record<string, string>> = { mc: 'u', μ: 'u' };
const NUMERATORS: Readonly<Record<string, string>> = { iu: '[IU]', u: 'U', eq: 'eq', osm: 'osm' };

function concentration(text: string): { ucum: string; length: number } | undefined {
  const match = CONCENTRATION.exec(text);
  if (match === null) return undefined;
  const [all, prefix = '', numerator = '', denominator = '', assay = ''] = match;
  const top = `${PREFIXES[prefix] ?? prefix}${NUMERATORS[numerator] ?? numerator}`;
  const bottom = denominator
    .replace('μ', 'u')
    .replace(/(?<!o)l$/, 'L')
    .replace(/24 ?h/, 'd');
  const annotation = assay === '' ? '' : assay.includes('feu') ? '{FEU}' : '{DDU}';
  return { ucum: `${top}/${bottom}${annotation}`, length: all.length };
}

function unitAtStart(text: string): { ucum: string; length: number } | undefined {
  for (const { pattern, ucum } of WRITTEN_PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return { ucum, length: match[0].length };
  }
  const compound = concentration(text);
  if (compound !== undefined) return compound;
  const simple = SIMPLE.exec(text)?.[1];
  return simple === undefined ? undefined : { ucum: SIMPLE_UCUM[simple] ?? simple, length: simple.length };
}

const MAX_UNIT_TEXT = 32;

/**
 * Reads the unit that follows a number.
 * @param lower normalised text in lower case, @param offset where the number ends
 */
export function readUnit(lower: string, offset: number): UnitRead | undefined {
  let at = offset;
  while (at - offset < 2 && lower[at] === ' ') at += 1;
  const unit = unitAtStart(lower.slice(at, at + MAX_UNIT_TEXT).replaceAll('µ', 'μ'));
  return unit === undefined ? undefined : { ucum: unit.ucum, length: at - offset + unit.length };
}

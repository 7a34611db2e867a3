/** Forms whose stem no rule finds. Both sides (vocabulary and text) pass through, so only agreement matters. */
const IRREGULAR: Readonly<Record<string, string>> = {
  swollen: 'swell',
  swelled: 'swell',
  felt: 'feel',
  bled: 'bleed',
  blood: 'blood',
  bloody: 'blood',
  broke: 'break',
  broken: 'break',
  lost: 'lose',
  losing: 'lose',
  loss: 'lose',
  worse: 'worse',
  worsen: 'worse',
  feet: 'foot',
  teeth: 'tooth',
  children: 'child',
  women: 'woman',
  men: 'man',
  lying: 'lie',
  lies: 'lie',
  ate: 'eat',
  shaking: 'shake',
  shakes: 'shake',
  shook: 'shake',
  threw: 'throw',
  thrown: 'throw',
  fainted: 'fainting',
  fainting: 'fainting',
  faints: 'fainting',
  coughed: 'cough',
  breathless: 'breathless',
  breathing: 'breath',
  breathe: 'breath',
  breathes: 'breath',
  breaths: 'breath',
  bases: 'base',
  basal: 'base',
  pains: 'pain',
  painful: 'pain',
  aching: 'ache',
  aches: 'ache',
  tenderness: 'tender',
  stiffness: 'stiff',
  weakness: 'weak',
  dizziness: 'dizzy',
  sweaty: 'sweat',
  itchy: 'itch',
  calves: 'calf',
  testes: 'testis',
  spotting: 'spotting',
  lactating: 'lactating',
  gripes: 'gripes',
  griping: 'gripes',
  spine: 'spine',
  spines: 'spine',
  nauseous: 'nausea',
  nauseated: 'nausea',
  feverish: 'fever',
  febrile: 'fever',
  normal: 'normal',
  ached: 'ache',
  eased: 'ease',
  easing: 'ease',
  eating: 'eat',
  eaten: 'eat',
  waking: 'wake',
  woke: 'wake',
  woken: 'wake',
  fell: 'fall',
  fallen: 'fall',
  slept: 'sleep',
  stood: 'stand',
  grew: 'grow',
  grown: 'grow',
  drank: 'drink',
  ran: 'run',
  bent: 'bend',
  giving: 'give',
  gave: 'give',
  rising: 'rise',
  bitten: 'bite',
  biting: 'bite',
  fed: 'feed',
  heard: 'hear',
  spun: 'spin',
  stung: 'sting',
  leukocytosis: 'leucocytosis',
  leukocyte: 'leucocyte',
  leukopenia: 'leucopenia',
};

const VOWEL = /[aeiouy]/;

/** British and American spellings fall together: haem/hem, oed/ed, tumour/tumor. */
function unifySpelling(word: string): string {
  return word
    .replace(/ae(?=[a-z])/g, 'e')
    .replace(/oe(?=[a-z])/g, 'e')
    .replace(/([a-z]{3})our(s?)$/, '$1or$2')
    .replace(/isation/, 'ization')
    .replace(/([a-z]{3})is(e|ed|es|ing)$/, '$1iz$2')
    .replace(/ph/g, 'f')
    .replace(/kc/g, 'c');
}

function stripPlural(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/(ss|us|is)$/.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function undouble(word: string): string {
  return /([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function stripVerbEnding(word: string): string {
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending) || word.endsWith('eed')) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= 4 && VOWEL.test(rest)) return undouble(rest);
  }
  return word;
}

/**
 * A light, deterministic English stem for dictionary look-up: spelling variants, plurals and verb endings fall
 * together; derivations (cardiac/cardiology) do not. Words of up to three letters are abbreviations and stay.
 * @param word lower-case
 */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  const irregular = IRREGULAR[bare];
  if (irregular !== undefined) return irregular;
  if (bare.length <= 3 || /\d/.test(bare)) return bare;
  const singular = stripPlural(unifySpelling(bare));
  const base = stripVerbEnding(singular);
  const shortened = base.length >= 5 && base.endsWith('e') ? base.slice(0, -1) : base;
  return IRREGULAR[shortened] ?? shortened;
}

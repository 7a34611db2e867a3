import { type Token } from '../text/tokens';
import { type Sentence } from '../segmentation/sentences';
import { type Mention } from './mention';

interface Row {
  readonly finding: string;
  /** Words of the mention that may mean something else. */
  readonly words: RegExp;
  /** What the sentence tells of where they do. */
  readonly place: RegExp;
  readonly unless?: RegExp;
}

/** Ordinary words that are a finding only where the finding can be. */
const ROWS: readonly Row[] = [
  {
    finding: 'haemoptysis',
    words: /^(?:spit|spits|spat|spitting)$/,
    place:
      /^(?:mouth|gums?|tongue|tooth|teeth|lips?|dental|extraction|nose|nosebleeds?|socket|brush|brushes|brushing|palate|cheek)$/,
    unless: /^(?:cough|coughs|coughed|coughing|phlegm|sputum|chest|lungs?|haemoptysis)$/,
  },
  {
    finding: 'pearly-nodule-with-telangiectasia',
    words: /^(?:rolled|edge|edges)$/,
    place:
      /^(?:tongue|mouth|gums?|palate|cervix|anus|anal|vulva|vulval|penis|rectal|rectum|colon|oral|tonsil|larynx)$/,
  },
  {
    finding: 'hypervigilance-or-startle',
    words: /^(?:jumpy)$/,
    place: /^(?:pulse|heartbeat|heart|rhythm|beats?|vision|pictures?)$/,
  },
  {
    finding: 'muscle-cramps',
    words: /^(?:cramp|cramps|cramping|crampy)$/,
    place:
      /^(?:belly|abdomen|abdominal|tummy|stomach|periods?|bloated|bowels?|diarrhoea|womb|uterus|uterine|menstrual)$/,
    unless: /^(?:legs?|calf|calves|muscles?|muscular|foot|feet|thighs?|hands?|toes?|fingers?)$/,
  },
];

/** "He passed out *drunk*": asleep from drink. */
function isDrunkenSleep(tokens: readonly Token[], { to }: Mention): boolean {
  return /^(?:drunk|intoxicated)$/.test(tokens[to]?.text ?? '');
}

/** "Shakes the hand", "shook hands": a greeting; "his hand shakes" is none. */
function isHandshake(tokens: readonly Token[], { used }: Mention): boolean {
  const [shake, hand] = used.map((position) => tokens[position]?.text ?? '');
  return /^(?:shake|shakes|shook)$/.test(shake ?? '') && /^hands?$/.test(hand ?? '');
}

const DIED = /^(?:died|dead|death)$/;
const LATELY = /^(?:ago|recently|last|since|month|months|week|weeks|days)$/;
const MAX_TO_AGE = 6;

/** "Father died *at 40*", "died in his sleep": what a family history tells is no loss of these days. */
function isOldDeath(tokens: readonly Token[], { used, to }: Mention, end: number): boolean {
  if (!used.some((position) => DIED.test(tokens[position]?.text ?? ''))) return false;
  const behind = tokens.slice(to, Math.min(to + MAX_TO_AGE, end));
  const hasAge = behind.some(
    ({ text }, at) =>
      text === 'sleep' || (/^(?:at|aged|age)$/.test(text) && behind[at + 1]?.kind === 'number'),
  );
  return hasAge && !behind.some(({ text }) => LATELY.test(text));
}

const isOf = ({ senses }: Mention, finding: string): boolean =>
  senses.some((sense) => sense.kind === 'finding' && sense.findingId === finding);

/** Whether the words of a mention mean something else in this sentence. */
export function isOutOfPlace(tokens: readonly Token[], mention: Mention, { from, to }: Sentence): boolean {
  if (isOf(mention, 'syncope') && isDrunkenSleep(tokens, mention)) return true;
  if (isOf(mention, 'tremor') && isHandshake(tokens, mention)) return true;
  if (isOf(mention, 'recent-bereavement-or-loss') && isOldDeath(tokens, mention, to)) return true;
  const around = tokens.slice(from, to);
  return ROWS.some(
    ({ finding, words, place, unless }) =>
      isOf(mention, finding) &&
      mention.used.some((position) => words.test(tokens[position]?.text ?? '')) &&
      around.some(({ text }) => place.test(text)) &&
      !around.some(({ text }) => unless?.test(text) === true),
  );
}

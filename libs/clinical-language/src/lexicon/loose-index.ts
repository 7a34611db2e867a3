import { ANATOMY_ZH } from './anatomy';
import { BAG_GRAMMAR, BOUND_QUALIFIERS, MATCHED_AS_WRITTEN, RELATIONS, TIMES } from './bag-words';
import { type PhraseDictionary } from './phrase-dictionary';
import { PhraseTrie } from './phrase-trie';
import { isHan, type PhraseReader, phraseKeys } from './phrases';
import { type PhraseSense, type Sense, senseKey } from './sense';
import { type Lookup } from './stored/lookup';
import { stem } from '../text/stem';
import { spellingOf, type Token } from '../text/tokens';

/** An English phrase as its content words, in any order. */
export interface WordBag {
  readonly stems: readonly string[];
  readonly sense: Sense;
  /** The words themselves, where others of their classes mean something else: only they count then. */
  readonly asWritten?: ReadonlySet<string>;
  /** The wording itself lists: "guilt or worthlessness". */
  readonly lists: boolean;
}

const LISTING = /\b(?:and|or|nor)\b|[/&,]/;

/** Phrases whose words may stand apart in the text. */
export interface LooseIndex {
  /** English: bags by their rarest stem, which is no qualifier. */
  readonly bags: Lookup<readonly WordBag[]>;
  /** Chinese: where on the body → what is wrong there. */
  readonly sites: PhraseDictionary<string>;
  readonly complaintsAt: Lookup<PhraseDictionary<Sense>>;
}

/** The same while it is made. */
export interface LoosePhrases {
  readonly bags: ReadonlyMap<string, readonly WordBag[]>;
  /** The key of each part of the body, by its wordings. */
  readonly sites: PhraseTrie<string>;
  readonly complaintsAt: ReadonlyMap<string, PhraseTrie<Sense>>;
}

/** One-character complaints that are unambiguous after a part of the body. */
const SHORT_COMPLAINTS = /^[痛肿胀麻痒红]$/;
const MAX_BAG = 6;

/** "Noisy breathing [in]" is not told by noisy breathing. */
const isBreathedIn = (tokens: readonly Token[], position: number): boolean =>
  tokens[position]?.text === 'in' && tokens[position - 1]?.key === BREATH;
const BREATH = stem('breath');

/** "Pain over the [side] of the hip", but not "on the left side of". */
const isOuterSide = (tokens: readonly Token[], position: number): boolean =>
  tokens[position]?.text === 'side' &&
  tokens[position + 1]?.text === 'of' &&
  /^(?:of|on|over|along|at|to)$/.test(tokens[position - 1]?.text ?? '');

/**
 * The words of a wording that must all be found; none if it cannot be told by its words alone:
 * "after forceful vomiting" is not told by "forceful vomiting after feeds".
 */
function contentTokens(phrase: string, reader: PhraseReader): Token[] {
  const tokens = reader.classes(phrase);
  const opensWithRelation = RELATIONS.has(tokens[0]?.key ?? '');
  if (opensWithRelation || tokens.some(({ kind }) => kind === 'number')) return [];
  return tokens.filter(
    ({ kind, key }, position) =>
      kind === 'word' &&
      (!BAG_GRAMMAR.has(key) || isBreathedIn(tokens, position) || isOuterSide(tokens, position)),
  );
}

/** Whether words say enough when they stand apart: two of them, of which one names something. */
function isTellingApart(stems: readonly string[]): boolean {
  const own = stems.filter((one) => !RELATIONS.has(one) && !TIMES.has(one));
  return own.length >= 2 && own.some((one) => !BOUND_QUALIFIERS.has(one));
}

type WrittenBag = Required<WordBag>;

/** Bags whose words, by class, are those of another finding count as written only; of others, one each is enough. */
function toldApart(bags: readonly WrittenBag[]): WordBag[] {
  const meant = new Map<string, Set<string>>();
  const classes = ({ stems }: WordBag): string => [...stems].sort((a, b) => (a < b ? -1 : 1)).join(' ');
  const keys = bags.map(classes);
  bags.forEach(({ sense }, index) => {
    const key = keys[index] ?? '';
    meant.set(key, (meant.get(key) ?? new Set()).add(senseKey(sense)));
  });
  const seen = new Set<string>();
  return bags.flatMap(({ asWritten, ...bag }, index) => {
    const key = keys[index] ?? '';
    if ((meant.get(key)?.size ?? 0) > 1) return [{ ...bag, asWritten }];
    const known = `${key} ${String(bag.lists)}`;
    if (seen.has(known)) return [];
    seen.add(known);
    return [bag];
  });
}

function wordBags(phrases: readonly PhraseSense[], reader: PhraseReader): Map<string, WordBag[]> {
  const written: WrittenBag[] = [];
  const frequency = new Map<string, number>();
  for (const { phrase, sense } of phrases) {
    if (isHan(phrase) || MATCHED_AS_WRITTEN.test(phrase)) continue;
    const tokens = contentTokens(phrase, reader);
    const stems = [...new Set(tokens.map(({ key }) => key))];
    if (stems.length > MAX_BAG || !isTellingApart(stems)) continue;
    written.push({ stems, sense, asWritten: new Set(tokens.map(spellingOf)), lists: LISTING.test(phrase) });
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const bags = toldApart(written);
  const index = new Map<string, WordBag[]>();
  for (const bag of bags) {
    const concepts = bag.stems.filter((one) => !BOUND_QUALIFIERS.has(one) && !RELATIONS.has(one));
    const rarest = concepts.reduce((a, b) => ((frequency.get(b) ?? 0) < (frequency.get(a) ?? 0) ? b : a));
    const list = index.get(rarest);
    if (list === undefined) index.set(rarest, [bag]);
    else list.push(bag);
  }
  return index;
}

function longestSite(phrase: string): string | undefined {
  let longest: string | undefined;
  for (const site of ANATOMY_ZH) {
    if (phrase.startsWith(site) && site.length > (longest?.length ?? 0)) longest = site;
  }
  return longest;
}

/** All words for one part of the body have one key. */
const siteKey = (site: string): string => phraseKeys(site).join(' ');

function complaintsBySite(phrases: readonly PhraseSense[]): Map<string, PhraseTrie<Sense>> {
  const index = new Map<string, PhraseTrie<Sense>>();
  for (const { phrase, sense } of phrases) {
    if (!isHan(phrase) || MATCHED_AS_WRITTEN.test(phrase)) continue;
    const site = longestSite(phrase);
    const complaint = site === undefined ? '' : phrase.slice(site.length);
    if (site === undefined || (complaint.length < 2 && !SHORT_COMPLAINTS.test(complaint))) continue;
    const key = siteKey(site);
    let trie = index.get(key);
    if (trie === undefined) {
      trie = new PhraseTrie();
      index.set(key, trie);
    }
    trie.add(phraseKeys(complaint), sense);
  }
  return index;
}

const AS_WRITTEN: ReadonlySet<Sense['kind']> = new Set(['panel', 'context', 'disease']);

/** Indexes the phrases whose parts may stand apart. Panels and context senses are matched as written only. */
export function loosePhrases(phrases: readonly PhraseSense[], reader: PhraseReader): LoosePhrases {
  const loose = phrases.filter(({ sense }) => !AS_WRITTEN.has(sense.kind));
  const complaintsAt = complaintsBySite(loose);
  const sites = new PhraseTrie<string>();
  for (const site of ANATOMY_ZH)
    if (complaintsAt.has(siteKey(site))) sites.add(phraseKeys(site), siteKey(site));
  return { bags: wordBags(loose, reader), sites, complaintsAt };
}

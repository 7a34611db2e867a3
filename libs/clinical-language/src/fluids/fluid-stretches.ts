import { type Stretch } from '../assertion/scope';
import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../lexicon/phrases';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { textAt } from '../text/at-position';
import { type Token } from '../text/tokens';
import { ANALYTES } from './analytes';

export type FluidKind = 'csf' | 'pleural' | 'ascitic' | 'synovial' | 'other';

/** A stretch of text in which values are those of a fluid, not of the blood. */
export interface Fluid extends Stretch {
  readonly kind: FluidKind;
}

interface FluidName {
  readonly kind: FluidKind;
  /** Also the name of a finding (胸水): the values must follow at once. */
  readonly isFinding: boolean;
}

const NAMES: Readonly<Record<FluidKind, string>> = {
  csf: 'csf|cerebrospinal fluid|spinal fluid|lumbar puncture|spinal tap|脑脊液',
  pleural:
    'pleural fluid|pleural tap|pleural aspirate|pleural aspiration|thoracentesis|thoracocentesis|胸水检查|胸腔穿刺液|胸腔引流液',
  ascitic: 'ascitic fluid|ascitic tap|peritoneal fluid|paracentesis|腹水检查|腹腔穿刺液',
  synovial:
    'synovial fluid|joint fluid|joint aspirate|joint aspiration|knee aspirate|arthrocentesis|关节液|滑液|关节腔穿刺液|关节穿刺液',
  other:
    'pericardial fluid|bal|balf|bronchoalveolar lavage|lavage fluid|bal fluid|peritoneal dialysate|dialysate|cyst fluid|灌洗液|肺泡灌洗液|心包液|腹透液|囊液',
};
const FINDING_NAMES: Partial<Record<FluidKind, string>> = {
  csf: '腰穿|腰椎穿刺',
  pleural: '胸水|胸腔积液|胸液|胸穿|胸腔穿刺',
  ascitic: '腹水|腹腔积液|腹穿|腹腔穿刺',
  synovial: '关节积液',
  other: '心包积液',
};

const FLUIDS: PhraseTrie<FluidName> = buildNames();

function buildNames(): PhraseTrie<FluidName> {
  const trie = new PhraseTrie<FluidName>();
  for (const [names, isFinding] of [
    [NAMES, false],
    [FINDING_NAMES, true],
  ] as const) {
    for (const [kind, list] of Object.entries(names) as [FluidKind, string][]) {
      for (const name of list.split('|')) trie.add(surfaceKeys(name), { kind, isFinding });
    }
  }
  return trie;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** With these the text is back at the blood, or at what no fluid is tested for. */
const BLOOD = words(
  `blood bloods serum plasma peripheral haematology hematology fbc cbc crp esr hb haemoglobin hemoglobin platelets platelet
  sodium potassium creatinine urea bilirubin alt ast troponin procalcitonin pct temperature bp inr urine 血 尿 降 外`,
);
/** Between the name of a finding and its values: 胸水[常规：]白细胞. */
const LEADS_TO_VALUE = /^[检查常规生化验示提送分析显为液:的]$/;
const MAX_LEAD = 8;
/** "CSF [was] normal, WBC 14", "lumbar puncture is planned; glucose 5": the rest is of the blood. */
const IS_ALL = /^(?:normal|unremarkable|planned|awaited|pending|scheduled|refused|declined|正)$/;
/** It stands this close behind the name of the fluid; "pressure normal" is one result of several. */
const MAX_TO_ALL = 2;

function leadsToValue(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && at - from < MAX_LEAD && LEADS_TO_VALUE.test(textAt(tokens, at))) at += 1;
  return ANALYTES.longestAt(tokens, at, bySurface, undefined, to) !== undefined;
}

function endOf(tokens: readonly Token[], from: number, limit: number): number {
  let isAll = false;
  for (let at = from; at < limit; at += 1) {
    const text = textAt(tokens, at);
    if (BLOOD.has(text)) return at;
    if (IS_ALL.test(text) && at - from <= MAX_TO_ALL) isAll = true;
    if (isAll && /^[,;]$/.test(text)) return at;
    if (tokens[at]?.kind === 'number') isAll = false;
  }
  return limit;
}

/** "90 % lymphocytes in the CSF": what is told before the fluid. */
function startOf(tokens: readonly Token[], from: number, sentence: Sentence): number {
  let at = from - 1;
  if (/^(?:the|her|his)$/.test(textAt(tokens, at))) at -= 1;
  if (!/^(?:in|of|from|on)$/.test(textAt(tokens, at))) return from;
  while (at > sentence.from && !/^(?:[,;:()]|and|with|but)$/.test(textAt(tokens, at - 1))) at -= 1;
  return at;
}

function fluidsOfSentence(tokens: readonly Token[], sentence: Sentence): Fluid[] {
  const names = FLUIDS.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to);
  return names.flatMap(({ from, to, values }, index) => {
    const name = values[0];
    const limit = names[index + 1]?.from ?? sentence.to;
    if (name === undefined || (name.isFinding && !leadsToValue(tokens, to, limit))) return [];
    return [{ kind: name.kind, from: startOf(tokens, from, sentence), to: endOf(tokens, to, limit) }];
  });
}

/** "CSF:" on a line of its own heads the lines below. */
function isHeading(tokens: readonly Token[], { from, to }: Sentence): boolean {
  const match = FLUIDS.longestAt(tokens, from, bySurface, undefined, to);
  if (match === undefined) return false;
  const rest = tokens.slice(match.to, to).map(({ text }) => text);
  return rest.every((text) =>
    /^(?:analysis|results?|findings?|examination|:|[检查常规生化分析])$/.test(text),
  );
}

/** The stretches of a whole text that tell of a fluid, by sentence. */
export function fluidsIn({
  tokens,
  sentences,
}: Pick<Reading, 'tokens' | 'sentences'>): ReadonlyMap<Sentence, readonly Fluid[]> {
  const found = new Map<Sentence, readonly Fluid[]>();
  let heading: FluidKind | undefined;
  for (const sentence of sentences) {
    const own = fluidsOfSentence(tokens, sentence);
    found.set(sentence, own);
    if (isHeading(tokens, sentence)) {
      heading = FLUIDS.longestAt(tokens, sentence.from, bySurface)?.values[0]?.kind;
      continue;
    }
    const isLine = ANALYTES.longestAt(tokens, sentence.from, bySurface, undefined, sentence.to) !== undefined;
    if (heading === undefined || own.length > 0 || !isLine) heading = undefined;
    else
      found.set(sentence, [
        { kind: heading, from: sentence.from, to: endOf(tokens, sentence.from, sentence.to) },
      ]);
  }
  return found;
}

import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../lexicon/phrases';
import { type Token } from '../text/tokens';

/** Parts of a record that change what a statement in them means. */
export type SectionKind =
  | 'narrative'
  | 'chief-complaint'
  | 'present-illness'
  | 'past'
  | 'family'
  | 'social'
  | 'drugs'
  | 'allergies'
  | 'examination'
  | 'laboratory'
  | 'imaging'
  | 'plan';

/** Headings as they are written, lower case. */
const HEADINGS: Readonly<Record<Exclude<SectionKind, 'narrative'>, readonly string[]>> = {
  'chief-complaint': ['chief complaint', 'presenting complaint', 'cc', 'reason for visit', 'c/o', '主诉'],
  'present-illness': [
    'history of present illness',
    'history of presenting complaint',
    'history of presenting illness',
    'present illness',
    'hpi',
    'hpc',
    'history',
    '现病史',
    '现病历',
    '病史',
  ],
  past: [
    'past medical history',
    'medical history',
    'past history',
    'past surgical history',
    'previous medical history',
    'pmh',
    'pmhx',
    'psh',
    'background',
    'comorbidities',
    '既往史',
    '既往病史',
    '既往',
    '过去史',
    '手术史',
  ],
  family: ['family history', 'fh', 'fhx', '家族史'],
  social: [
    'social history',
    'sh',
    'shx',
    'occupational history',
    'travel history',
    '个人史',
    '社会史',
    '婚育史',
    '月经史',
    '流行病学史',
    '旅行史',
  ],
  drugs: [
    'medications',
    'current medications',
    'drug history',
    'drugs',
    'dh',
    '用药史',
    '药物史',
    '目前用药',
  ],
  allergies: [
    'allergies',
    'allergy',
    'drug allergies',
    'known allergies',
    'allergy history',
    '过敏史',
    '药物过敏史',
    '药物过敏',
    '食物过敏',
    '药物、食物过敏史',
    '药物及食物过敏史',
    '过敏',
  ],
  examination: [
    'on examination',
    'on physical examination',
    'physical examination',
    'physical exam',
    'physical',
    'examination',
    'exam',
    'o/e',
    'pe',
    'vital signs',
    'vitals',
    'observations',
    'obs',
    '体格检查',
    '查体',
    '体检',
    '专科检查',
    '生命体征',
  ],
  laboratory: [
    'laboratory',
    'laboratory findings',
    'laboratory results',
    'laboratory tests',
    'labs',
    'lab results',
    'bloods',
    'blood tests',
    'investigations',
    'results',
    '辅助检查',
    '实验室检查',
    '化验',
    '检验',
    '检查结果',
    '血液检查',
  ],
  imaging: ['imaging', 'radiology', '影像学检查', '影像检查', '影像学'],
  plan: ['plan', 'management plan', 'recommendations', '诊疗计划', '计划', '处理'],
};

/** Headings that open a section without a colon, at the start of a sentence and before a comma. */
const OPEN_HEADINGS: ReadonlySet<string> = new Set(['on examination', 'on physical examination']);

const HEADING_TRIE = buildTrie();

function buildTrie(): PhraseTrie<{ kind: SectionKind; open: boolean }> {
  const trie = new PhraseTrie<{ kind: SectionKind; open: boolean }>();
  for (const [kind, headings] of Object.entries(HEADINGS)) {
    for (const heading of headings) {
      const keys = surfaceKeys(heading);
      trie.add(keys, { kind: kind as SectionKind, open: OPEN_HEADINGS.has(heading) });
    }
  }
  return trie;
}

export interface Heading {
  readonly kind: SectionKind;
  /** Token positions of the heading with its colon. */
  readonly from: number;
  readonly to: number;
}

function opensLine(tokens: readonly Token[], position: number): boolean {
  const before = tokens[position - 1];
  return before === undefined || before.kind === 'line-end' || /^[.。;:!?,\])#*>-]$/.test(before.text);
}

/**
 * The headings of a record, in order: a known heading at the start of a statement, followed by a colon or a line end.
 */
export function findHeadings(tokens: readonly Token[]): Heading[] {
  const headings: Heading[] = [];
  for (let position = 0; position < tokens.length; position += 1) {
    if (!opensLine(tokens, position)) continue;
    const match = HEADING_TRIE.longestAt(tokens, position, bySurface);
    const sense = match?.values[0];
    if (match === undefined || sense === undefined) continue;
    const after = tokens[match.to];
    const closed =
      after?.text === ':' || after?.text === ']' || after?.kind === 'line-end' || after?.text === '-';
    if (!closed && !sense.open) continue;
    const to = after?.text === ':' || after?.text === ']' ? match.to + 1 : match.to;
    headings.push({ kind: sense.kind, from: position, to });
    position = to - 1;
  }
  return headings;
}

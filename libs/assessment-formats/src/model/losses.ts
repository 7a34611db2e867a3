import { type QuestionFormat, type QuestionLossCode } from '@openrounds/contracts';
import { languagesOf } from './in-language';
import { type Item, type Text } from './item';

/** One thing that an export lost of one question, or the question itself. */
export interface Loss {
  readonly questionId: string;
  readonly title: Text;
  readonly code: QuestionLossCode;
  /** Whether the question is not in the export at all. */
  readonly leftOut: boolean;
}

interface Rule {
  readonly code: QuestionLossCode;
  readonly formats: readonly QuestionFormat[];
  readonly leavesOut?: true;
  readonly loses: (item: Item) => boolean;
}

/** Moodle grades in fractions of a fixed list; a tenth is the smallest that as many right options can share. */
const MOST_RIGHT_OPTIONS = 10;

const QTI = ['qti3', 'qti21'] as const;
const MOODLE = ['moodle-xml', 'gift'] as const;
const GIFT = ['gift'] as const;

const rightOptions = ({ response }: Item): number =>
  response.kind === 'several' ? response.options.filter(({ right }) => right).length : 0;

const saysWhy = ({ response }: Item): boolean => {
  switch (response.kind) {
    case 'single':
    case 'several':
      return response.options.some(({ feedback }) => feedback !== undefined);
    case 'matching':
      return response.pairs.some(({ feedback }) => feedback !== undefined);
    default:
      return false;
  }
};

/** Which format loses what: the one place that says so. What writes a format relies on it. */
const RULES: readonly Rule[] = [
  {
    code: 'ordering-not-held',
    formats: GIFT,
    leavesOut: true,
    loses: ({ response }) => response.kind === 'ordering',
  },
  {
    code: 'too-many-right-options',
    formats: MOODLE,
    leavesOut: true,
    loses: (item) => rightOptions(item) > MOST_RIGHT_OPTIONS,
  },
  {
    code: 'ordering-from-moodle-4-4',
    formats: ['moodle-xml'],
    loses: ({ response }) => response.kind === 'ordering',
  },
  {
    code: 'marked-by-hand',
    formats: [...QTI, ...MOODLE],
    loses: ({ response }) => response.kind === 'differential',
  },
  { code: 'rubric', formats: GIFT, loses: ({ response }) => response.kind === 'differential' },
  // Five decimals: a third, a sixth, a seventh and a ninth are not written out.
  {
    code: 'fractions-rounded',
    formats: GIFT,
    loses: (item) => [3, 6, 7, 9].includes(rightOptions(item)),
  },
  {
    code: 'unit',
    formats: GIFT,
    loses: ({ response }) => response.kind === 'numeric' && response.unit !== undefined,
  },
  {
    code: 'pair-feedback',
    formats: GIFT,
    loses: (item) => item.response.kind === 'matching' && saysWhy(item),
  },
  // The standard templates of response processing set a score and no feedback.
  {
    code: 'feedback-for-tutors',
    formats: QTI,
    loses: (item) => saysWhy(item) || item.explanation.length > 0,
  },
  { code: 'pictures', formats: GIFT, loses: ({ pictures = [] }) => pictures.length > 0 },
  { code: 'hints', formats: [...QTI, ...GIFT], loses: ({ hints = [] }) => hints.length > 0 },
  { code: 'penalty', formats: [...QTI, ...GIFT], loses: ({ penalty }) => penalty !== undefined },
  { code: 'second-language', formats: GIFT, loses: (item) => languagesOf(item).length > 1 },
  { code: 'version', formats: GIFT, loses: () => true },
  { code: 'licence', formats: GIFT, loses: () => true },
];

/** What a format loses of a question; of one that it cannot hold, that alone. */
export function lossesOf(item: Item, format: QuestionFormat): Loss[] {
  const lost = RULES.filter(({ formats, loses }) => formats.includes(format) && loses(item));
  const fatal = lost.find(({ leavesOut }) => leavesOut);
  return (fatal === undefined ? lost : [fatal]).map(({ code, leavesOut }) => ({
    questionId: item.id,
    title: item.title,
    code,
    leftOut: leavesOut === true,
  }));
}

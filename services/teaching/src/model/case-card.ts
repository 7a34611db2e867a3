import { type CaseBody, type CaseKind, type Language, type ToldCard } from '@openrounds/contracts';

/** What lists show of a version of a case, and what they are filtered by. It has no key. */
export type CaseCard = Pick<
  ToldCard,
  'title' | 'teaser' | 'problemId' | 'setting' | 'stages' | 'kind' | 'difficulty' | 'languages'
>;

/** The card of a case: taken field by field, so that nothing that is added to a case is on it by accident. */
export const cardOf = (body: CaseBody): CaseCard => ({
  title: body.title,
  teaser: body.teaser ?? null,
  problemId: body.presentingProblem,
  setting: body.setting,
  stages: body.stages.length,
  kind: body.kind ?? 'staged',
  difficulty: body.difficulty ?? null,
  languages: languagesOf(body),
});

/** The languages in which every stage is told. */
const languagesOf = ({ stages }: CaseBody): Language[] =>
  (['en', 'zh'] as const).filter((language) => stages.every(({ text }) => text[language] !== undefined));

/** What a reader looks for; what is left out is not asked for. */
export interface CardFilter {
  readonly problem?: string | undefined;
  readonly setting?: string | undefined;
  readonly kind?: CaseKind | undefined;
  readonly difficulty?: string | undefined;
  readonly language?: Language | undefined;
  /** Words of the title or teaser, in either language. */
  readonly q?: string | undefined;
}

/** Whether a card is among those that are looked for. */
export function fitsFilter(card: CaseCard, filter: CardFilter): boolean {
  const { problem, setting, kind, difficulty, language } = filter;
  return (
    (problem === undefined || card.problemId === problem) &&
    (setting === undefined || card.setting === setting) &&
    (kind === undefined || card.kind === kind) &&
    (difficulty === undefined || card.difficulty === difficulty) &&
    (language === undefined || card.languages.includes(language)) &&
    holds(card, filter.q?.trim().toLowerCase() ?? '')
  );
}

const holds = ({ title, teaser }: CaseCard, wanted: string): boolean =>
  wanted === '' ||
  [title.en, title.zh, teaser?.en, teaser?.zh].some((text) => text?.toLowerCase().includes(wanted) === true);

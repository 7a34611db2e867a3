import { MaskedKind, type CaseBody, type CodedCaseCheck } from '@openrounds/contracts';
import { ancestorsOf, factsOfStages } from '@openrounds/knowledge';
import { type CaseVocabulary } from '../ports/case-library';
import { namesIn } from './names-in-text';
import { outcomesOf } from './stage-facts';

const ORDER = ['history', 'examination', 'laboratory', 'imaging'] as const;
const LANGUAGES = ['en', 'zh'] as const;
/** What the gateway leaves in the place of an identity. */
const MASKED = new RegExp(`\\[(?:${MaskedKind.options.join('|')})\\]`);
/** A teacher mends the first ones first. */
const MOST = 100;

type Check = (body: CaseBody, vocabulary: CaseVocabulary) => CodedCaseCheck[];

const error = (code: CodedCaseCheck['code'], pointer: string, of: string): CodedCaseCheck => ({
  severity: 'error',
  code,
  pointer,
  of,
});
const warning = (code: CodedCaseCheck['code'], pointer: string, of: string): CodedCaseCheck => ({
  ...error(code, pointer, of),
  severity: 'warning',
});

/** A text of a case, where it stands. */
interface CaseText {
  readonly pointer: string;
  readonly text: Readonly<Partial<Record<(typeof LANGUAGES)[number], string | undefined>>>;
}

const listed = (at: string, texts: readonly CaseText['text'][]): CaseText[] =>
  texts.map((text, place) => ({ pointer: `${at}/${String(place)}`, text }));

const optional = (pointer: string, text: CaseText['text'] | undefined): CaseText[] =>
  text === undefined ? [] : [{ pointer, text }];

/** What is seen of a case before its last stage is revealed. */
const textsBeforeTheEnd = ({ title, teaser, stages }: CaseBody): CaseText[] => [
  { pointer: '/title', text: title },
  ...optional('/teaser', teaser),
  ...stages.slice(0, -1).flatMap((stage, place) => textsOfStage(stage, place)),
];

const textsOfStage = ({ title, text }: CaseBody['stages'][number], place: number): CaseText[] => [
  ...optional(`/stages/${String(place)}/title`, title),
  { pointer: `/stages/${String(place)}/text`, text },
];

const allTexts = (body: CaseBody): CaseText[] => [
  { pointer: '/title', text: body.title },
  ...optional('/teaser', body.teaser),
  ...body.stages.flatMap(textsOfStage),
  ...body.key.alternatives.map(({ why }, place) => ({
    pointer: `/key/alternatives/${String(place)}/why`,
    text: why,
  })),
  ...(body.choices ?? []).flatMap((offered, stage) =>
    offered.flatMap(({ why }, place) => optional(`/choices/${String(stage)}/${String(place)}/why`, why)),
  ),
  ...(body.drill?.lines ?? []).map(({ text }, place) => ({
    pointer: `/drill/lines/${String(place)}/text`,
    text,
  })),
  ...listed('/teachingPoints', body.teachingPoints),
  ...body.questions.flatMap(({ ask, answer }, place) => [
    { pointer: `/questions/${String(place)}/ask`, text: ask },
    ...optional(`/questions/${String(place)}/answer`, answer),
  ]),
];

const findings: Check = ({ stages }, vocabulary) =>
  stages.flatMap((stage, place) =>
    Object.entries(outcomesOf(stage)).flatMap(([id, { outcome }]) => {
      const pointer = `/stages/${String(place)}/findings/${id}`;
      const finding = vocabulary.findings.get(id);
      if (finding === undefined) return [error('unknown-finding', pointer, id)];
      const possible = finding.domain === 'binary' ? ['present', 'absent'] : (finding.states ?? []);
      return possible.includes(outcome) ? [] : [error('unknown-state', pointer, outcome)];
    }),
  );

const diseases: Check = ({ key }, vocabulary) => {
  const named: [string, string][] = [
    ['/key/diagnosis', key.diagnosis],
    ...key.acceptable.map((id, n): [string, string] => [`/key/acceptable/${String(n)}`, id]),
    ...key.alternatives.map(({ id }, n): [string, string] => [`/key/alternatives/${String(n)}/id`, id]),
    ...key.mustConsider.map((id, n): [string, string] => [`/key/mustConsider/${String(n)}`, id]),
    ...(key.perStage ?? []).flatMap((list, stage) =>
      list.map(({ diseaseId }, n): [string, string] => [
        `/key/perStage/${String(stage)}/${String(n)}/diseaseId`,
        diseaseId,
      ]),
    ),
  ];
  return named
    .filter(([, id]) => !vocabulary.diseases.has(id))
    .map(([pointer, id]) => error('unknown-disease', pointer, id));
};

const otherIds: Check = (
  { presentingProblem, choices, essential },
  { problemIds, testIds, findings: known },
) => [
  ...(problemIds.has(presentingProblem)
    ? []
    : [error('unknown-problem', '/presentingProblem', presentingProblem)]),
  ...(choices ?? []).flatMap((offered, stage) =>
    offered.flatMap(({ testId }, place) =>
      testIds.has(testId)
        ? []
        : [error('unknown-test', `/choices/${String(stage)}/${String(place)}/testId`, testId)],
    ),
  ),
  ...(essential ?? []).flatMap((id, place) =>
    known.has(id) ? [] : [error('unknown-finding', `/essential/${String(place)}`, id)],
  ),
];

/** A finding told in two ways, or present although a broader one is absent. */
const contradictions: Check = ({ stages }, vocabulary) => {
  const told = stages.map((stage) => ({ findings: outcomesOf(stage) }));
  const first = new Map<string, { outcome: string; place: number }>();
  const pointerOf = (id: string, place: number): string => `/stages/${String(place)}/findings/${id}`;
  const changed = told.flatMap((stage, place) =>
    Object.entries(stage.findings).flatMap(([id, { outcome }]) => {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, { outcome, place });
      return earlier === undefined || earlier.outcome === outcome
        ? []
        : [error('contradiction', pointerOf(id, place), id)];
    }),
  );
  const all = factsOfStages({ stages: told });
  const denied = (id: string): boolean =>
    all[id]?.outcome === 'absent' && vocabulary.findings.get(id)?.impliesAbsence === true;
  const broader = Object.entries(all)
    .filter(([, { outcome }]) => outcome === 'present')
    .flatMap(([id]) => {
      const ancestor = ancestorsOf(id, (each) => vocabulary.findings.get(each)?.parent).find(denied);
      return ancestor === undefined
        ? []
        : [error('contradiction', pointerOf(id, first.get(id)?.place ?? 0), ancestor)];
    });
  return [...changed, ...broader];
};

const form: Check = ({ stages, key, patient }) => [
  ...stages.flatMap(({ stage }, place) =>
    place > 0 && ORDER.indexOf(stage) < ORDER.indexOf(stages[place - 1]?.stage ?? 'history')
      ? [error('stages-out-of-order', `/stages/${String(place)}/stage`, stage)]
      : [],
  ),
  ...(key.perStage ?? []).flatMap((list, stage) =>
    list.reduce((sum, { percent }) => sum + percent, 0) > 100
      ? [error('stage-key-over-100', `/key/perStage/${String(stage)}`, String(stage + 1))]
      : [],
  ),
  ...(patient.sex === 'male' && patient.pregnant === true
    ? [error('pregnancy-impossible', '/patient/pregnant', 'pregnant')]
    : []),
];

const identities: Check = (body) =>
  allTexts(body).flatMap(({ pointer, text }) =>
    LANGUAGES.flatMap((language) => {
      const [found] = MASKED.exec(text[language] ?? '') ?? [];
      return found === undefined ? [] : [error('identity-in-text', `${pointer}/${language}`, found)];
    }),
  );

const languages: Check = (body) =>
  allTexts(body).flatMap(({ pointer, text }) =>
    LANGUAGES.filter((language) => text[language] === undefined).map((language) =>
      warning('language-missing', pointer, language),
    ),
  );

/** The answer, or a synonym of it, where nobody should know it yet. */
const keyInText: Check = (body, vocabulary) => {
  const right = [body.key.diagnosis, ...body.key.acceptable].flatMap(
    (id) => vocabulary.diseases.get(id) ?? [],
  );
  return textsBeforeTheEnd(body).flatMap(({ pointer, text }) =>
    LANGUAGES.flatMap((language) =>
      right
        .filter((disease) => namesIn(text[language] ?? '', language, disease))
        .map(({ id }) => warning('key-in-text', `${pointer}/${language}`, id)),
    ),
  );
};

const CHECKS: readonly Check[] = [
  findings,
  diseases,
  otherIds,
  contradictions,
  form,
  identities,
  keyInText,
  languages,
];

/** What is wrong with a case (errors: it cannot be published) or should be looked at (warnings). At most 100. */
export const checkCase = (body: CaseBody, vocabulary: CaseVocabulary): CodedCaseCheck[] =>
  CHECKS.flatMap((check) => check(body, vocabulary)).slice(0, MOST);

import { type Located, problemAt } from '../../load/located';
import { type Problem, type Severity } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Bilingual } from '../../schema/primitives';
import { type TeachingCase } from '../../schema/teaching-case';
import { type Rule } from '../check-context';

const HAN = /\p{Script=Han}/u;

/** Names are in the language that they are filed under, and nothing that is shown has only one. */
export const languages: Rule = {
  id: 'languages',
  kind: 'coherence',
  check: ({ folder }) => [
    ...[folder.findings, folder.diseases, folder.tests, folder.problems, folder.redFlags]
      .flat()
      .flatMap((entry) => nameProblems(entry, entry.value.name)),
    ...folder.findings.flatMap((finding) =>
      (finding.value.states ?? [])
        .filter((state) => !finding.value.stateNames?.[state])
        .map((state) => problem(finding, 'error', `state "${state}" has no name in stateNames`, ['states'])),
    ),
    ...folder.diseases.flatMap((disease) =>
      disease.value.mustNotMiss && !disease.value.mustNotMiss.why.zh
        ? [problem(disease, 'warning', 'mustNotMiss.why has no Chinese', ['mustNotMiss', 'why'])]
        : [],
    ),
    ...folder.teachingCases.flatMap((entry) =>
      textsOf(entry.value).flatMap(({ text, path }) => textProblems(entry, text, path)),
    ),
  ],
};

interface PlacedText {
  readonly text: Bilingual;
  readonly path: Path;
}

/** Everything that a student reads of a case. */
function textsOf({ title, stages, key, teachingPoints, questions }: TeachingCase): PlacedText[] {
  const placed = (text: Bilingual | undefined, ...path: Path) => (text ? [{ text, path }] : []);
  return [
    ...placed(title, 'title'),
    ...stages.flatMap((stage, index) => [
      ...placed(stage.title, 'stages', index, 'title'),
      ...placed(stage.text, 'stages', index, 'text'),
    ]),
    ...key.alternatives.flatMap(({ why }, index) => placed(why, 'key', 'alternatives', index, 'why')),
    ...teachingPoints.flatMap((point, index) => placed(point, 'teachingPoints', index)),
    ...questions.flatMap(({ ask, answer }, index) => [
      ...placed(ask, 'questions', index, 'ask'),
      ...placed(answer, 'questions', index, 'answer'),
    ]),
  ];
}

function textProblems(entry: Located<unknown>, { en, zh }: Bilingual, path: Path): Problem[] {
  return [
    ...(HAN.test(en) ? [problem(entry, 'error', 'the English text holds Chinese characters', path)] : []),
    ...(HAN.test(zh) ? [] : [problem(entry, 'error', 'the Chinese text holds no Chinese character', path)]),
  ];
}

function nameProblems(entry: Located<unknown>, name: Bilingual): Problem[] {
  return [
    ...(HAN.test(name.en)
      ? [problem(entry, 'error', 'the English name holds Chinese characters', ['name', 'en'])]
      : []),
    ...(HAN.test(name.zh)
      ? []
      : [problem(entry, 'warning', 'the Chinese name holds no Chinese character', ['name', 'zh'])]),
  ];
}

function problem(entry: Located<unknown>, severity: Severity, message: string, path: Path): Problem {
  return problemAt(entry, 'languages', severity, message, path);
}

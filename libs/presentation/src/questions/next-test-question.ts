import { type Option } from '@openrounds/assessment-formats';
import { type CaseBody } from '@openrounds/contracts';
import { type KnowledgeLookup } from '@openrounds/knowledge';
import {
  bothWays,
  bothWith,
  ENOUGH_WRONG,
  FEWEST_WRONG,
  frameOf,
  inOrder,
  nameOf,
  spoken,
  type QuestionCase,
  type QuestionMaker,
} from './case-frame';
import { FEWER_BITS, MOST_BITS, VERDICTS } from './question-words';

/** A test is clearly worse than the best where it is expected to tell at most this share of it. */
const CLEARLY_LESS = 0.5;

/** What to do before the first result is told: by the author's verdicts where there are such, else by the engine's expected information. */
export const nextTestQuestion: QuestionMaker = (given, names) => {
  const stage = stageBeforeResults(given.told.body);
  if (stage === 0) return 'too-few-options';
  if (judgesTests(given.told.body)) return byVerdict(given, judgedAt(given.told.body, stage), stage, names);
  return given.forecast === null ? 'not-ranked' : byInformation(given, stage, names);
};

/** How many stages come before the first that tells results of tests; all of them where none does. */
function stageBeforeResults({ stages }: CaseBody): number {
  const first = stages.findIndex(({ stage }) => stage === 'laboratory' || stage === 'imaging');
  return first === -1 ? stages.length : first;
}

const judgedAt = ({ choices }: CaseBody, stage: number): Judged => choices?.[stage - 1] ?? [];

/** Whether the author says what is best to do before the first result. */
export const judgesTests = (body: CaseBody): boolean =>
  judgedAt(body, stageBeforeResults(body)).some(({ verdict }) => verdict === 'best');

type Judged = NonNullable<CaseBody['choices']>[number];

function byVerdict(
  given: QuestionCase,
  judged: Judged,
  stage: number,
  { tests }: KnowledgeLookup,
): ReturnType<QuestionMaker> {
  const options = judged.map(({ testId, verdict, why }): Option => ({
    id: testId,
    text: nameOf(tests, testId),
    right: verdict === 'best',
    feedback: why === undefined ? bothWays(VERDICTS[verdict]) : spoken(why),
  }));
  if (options.filter(({ right }) => !right).length < FEWEST_WRONG) return 'too-few-options';
  const kind = options.filter(({ right }) => right).length === 1 ? 'single' : 'several';
  return {
    ...frameOf(given, 'next-test', 'next-act', stage),
    response: { kind, options: inOrder(options) },
  };
}

function byInformation(
  given: QuestionCase,
  stage: number,
  { tests }: KnowledgeLookup,
): ReturnType<QuestionMaker> {
  const offered = (given.forecast?.stages.find(({ stageNo }) => stageNo === stage)?.nextTests ?? []).toSorted(
    (a, b) => b.expectedInformationGain - a.expectedInformationGain,
  );
  const [best, ...others] = offered;
  if (best === undefined) return 'too-few-options';
  const most = best.expectedInformationGain;
  const wrong = others
    .filter(({ expectedInformationGain }) => expectedInformationGain <= most * CLEARLY_LESS)
    .slice(0, ENOUGH_WRONG)
    .map(({ testId, expectedInformationGain: gain }): Option => ({
      id: testId,
      text: nameOf(tests, testId),
      right: false,
      feedback: bothWith(FEWER_BITS, { gain, best: most }),
    }));
  if (wrong.length < FEWEST_WRONG) return 'too-few-options';
  const key: Option = {
    id: best.testId,
    text: nameOf(tests, best.testId),
    right: true,
    feedback: bothWith(MOST_BITS, most),
  };
  return {
    ...frameOf(given, 'next-test', 'next-test', stage),
    response: { kind: 'single', options: inOrder([key, ...wrong]) },
  };
}

import { type ComputedScore, type Language, type ScoreSummary } from '@openrounds/contracts';
import { evaluateScore, interpretationOf, type ScoreResult } from '@openrounds/ddx-engine';
import {
  lookupOf,
  type FilledScore,
  type KnowledgeBundle,
  type Score,
  type ScoreInputEntry,
} from '@openrounds/knowledge';
import { SCORE_OPEN } from '../messages/catalogue';
import { namesOf } from '../run/names';
import { guidanceOf } from './present-guidance';

type Band = Score['interpretation'][number];

const citationOf = (source: string, bundle: KnowledgeBundle): string =>
  lookupOf(bundle).sources.get(source)?.citation ?? source;

const valueOf = (result: ScoreResult): ComputedScore['value'] =>
  'value' in result ? result.value : { min: result.min, max: result.max };

const replacement = ({ supersededBy }: Score, language: Language): { supersededBy?: string } =>
  supersededBy === undefined ? {} : { supersededBy: supersededBy[language] };

const ranges = new WeakMap<Score, ComputedScore['value']>();

/** What a score can be when nothing is known; made once per score. */
function rangeOf(score: Score): ComputedScore['value'] {
  const range = ranges.get(score) ?? valueOf(evaluateScore(score, {}));
  ranges.set(score, range);
  return range;
}

const presentBand =
  (score: Score, bundle: KnowledgeBundle, language: Language) =>
  ({ text, source, ...end }: Band): ComputedScore['bands'][number] => ({
    ...end,
    text: text[language],
    source: citationOf(source ?? score.source, bundle),
  });

/** A score as it can be asked for: its inputs with unit and range, and how it is read. */
export function presentScoreSummary(score: Score, bundle: KnowledgeBundle, language: Language): ScoreSummary {
  const names = namesOf(bundle, language);
  return {
    id: score.id,
    name: score.name[language],
    purpose: score.purpose,
    scale: score.scale,
    ...(score.unit === undefined ? {} : { unit: score.unit }),
    range: rangeOf(score),
    forDiseases: score.forDiseases.map((id) => ({ id, name: names.disease(id) })),
    inputs: score.inputs.map((input) => presentInput(input, language)),
    interpretation: score.interpretation.map(presentBand(score, bundle, language)),
    source: citationOf(score.source, bundle),
    ...replacement(score, language),
    ...(score.notes === undefined
      ? {}
      : {
          notes: score.notes[language],
          ...guidanceOf({ owner: score.id, place: 'notes', text: score.notes }, bundle, language),
        }),
  };
}

function presentInput(input: ScoreInputEntry, language: Language): ScoreSummary['inputs'][number] {
  const common = {
    id: input.id,
    name: input.name[language],
    ...(input.help === undefined ? {} : { help: input.help[language] }),
    type: input.type,
  };
  if (input.type === 'number') {
    const [min, max] = input.range;
    return { ...common, unit: input.unit, range: { min, max, whole: input.whole ?? false } };
  }
  if (input.type === 'boolean') return common;
  return { ...common, options: input.options.map(({ id, name }) => ({ code: id, name: name[language] })) };
}

/** A computed score in the reader's language; what missing inputs leave open is said. */
export function presentScore(
  { score, values, result }: FilledScore,
  bundle: KnowledgeBundle,
  language: Language,
): ComputedScore {
  const bands = interpretationOf(score, result).map(presentBand(score, bundle, language));
  const texts = bands.map(({ text }) => text);
  return {
    scoreId: score.id,
    name: score.name[language],
    purpose: score.purpose,
    value: valueOf(result),
    ...(score.unit === undefined ? {} : { unit: score.unit }),
    interpretation: texts.length === 1 ? (texts[0] ?? '') : SCORE_OPEN[language]({ texts }),
    bands,
    inputs: score.inputs.map((input) => ({
      id: input.id,
      name: input.name[language],
      value: values[input.id] ?? null,
      ...(input.type === 'number' ? { unit: input.unit } : {}),
    })),
    missing: [...result.missing],
    source: citationOf(score.source, bundle),
    ...replacement(score, language),
  };
}

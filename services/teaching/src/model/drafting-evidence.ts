import { type CaseBody, type Language, type ReleasedStatement } from '@openrounds/contracts';
import { sentencesIn, spokenIn } from './released-statements';

const MOST_LINES = 40;

/** What a drafted question may be explained by: what the case teaches, why the alternatives are wrong, what its text says. */
export function draftingEvidence(
  { stages, key, teachingPoints }: CaseBody,
  language: Language,
): ReleasedStatement[] {
  const points = teachingPoints.map((point, place) => ({
    id: `point:${String(place + 1)}`,
    text: spokenIn(point, language),
  }));
  const whys = key.alternatives.map(({ id, why }) => ({ id: `why:${id}`, text: spokenIn(why, language) }));
  const told = stages.flatMap(({ text }, place) =>
    sentencesIn(spokenIn(text, language), language).map((sentence, at) => ({
      id: `text:${String(place + 1)}.${String(at + 1)}`,
      text: sentence,
    })),
  );
  return [...points, ...whys, ...told].filter(({ text }) => text !== '').slice(0, MOST_LINES);
}

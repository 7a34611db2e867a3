import { type CompiledVocabulary } from '../lexicon/compile';
import { type Mention } from '../matching/mention';
import { readAlcohol } from './alcohol';
import { readAllergies } from './allergies';
import { readChildbirth } from './childbirth';
import { readDelusions } from './delusions';
import { type DerivationInput } from './derived-mention';
import { readFalls } from './falls';
import { readGestation } from './gestation';
import { readLastPeriod } from './last-period';
import { readMedicines } from './medicines';
import { readMusclePower } from './muscle-power';
import { readProcedures } from './procedures';
import { readSensoryLevel } from './sensory-level';
import { readSuddenDeaths } from './sudden-deaths';
import { readUrinaryEllipsis } from './urinary-ellipsis';
import { readWeightChanges } from './weight-change';

const RULES: readonly ((input: DerivationInput) => Mention[])[] = [
  readGestation,
  readChildbirth,
  readLastPeriod,
  readProcedures,
  readMedicines,
  readUrinaryEllipsis,
  readWeightChanges,
  readAllergies,
  readDelusions,
  readFalls,
  readMusclePower,
  readAlcohol,
  readSensoryLevel,
  readSuddenDeaths,
];

/** "No history of trauma or surgery": what a phrase for several findings holds is said by that phrase. */
function positionsOfPanels(mentions: readonly Mention[]): ReadonlySet<number> {
  const panels = mentions.filter(({ senses }) => senses.some(({ kind }) => kind === 'panel'));
  return new Set(panels.flatMap(({ used }) => used));
}

/** Findings that a sentence tells by a number, a time, a class of names or an ellipsis, as far as a vocabulary has them. */
export function derivedMentions(input: DerivationInput, { findings }: CompiledVocabulary): Mention[] {
  const said = positionsOfPanels(input.mentions);
  return RULES.flatMap((rule) => rule(input)).flatMap((mention) => {
    if (mention.used.every((position) => said.has(position))) return [];
    const senses = mention.senses.filter((sense) => 'findingId' in sense && findings.has(sense.findingId));
    return senses.length === 0 ? [] : [{ ...mention, senses }];
  });
}

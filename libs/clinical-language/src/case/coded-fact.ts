import { type Finding } from '@openrounds/contracts';
import { type Terminology } from '../vocabulary/terminology';
import { type EnginePatient, type ObservedFinding, type UnderstandingWarning } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { stateOfValue } from '../measure/intervals';
import { warn } from '../model/warnings';
import { type FindingInput, findingOf, withStateNamed } from './coded-items';

/** What the engine takes of a finding for this patient; undefined where it says nothing that the engine knows. */
export function observe(
  finding: Finding,
  known: VocabularyFinding,
  patient: EnginePatient,
): ObservedFinding | undefined {
  const certainty = finding.certainty ?? 1;
  if (known.domain === 'binary') {
    return finding.presence === undefined
      ? undefined
      : { findingId: known.id, presence: finding.presence, certainty };
  }
  if (finding.value === undefined) return undefined;
  if ('code' in finding.value) return { findingId: known.id, state: finding.value.code, certainty };
  const read = stateOfValue(known, patient, finding.value.number, finding.value.unit);
  return 'state' in read
    ? { findingId: known.id, state: read.state, certainty: Math.min(certainty, read.certainty) }
    : undefined;
}

/** A coded finding under the id it comes to: past and family occurrences become their risk factors. */
export function codedFinding(
  given: FindingInput,
  vocabulary: Terminology,
): Finding | { warning: UnderstandingWarning } {
  const item = withStateNamed(given, vocabulary);
  const known = findingOf(item, vocabulary);
  if (known === undefined) return { warning: warn('lab-unmapped') };
  const { presence, value, certainty, assertion = 'current', note } = item;
  const base = {
    ...(presence === undefined ? {} : { presence }),
    ...(value === undefined ? {} : { value }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(note === undefined ? {} : { note }),
  };
  const coded = (findingId: string): Finding => ({
    findingId,
    ...base,
    assertion: 'current',
    source: { kind: 'coded' },
  });
  if (assertion === 'current') return coded(known.id);
  if (assertion === 'family' || assertion === 'historical') {
    const mapped = assertion === 'family' ? known.whenFamily : known.whenHistorical;
    if (mapped !== undefined) {
      const said = {
        findingId: mapped,
        presence: presence ?? 'present',
        assertion: 'current' as const,
        source: { kind: 'coded' as const },
      };
      return certainty === undefined ? said : { ...said, certainty };
    }
    const backgroundKind =
      assertion === 'historical' && ['history', 'risk-factor', 'exposure'].includes(known.kind);
    if (backgroundKind) return coded(known.id);
    return {
      warning: warn(
        assertion === 'family' ? 'family-history-unmapped' : 'past-history-unmapped',
        undefined,
        known.id,
      ),
    };
  }
  const code =
    assertion === 'conditional'
      ? 'conditional-ignored'
      : assertion === 'planned'
        ? 'planned-ignored'
        : 'other-person-ignored';
  return { warning: warn(code, undefined, known.id) };
}

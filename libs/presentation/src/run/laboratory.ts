import { type Laboratory, type LaboratorySource } from '@openrounds/contracts';
import { type Names } from './names';

const cited = (source: LaboratorySource, names: Names): LaboratorySource => {
  const citation = names.citation(source.id);
  return citation === undefined ? source : { ...source, citation };
};

/** The laboratory report in the reader's language: tests, states, causes and criteria with their names and sources. */
export const presentLaboratory = ({ values, changes }: Laboratory, names: Names): Laboratory => ({
  values: values.map((value) => {
    const { findingId, state, interval, causes } = value;
    return {
      ...value,
      name: names.finding(findingId),
      ...(interval === undefined ? {} : { interval: { ...interval, source: cited(interval.source, names) } }),
      ...(state === undefined ? {} : { stateName: names.state(findingId, state) }),
      causes: causes.map((cause) => ({ ...cause, name: names.disease(cause.diseaseId) })),
    };
  }),
  changes: changes.map((change) => ({
    ...change,
    name: names.finding(change.findingId),
    referenceChange: change.referenceChange && {
      ...change.referenceChange,
      source: cited(change.referenceChange.source, names),
    },
    criteria: change.criteria.map((criterion) => {
      const text = names.criterion(change.findingId, criterion.id);
      return {
        ...criterion,
        ...(text === undefined ? {} : { text }),
        source: cited(criterion.source, names),
      };
    }),
  })),
});

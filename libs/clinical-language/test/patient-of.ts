import { type Demographics, readDemographics } from '../src/conclude/demographics/read-demographics';
import { peopleOf } from '../src/recognise/people';
import { readText } from '../src/segment/read-text';
import { expandLetters } from '../src/normalise/other-senses';
import { unifyEnglishWords } from '../src/normalise/same-words';

/** What a text says of its patient. */
export function demographicsOf(text: string): Demographics {
  const reading = readText(text);
  const tokens = unifyEnglishWords(expandLetters(reading.tokens));
  return readDemographics(reading, peopleOf({ ...reading, tokens }));
}

/** What a text says of its patient, in short: "34 a female pregnant". */
export function patientOf(text: string): string {
  const { age, sex, pregnant } = demographicsOf(text);
  const years = age === undefined ? '-' : `${String(age.value)} ${age.unit}`;
  const pregnancy = pregnant === undefined ? undefined : pregnant ? 'pregnant' : 'not-pregnant';
  return [years, sex, pregnancy].filter((each) => each !== undefined).join(' ');
}

import { readDemographics } from '../src/conclude/demographics/read-demographics';
import { peopleOf } from '../src/recognise/people';
import { readText } from '../src/segment/read-text';
import { expandLetters } from '../src/normalise/other-senses';
import { unifyEnglishWords } from '../src/normalise/same-words';

/** What a text says of its patient, in short: "34 a female pregnant". */
export function patientOf(text: string): string {
  const reading = readText(text);
  const tokens = unifyEnglishWords(expandLetters(reading.tokens));
  const { age, sex, pregnant } = readDemographics(reading, peopleOf({ ...reading, tokens }));
  const years = age === undefined ? '-' : `${String(age.value)} ${age.unit}`;
  const pregnancy = pregnant === undefined ? undefined : pregnant ? 'pregnant' : 'not-pregnant';
  return [years, sex, pregnancy].filter((each) => each !== undefined).join(' ');
}

/**
 * The way of a case, stage by stage, on one page. Each stage stands in the folder of its name, and no folder knows a
 * later one (`.dependency-cruiser.cjs` has their order). What a stage gives is what the next ones take; none looks back.
 */
import { type CaseInput, type Patient } from '@openrounds/contracts';
import { ToldText } from './frame/clues-around';
import { namedPeople } from './frame/people-around';
import { peopleOf } from './recognise/people';
import { scopesOf } from './assert/scope';
import {
  correctFacts,
  correctLabs,
  correctWarnings,
  type StandingCorrection,
} from './case/apply-corrections';
import { clinicalIssuesOf } from './case/clinical-issues';
import { gatherFacts } from './case/gather-facts';
import { dropIsAContradictions, mergeFacts, stagesOfCase } from './case/merge-facts';
import { shownOfCodes, shownOfFindings } from './case/shown';
import { joinTexts } from './case/text-of-case';
import { collectSentences } from './collect/collect-sentence';
import { type SentenceContext } from './collect/sentence-context';
import { factorsOf, readCircumstances } from './conclude/circumstances';
import { concludeSentences, type SentenceHeard, type SentenceSaid } from './conclude/conclude-sentence';
import { concludeText, type TextRead } from './conclude/conclude-text';
import { keepCompany } from './conclude/keep-company';
import { type Demographics, readDemographics } from './conclude/demographics/read-demographics';
import { enginePatient, mergePatient } from './conclude/patient';
import { explainLabs, withoutSerial } from './laboratory-report/explain-labs';
import { measureSentence } from './measure/measure-sentence';
import { specimensIn } from './measure/specimens';
import { type EngineReadyCase, type Understanding } from './model/understanding';
import { unifyWords } from './normalise/unify-words';
import { cutRuns } from './recognise/han-words';
import { atomsOfSentences } from './recognise/likeness';
import { withTopic } from './frame/topic';
import { findDurations } from './recognise/time-expressions';
import { type Shown } from './frame/company';
import { matchConcepts } from './resolve/concepts';
import { toldMentions } from './resolve/told';
import { readText } from './segment/read-text';
import { type Sentence } from './segment/sentences';
import { type CompiledVocabulary } from './vocabulary/compile';
import { gather } from './normalise/lists-by-key';

/**
 * What each sentence says of the patient, and what in it was not read. A stage goes over all sentences before the next
 * one begins: its code and its words are at hand, and reading takes less time than sentence by sentence. Records are written
 * out, not spread: to spread one and add a field takes twenty times as long.
 */
function readEach(sentences: readonly Sentence[], context: SentenceContext): SentenceHeard[] {
  const { reading, vocabulary, patient } = context;
  const { tokens, source } = reading;
  const { personalAmounts } = context;

  // recognise, frame, resolve: which findings, values and times are named, in whatever words
  const times = sentences.map(({ from, to }) => findDurations(tokens, from, to));
  const atoms = withTopic(
    tokens,
    sentences,
    atomsOfSentences(tokens, sentences, vocabulary.composition.concepts),
  );
  const mentions = matchConcepts({ tokens, source }, sentences, vocabulary, patient, atoms);
  const resolved = sentences.map((sentence, index) => {
    const durations = times[index] ?? [];
    const told = toldMentions({ tokens, sentence, durations, personalAmounts }, vocabulary);
    return { sentence, atoms: atoms[index] ?? [], durations, mentions: mentions[index] ?? [], told };
  });

  // assert: what is denied, doubted, past, planned, or somebody else's
  const asserted = resolved.map(({ sentence, atoms, durations, mentions, told }, index) => {
    const people = context.people.in(sentence);
    const whole = [...mentions, ...told.filter(({ form }) => form === 'phrase')];
    const scopes = scopesOf(tokens, sentence, whole, people, sentences[index + 1]);
    const circumstances = readCircumstances(tokens, sentence, scopes);
    const factors = factorsOf(circumstances);
    return { sentence, atoms, durations, mentions, told, scopes, circumstances, factors };
  });

  // measure: numbers with their units and specimens
  const measured = asserted.map(
    ({ sentence, atoms, durations, mentions, told, scopes, circumstances, factors }): SentenceSaid => {
      const specimens = context.specimens.get(sentence) ?? [];
      const measured = measureSentence(reading, { sentence, mentions, durations, specimens }, vocabulary);
      return { sentence, atoms, durations, mentions, told, scopes, circumstances, factors, measured };
    },
  );

  // collect: statements about the patient, and what does not count
  const collected = collectSentences(measured, context);

  // conclude: the time they tell, and the words that led to nothing
  return concludeSentences(collected, context);
}

/** A text whose sentences were read, with what tells the person. */
export interface SentencesRead extends TextRead {
  readonly demographics: Demographics;
}

/**
 * Reads each sentence of a text for itself; what is read by likeness is held against the whole.
 *
 * @param known what is told of the patient beside the text
 */
export function readSentences(
  text: string,
  patientGiven: Patient | undefined,
  vocabulary: CompiledVocabulary,
  known: readonly Shown[] = [],
): SentencesRead {
  // normalise, segment: tokens with their places, sentences with their headings
  const asWritten = readText(text);
  const reading = { ...asWritten, tokens: unifyWords(asWritten.tokens, vocabulary.spelling) };
  cutRuns(reading.tokens, reading.sentences);

  // the person, whom every sentence is about
  const people = peopleOf(reading);
  const demographics = readDemographics(reading, people);
  const { patient, warnings } = mergePatient(patientGiven, demographics);

  const context = {
    reading,
    vocabulary,
    patient: enginePatient(patient),
    demographicTokens: demographics.tokens,
    personalAmounts: demographics.amounts,
    people,
    told: new ToldText(reading.tokens, namedPeople(people)),
    specimens: specimensIn(reading),
  };
  const sentences = keepCompany(readEach(reading.sentences, context), known, vocabulary);
  return { reading, demographics, patient, warnings, sentences };
}

/**
 * Understands a clinical text: findings with their assertion and place, laboratory results, the person, what was not
 * understood, what was and does not count, and warnings. Pure and deterministic; any text is accepted and none is ever
 * an error.
 * @param patientGiven what was entered beside the text; it counts for more than the text
 * @param known what is told of the patient beside the text
 * @returns offsets in Unicode code points of `text`, end exclusive
 */
export const understandText = (
  text: string,
  patientGiven: Patient | undefined,
  vocabulary: CompiledVocabulary,
  known: readonly Shown[] = [],
): Understanding => concludeText(readSentences(text, patientGiven, vocabulary, known), vocabulary);

/**
 * The one way from a case to the ranking engine's input: codes mapped, text understood, quantities turned into states
 * for this patient's age, sex and pregnancy, past and family statements into risk factors, contradictions settled
 * (coded beats text; the more specific beats the less). A finding that the text calls possible is present with
 * certainty 0.7.
 *
 * What a teacher has corrected stands above everything that was given or read, and a later correction above an
 * earlier one.
 *
 * Text never fails. `issues` lists what is clinically wrong with the coded part; a caller that must not go on with it
 * rejects the case.
 */
export function toEngineCase(
  input: CaseInput,
  vocabulary: CompiledVocabulary,
  corrections: readonly StandingCorrection[] = [],
): EngineReadyCase {
  // every text of the case, those of its stages for the patient of the narrative
  const coded = shownOfCodes(input, vocabulary);
  const main = understandText(input.narrative ?? '', input.patient, vocabulary, coded);
  const known = [...coded, ...shownOfFindings(main.findings)];
  const stages = gather(input.stages ?? [], ({ narrative }, stage) =>
    narrative === undefined
      ? []
      : [{ stage, text: understandText(narrative, main.patient, vocabulary, known) }],
  );
  const text = joinTexts(main, stages);
  const patient = enginePatient(text.patient);

  // case: codes beside the text, corrections above both, one fact for each finding
  const gathered = gatherFacts(input, text, patient, vocabulary);
  const corrected = correctFacts(gathered, corrections, { input, vocabulary, patient });
  const warnings = correctWarnings(gathered.warnings, corrections);
  const facts = dropIsAContradictions(mergeFacts(corrected, warnings), vocabulary, warnings);
  const labs = correctLabs([...gathered.labs, ...text.labs], corrections);
  const explained = explainLabs(labs, patient, vocabulary, input.setting);
  return {
    observed: facts.map(({ observed }) => observed),
    patient,
    stages: stagesOfCase(input, facts),
    understood: {
      findings: facts.map(({ finding }) => finding),
      labs: explained.labs,
      measurements: text.measurements,
      ...(explained.laboratory === undefined ? {} : { laboratory: explained.laboratory }),
      patient: text.patient,
      unmatched: text.unmatched,
      setAside: text.setAside,
      warnings: withoutSerial([...warnings, ...explained.warnings]),
    },
    issues: clinicalIssuesOf(input, vocabulary),
  };
}

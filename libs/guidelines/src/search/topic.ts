import { ASPECTS, type Aspect, type Passage } from '../passage';
import { type QuestionKind } from '../question/question-kinds';

/** What a case, or someone searching, is about. */
export interface Topic {
  /** In the order of the differential: the first weighs most. */
  readonly diseaseIds: readonly string[];
  readonly findingIds: readonly string[];
  readonly region?: string | undefined;
}

const OWN_REGION = 1.25;
const INTERNATIONAL = 1.1;
/** What binds a reader most: as much as a passage that speaks of nothing but findings of the case. */
const OWN_INSTITUTION = 2;

/** Whether the passage is about one of the diseases asked for or, if none are, speaks of one of the findings. */
export function isOnTopic(passage: Passage, { diseaseIds, findingIds }: Topic): boolean {
  if (diseaseIds.length > 0) return diseaseIds.some((id) => passage.forDiseases.includes(id));
  return findingIds.length === 0 || findingIds.some((id) => passage.forFindings.includes(id));
}

/** Diseases of the topic that the passage is about, in the topic's order; all of the passage's if none are asked. */
export function diseasesConcerned(passage: Passage, { diseaseIds }: Topic): readonly string[] {
  if (diseaseIds.length === 0) return passage.forDiseases;
  return diseaseIds.filter((id) => passage.forDiseases.includes(id));
}

/**
 * How much more a passage matters for this topic. Its best-placed disease counts 1/log2(place + 1), as in
 * discounted cumulative gain; findings of the case that it speaks of raise that to at most twice; the reader's own
 * region comes before international documents, those before other regions; a document of the reader's own institution
 * counts twice. All this is preferred, nothing is filtered out: where guidelines conflict they stand side by side.
 */
export function topicality(passage: Passage, topic: Topic): number {
  const place = topic.diseaseIds.findIndex((id) => passage.forDiseases.includes(id));
  const disease = place < 0 ? 1 : 1 / Math.log2(place + 2);
  const near = passage.ofInstitution === true ? OWN_INSTITUTION : 1;
  return disease * (1 + sharedFindings(passage, topic.findingIds)) * regional(passage, topic) * near;
}

/** Share of the passage's findings that the case has. */
function sharedFindings({ forFindings }: Passage, findingIds: readonly string[]): number {
  if (forFindings.length === 0) return 0;
  return forFindings.filter((id) => findingIds.includes(id)).length / forFindings.length;
}

function regional(passage: Passage, { region }: Topic): number {
  if (region === undefined) return 1;
  if (passage.region === region) return OWN_REGION;
  return passage.region === 'international' ? INTERNATIONAL : 1;
}

const ASKED_FOR = 5;
const NEXT_TO_IT = 1.2;

/** What is read together: suspecting and diagnosing, the first action and the treatment after it. */
const NEIGHBOURS: { readonly [aspect in Aspect]: readonly Aspect[] } = {
  recognition: ['diagnosis'],
  diagnosis: ['recognition'],
  'first-action': ['treatment'],
  treatment: ['first-action', 'follow-up'],
  'follow-up': ['treatment'],
};

/** How much more a passage matters to a question by what it likely asks for: preferred, never required. */
export function answersAspect(about: Aspect | undefined, asked: QuestionKind['aspects']): number {
  if (about === undefined) return 1;
  return ASPECTS.reduce((sum, aspect) => sum + asked[aspect] * worth(about, aspect), 0);
}

function worth(about: Aspect, asked: Aspect): number {
  if (asked === about) return ASKED_FOR;
  return NEIGHBOURS[asked].includes(about) ? NEXT_TO_IT : 1;
}

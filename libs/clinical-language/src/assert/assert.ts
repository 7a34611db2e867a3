import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Sense } from '../model/sense';
import { type Around } from '../frame/words-around';
import { type Cued } from './around';
import { type Mention } from '../resolve/mention';
import { type WarningCode } from '../model/understanding';
import { type PanelMember, type VocabularyPanel } from '../model/vocabulary';
import { type SectionKind } from '../segment/sections';
import { isBackgroundKind, isNormalState, normalStateOf } from '../vocabulary/findings';
import { type Scopes } from './scope';
import { gather } from '../normalise/lists-by-key';

/** Certainty of what a text calls possible, probable or suspected. */
const CERTAINTY_POSSIBLE = 0.7;
/** Certainty of what follows from a normality phrase, unless the panel says otherwise. */
const CERTAINTY_PANEL = 0.8;

/** What a mention comes to: something said of a finding, or a note why nothing was. */
export type Asserted =
  | {
      readonly findingId: string;
      readonly presence?: 'present' | 'absent';
      readonly state?: string;
      readonly certainty: number;
      readonly kind: 'text' | 'panel';
    }
  | { readonly warning: WarningCode; readonly findingId?: string };

/** To whom and when a mention applies, and whether it is denied or doubted. */
interface Frame {
  readonly who: 'patient' | 'family' | 'other-person';
  readonly when: 'current' | 'historical' | 'conditional' | 'planned';
  readonly negated: boolean;
  readonly possible: boolean;
}

/** Whether it is told as a complaint or a sign, beside what it may name of the past and the person's background. */
const tellsComplaint = (senses: readonly Sense[], { findings }: CompiledVocabulary): boolean =>
  senses.some(
    (sense) =>
      (sense.kind === 'finding' || sense.kind === 'state') &&
      !isBackgroundKind(findings.get(sense.findingId)),
  );

function frameOf(
  mention: Mention,
  scopes: Scopes,
  section: SectionKind,
  vocabulary: CompiledVocabulary,
): Frame {
  const kinds = scopes.over(mention.used);
  const who =
    kinds.has('family') || section === 'family'
      ? 'family'
      : kinds.has('other-person')
        ? 'other-person'
        : 'patient';
  const isComplaint = tellsComplaint(mention.senses, vocabulary);
  // "Past medical history: chronic constipation": a complaint that goes on is told of the present.
  const goesOn = isComplaint && kinds.has('current');
  const negated = isDenied(mention, scopes);
  // "PMH: asthma. No haemoptysis", "no history of fever": the complaint that somebody never had is not there now
  const isNever = negated && isComplaint && (kinds.has('ever') || !kinds.has('historical'));
  const past = (kinds.has('historical') || section === 'past') && !goesOn && !isNever;
  // Of what somebody believes the name of an illness is no fact; a complaint is one, if not a certain one.
  const isFeared = kinds.has('belief') && !isComplaint;
  const when =
    kinds.has('conditional') || isFeared
      ? 'conditional'
      : kinds.has('planned') || section === 'plan'
        ? 'planned'
        : past
          ? 'historical'
          : 'current';
  return {
    who,
    when,
    negated,
    possible: kinds.has('possible') || kinds.has('belief'),
  };
}

/**
 * A phrase is denied as a whole. Of words that stand apart the last decides: "calf is not *swollen*" is denied, "no
 * chest pain at rest, only on *exertion*" is not; but "no *pain* after *meals*" is one item. "Gallstones *not seen* on
 * ultrasound" is denied in its midst.
 */
function isDenied({ form, used }: Mention, scopes: Scopes): boolean {
  if (form === 'phrase') return scopes.over(used).has('negated');
  const [first = 0, last = 0] = [used[0], used[used.length - 1]];
  const denied = used.findLast((position) => scopes.at(position).has('negated'));
  if (denied === undefined) return false;
  return denied === last || scopes.isOneDenial(denied, last) || scopes.deniesBetween(first, last + 1);
}

const about = (findingId: string, { negated, possible }: Frame): Asserted => ({
  findingId,
  presence: negated && !possible ? 'absent' : 'present',
  certainty: possible ? CERTAINTY_POSSIBLE : 1,
  kind: 'text',
});

/** The risk-factor finding that something in the family stands for. */
function inFamily(senses: readonly Sense[], frame: Frame, vocabulary: CompiledVocabulary): Asserted[] {
  const ids = gather(senses, (sense) => {
    if (sense.kind === 'context') return sense.context === 'family' ? [sense.findingId] : [];
    if (sense.kind !== 'finding' && sense.kind !== 'state') return [];
    const finding = vocabulary.findings.get(sense.findingId);
    return finding?.of === 'family' ? [sense.findingId] : [finding?.whenFamily ?? []].flat();
  });
  if (ids.length > 0) return [...new Set(ids)].map((id) => about(id, frame));
  const first = senses.find((sense) => sense.kind === 'finding' || sense.kind === 'state');
  return [
    { warning: 'family-history-unmapped', ...(first === undefined ? {} : { findingId: first.findingId }) },
  ];
}

/** What somebody else's illness means for the patient: an exposure. */
function inContact(
  senses: readonly Sense[],
  frame: Frame,
  { findings, rules }: CompiledVocabulary,
): Asserted[] {
  const illnessOfOthers = rules.roles['illness-of-others'];
  // a relative with tuberculosis may live far away, and the brother's measles as a child are nothing to the patient now
  const isNear = (findingId: string): boolean =>
    findingId === illnessOfOthers ? frame.when === 'current' : frame.who === 'other-person';
  const ids = gather(senses, (sense) => {
    if (sense.kind === 'context')
      return sense.context === 'contact' && isNear(sense.findingId) ? [sense.findingId] : [];
    return sense.kind === 'finding' && findings.get(sense.findingId)?.of === 'others'
      ? [sense.findingId]
      : [];
  });
  if (ids.length > 0) return [...new Set(ids)].map((id) => about(id, frame));
  const isCatching = senses.some(
    (sense) => 'findingId' in sense && findings.get(sense.findingId)?.catching === true,
  );
  return isCatching && !frame.negated && frame.when === 'current' && illnessOfOthers !== undefined
    ? [{ findingId: illnessOfOthers, presence: 'present', certainty: CERTAINTY_POSSIBLE, kind: 'text' }]
    : [];
}

/** The finding that a past occurrence stands for; what is about the past by nature stands for itself. */
function inPast(senses: readonly Sense[], frame: Frame, vocabulary: CompiledVocabulary): Asserted[] {
  const ids = gather(senses, (sense) => {
    if (sense.kind === 'context') return sense.context === 'historical' ? [sense.findingId] : [];
    if (sense.kind !== 'finding' && sense.kind !== 'state') return [];
    const finding = vocabulary.findings.get(sense.findingId);
    const standsForItself = isBackgroundKind(finding) && finding?.ofNow !== true;
    return standsForItself ? [sense.findingId] : [finding?.whenHistorical ?? []].flat();
  });
  if (ids.length > 0) return [...new Set(ids)].map((id) => about(id, frame));
  const first = senses.find((sense) => sense.kind === 'finding' || sense.kind === 'state');
  return [
    { warning: 'past-history-unmapped', ...(first === undefined ? {} : { findingId: first.findingId }) },
  ];
}

function currentState(
  findingId: string,
  state: string,
  frame: Frame,
  vocabulary: CompiledVocabulary,
): Asserted[] {
  const certainty = frame.possible ? CERTAINTY_POSSIBLE : 1;
  if (!frame.negated || frame.possible) return [{ findingId, state, certainty, kind: 'text' }];
  const finding = vocabulary.findings.get(findingId);
  const normal = finding === undefined ? undefined : normalStateOf(finding);
  return normal === undefined || normal === state
    ? []
    : [{ findingId, state: normal, certainty: CERTAINTY_PANEL, kind: 'text' }];
}

/** "No frequency or urgency": a phrase for several findings denies each; of a denied normality nothing follows. */
function deniedTogether({ sets }: VocabularyPanel, certainty: number): Asserted[] {
  if (!sets.every(({ presence }) => presence === 'present')) return [];
  return sets.map(({ finding }) => ({
    findingId: finding,
    presence: 'absent' as const,
    certainty,
    kind: 'panel' as const,
  }));
}

function panelMembers(panelId: string, frame: Frame, vocabulary: CompiledVocabulary): Asserted[] {
  const panel = vocabulary.panels.get(panelId);
  if (panel === undefined) return [];
  const certainty = frame.possible ? CERTAINTY_POSSIBLE : (panel.certainty ?? CERTAINTY_PANEL);
  if (frame.negated) return deniedTogether(panel, certainty);
  return panel.sets.map(({ finding, presence, state }: PanelMember) => ({
    findingId: finding,
    ...(presence === undefined ? {} : { presence }),
    ...(state === undefined ? {} : { state }),
    certainty,
    kind: 'panel' as const,
  }));
}

function inPresent(senses: readonly Sense[], frame: Frame, vocabulary: CompiledVocabulary): Asserted[] {
  // "Anxiety" is told as a complaint before it is the name of a known illness.
  const isAlsoComplaint = tellsComplaint(senses, vocabulary);
  const asserted = gather(senses, (sense): Asserted[] => {
    if (sense.kind === 'finding') return [about(sense.findingId, frame)];
    if (sense.kind === 'state') return currentState(sense.findingId, sense.state, frame, vocabulary);
    if (sense.kind === 'panel') return panelMembers(sense.panelId, frame, vocabulary);
    if (
      sense.kind === 'context' &&
      sense.context === 'historical' &&
      vocabulary.findings.get(sense.findingId)?.goesOn === true &&
      !(frame.negated && sense.affirmsOnly) &&
      !isAlsoComplaint &&
      !frame.possible
    ) {
      return [about(sense.findingId, frame)];
    }
    return [];
  });
  const namesDiagnosis =
    asserted.length === 0 && senses.some(({ kind }) => kind === 'disease' || kind === 'context');
  return namesDiagnosis ? [{ warning: 'diagnosis-named' }] : asserted;
}

function ofSomebodyElse(senses: readonly Sense[], frame: Frame, vocabulary: CompiledVocabulary): Asserted[] {
  const exposures = inContact(senses, frame, vocabulary);
  if (frame.who === 'other-person')
    return exposures.length > 0 ? exposures : [{ warning: 'other-person-ignored' }];
  const inherited = inFamily(senses, frame, vocabulary);
  const isMapped = inherited.some((one) => !('warning' in one));
  if (exposures.length === 0) return inherited;
  return isMapped ? [...inherited, ...exposures] : exposures;
}

/** "JVP not raised, chest clear": what says that all is well ends the list of what is denied. */
function withoutDenialOfNormality(
  { senses, from }: Mention,
  frame: Frame,
  scopes: Scopes,
  vocabulary: CompiledVocabulary,
): Frame {
  if (!frame.negated || !scopes.opensClause(from)) return frame;
  const saysAllIsWell = senses.some(
    (sense) =>
      sense.kind === 'panel' &&
      vocabulary.panels.get(sense.panelId)?.sets.every(({ presence }) => presence !== 'present'),
  );
  return saysAllIsWell ? { ...frame, negated: false } : frame;
}

/** Whether a mention says that something is there or not as it should be. */
const tellsOfSomething = ({ senses }: Mention, { findings }: CompiledVocabulary): boolean =>
  senses.some(
    (sense) =>
      sense.kind === 'finding' || (sense.kind === 'state' && isNormalState(sense, findings) === false),
  );

/** "Plan: *naproxen*": what a plan names of the background is not there yet, whatever the words around tell. */
const isOfPlan = ({ senses }: Mention, section: SectionKind, { findings }: CompiledVocabulary): boolean =>
  section === 'plan' &&
  senses.every((sense) => 'findingId' in sense && isBackgroundKind(findings.get(sense.findingId)));

/** What cues say, in the words of what is learnt. */
function cuedAs({ who, when, negated, possible }: Frame): Around {
  if (when === 'conditional' || when === 'planned') return 'conditional';
  if (who !== 'patient') return who;
  if (when === 'historical') return 'past';
  if (possible) return 'possible';
  return negated ? 'absent' : 'present';
}

const OF_PATIENT_NOW: Frame = { who: 'patient', when: 'current', negated: false, possible: false };

/** What is left of what cues say where the words around refute the first of it: "PMH: … No *rash*" is denied, if not past. */
function withoutFirst(frame: Frame): Frame {
  switch (cuedAs(frame)) {
    case 'absent':
      return { ...frame, negated: false };
    case 'possible':
      return { ...frame, possible: false };
    case 'past':
    case 'conditional':
      return { ...frame, when: 'current' };
    default:
      return { ...frame, who: 'patient' };
  }
}

/** What the words around it tell, where that is not what cues say. */
function asSaidAround(cued: Frame, beside: Omit<Cued, 'cued'>, around: (said: Cued) => Around): Frame {
  const said = around({ cued: cuedAs(cued), ...beside });
  if (said === cuedAs(cued)) return cued;
  switch (said) {
    case 'present':
      return asSaidAround(withoutFirst(cued), { ...beside, isHeaded: false }, around);
    case 'absent':
      return { ...OF_PATIENT_NOW, negated: true };
    case 'possible':
      return { ...OF_PATIENT_NOW, possible: true };
    case 'past':
      return { ...OF_PATIENT_NOW, when: 'historical' };
    case 'conditional':
      return { ...OF_PATIENT_NOW, when: 'conditional' };
    default:
      return { ...OF_PATIENT_NOW, who: said };
  }
}

/** A diagnosis made at least so many days ago is known and not the question. */
const KNOWN_FROM_DAYS = 180;

const namesDiseaseOnly = (senses: readonly Sense[]): boolean =>
  senses.some(({ kind }) => kind === 'disease') &&
  senses.every(({ kind }) => kind === 'disease' || kind === 'context');

type FindingSense = Extract<Sense, { kind: 'finding' }>;

/** "No saddle embolus" is what the report of a positive scan says: the denial of a part denies nothing else. */
const affirmsOnly = (sense: Sense): sense is FindingSense =>
  sense.kind === 'finding' && sense.affirmsOnly === true;

/** Whether a sense is told at all: "falls" is where they are denied of the patient, or affirmed by an answer. */
const isTold = (sense: Sense, { who, when, negated, possible }: Frame, isAffirmed: boolean): boolean =>
  sense.kind !== 'finding' ||
  sense.toldBy === undefined ||
  (who === 'patient' &&
    when === 'current' &&
    ((negated && !possible) || (isAffirmed && sense.toldBy === 'answer')));

const ofFinding = (sense: Sense): sense is FindingSense => sense.kind === 'finding';

/** "Amoxicillin two years ago" is no recent use of it. */
const isLongAgo = (sense: Sense, daysAgo: number, { findings }: CompiledVocabulary): boolean =>
  ofFinding(sense) && daysAgo > (findings.get(sense.findingId)?.withinDays ?? Infinity);

const ofThen = ({ findingId }: FindingSense): Asserted => ({ warning: 'past-history-unmapped', findingId });

/**
 * What a mention says of the patient: present, absent or possible now; mapped to a risk factor when it is past or in
 * the family; nothing when it is another person's, conditional or planned.
 * @param daysAgo the point in the past that is named beside it; 0: none
 * @param around what the words around it say, given what cues and headings do
 */
export function assertMention(
  mention: Mention,
  scopes: Scopes,
  section: SectionKind,
  vocabulary: CompiledVocabulary,
  daysAgo: number,
  around: (said: Cued) => Around,
): Asserted[] {
  const read = frameOf(mention, scopes, section, vocabulary);
  // "Appetite" of "no appetite": the wording itself denies, so that only a denial tells it.
  if (mention.denies === true && (!read.negated || read.possible)) return [];
  const said =
    mention.denies === true || mention.isOpposite === true
      ? { ...read, negated: mention.isOpposite === true }
      : read;
  const cued = withoutDenialOfNormality(mention, said, scopes, vocabulary);
  // where diseases are weighed the words around tell of them, not of the patient
  const isWeighed = section === 'differential' && cued.when === 'conditional';
  const isAsked =
    said === read &&
    !isWeighed &&
    tellsOfSomething(mention, vocabulary) &&
    !isOfPlan(mention, section, vocabulary);
  // without its heading it would be read otherwise
  const isHeaded =
    isAsked &&
    section !== 'narrative' &&
    cuedAs(read) !== cuedAs(frameOf(mention, scopes, 'narrative', vocabulary));
  const scope = scopes.over(mention.used);
  const isAffirmed = scope.has('affirmed') || scopes.isPlainlyStated(mention);
  const isPlainlyDenied = isAsked && cued.negated && scopes.isPlainlyDenied(mention);
  // what a form answers in so many words is not up to the words around
  const frame =
    isAsked && !scope.has('answered')
      ? asSaidAround(cued, { isHeaded, isAffirmed, isPlainlyDenied }, around)
      : cued;
  const told = mention.senses.filter((sense) => isTold(sense, frame, isAffirmed));
  const ofNow = frame.negated ? told : told.filter((sense) => !isLongAgo(sense, daysAgo, vocabulary));
  if (ofNow.length === 0) return told.filter(ofFinding).map(ofThen).slice(0, 1);
  if (ofNow.length < mention.senses.length)
    return assertMention({ ...mention, senses: ofNow }, scopes, section, vocabulary, daysAgo, around);
  if (frame.when === 'conditional') return [{ warning: 'conditional-ignored' }];
  if (frame.when === 'planned') return [{ warning: 'planned-ignored' }];
  const narrower = frame.negated && !frame.possible ? mention.senses.filter(affirmsOnly) : [];
  const [part] = narrower;
  if (part !== undefined) {
    const senses = mention.senses.filter((sense) => !affirmsOnly(sense));
    if (senses.length === 0) return [{ warning: 'part-denied', findingId: part.findingId }];
    return assertMention({ ...mention, senses }, scopes, section, vocabulary, daysAgo, around);
  }
  if (frame.who !== 'patient') return ofSomebodyElse(mention.senses, frame, vocabulary);
  const isOld = daysAgo >= KNOWN_FROM_DAYS && namesDiseaseOnly(mention.senses) && !frame.negated;
  if (isOld && frame.when === 'current') return inPast(mention.senses, frame, vocabulary);
  const onlyPanels = mention.senses.every(({ kind }) => kind === 'panel');
  if (frame.when === 'historical' && !onlyPanels) return inPast(mention.senses, frame, vocabulary);
  return inPresent(mention.senses, frame, vocabulary);
}

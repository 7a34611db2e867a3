/** The same text in both languages. */
export interface Bilingual<T> {
  readonly en: T;
  readonly zh: T;
}

/** Clinical kind of a finding, as in the knowledge base. */
export type FindingKind =
  | 'symptom'
  | 'sign'
  | 'history'
  | 'risk-factor'
  | 'exposure'
  | 'lab'
  | 'imaging'
  | 'bedside-test';

/** Where in the work-up a finding comes to light. */
export type FindingStage = 'history' | 'examination' | 'laboratory' | 'imaging';

/** To whom an interval applies. Age in completed or fractional years, `low <= age < high`. */
export interface IntervalCondition {
  readonly sex?: 'female' | 'male';
  readonly ageYears?: readonly [number, number];
  readonly pregnant?: boolean;
}

/** One band of a quantity: `from <= value < to` in `unit` (UCUM) is `state`. */
export interface QuantityInterval {
  readonly state: string;
  readonly if?: IntervalCondition;
  readonly from?: number;
  readonly to?: number;
  /** The finding's own unit if left out. */
  readonly unit?: string;
}

/** How a number is sourced, as in the knowledge base: `estimate` or an id of its sources, and how good it is. */
export interface Sourced {
  readonly source: string;
  readonly grade?: string;
}

/** Coefficients of variation of a quantity in steady state, in per cent. */
export interface QuantityVariation extends Sourced {
  /** Within one subject (CVi). */
  readonly withinSubject: number;
  /** Of the assay (CVa): what is usual, each laboratory has its own. */
  readonly analytical: number;
}

/** A change that means something of its own, such as the rise of creatinine that is acute kidney injury. */
export interface ChangeCriterion extends Sourced {
  readonly id: string;
  readonly direction: 'rise' | 'fall';
  /** Smallest difference, in the finding's unit, or smallest ratio of the larger value to the smaller. */
  readonly by?: number;
  readonly times?: number;
  /** The two values lie no further apart. */
  readonly withinHours?: number;
  /** It asks for an earlier value of at least this. */
  readonly earlierFrom?: number;
  readonly text: Bilingual<string>;
}

/** Names under which a quantity is reported as the mass of another molecule: blood urea nitrogen for urea. */
export interface OtherMeasure {
  readonly names: Partial<Bilingual<readonly string[]>>;
  readonly loinc?: string | readonly string[];
  /** g/mol of what is weighed. */
  readonly molecularWeight: number;
}

/** A unit of laboratory reports (UCUM). */
export interface ReportUnit {
  readonly unit: string;
  /** No report prints a smaller number in it. */
  readonly from?: number;
  /** No report prints a larger number in it. */
  readonly to?: number;
  /** Reports print no decimals in it. */
  readonly whole?: true;
}

/** A unit that is bound to the finding's own by a straight line: `own = factor · x + offset`. */
export interface LinearUnit {
  readonly unit: string;
  readonly factor: number;
  readonly offset: number;
}

/** How a test decides a yes-or-no finding: by its result in words, from a titre on, or beyond a limit. */
export interface DecidingTest {
  /** Names of the test itself, without a result. */
  readonly names: Partial<Bilingual<readonly string[]>>;
  /** Present from a titre of one to this many. */
  readonly titre?: number;
  /** UCUM unit of the limits. */
  readonly unit?: string;
  /** Present from this value on. */
  readonly from?: number;
  /** Present below this value; with `from`, between the two. */
  readonly below?: number;
  /** A number without a unit from the one to the other is in `unit`. */
  readonly bare?: readonly [number, number];
  /** Years from which on the limits hold. */
  readonly fromAge?: number;
  /** Whose limits they are; everybody's if left out. */
  readonly sex?: 'female' | 'male';
  /** The name tells other things as well: the number counts, a result in words does not. */
  readonly numberOnly?: true;
  /** The limits hold only beside this finding, in one of these states, which is measured as well. */
  readonly given?: GivenBeside;
}

/** A finding that is there, or is in one of some states. */
export interface GivenBeside {
  readonly finding: string;
  readonly states?: readonly string[];
}

/** How two values of one vital sign, measured in two ways, decide a yes-or-no finding: by how far they are apart. */
export interface DecidingPair {
  readonly of: string;
  readonly between: readonly [PairedWay, PairedWay];
  /** At least by so much, in the unit of the sign: the second is lower, higher, or either. */
  readonly fall?: number;
  readonly rise?: number;
  readonly apart?: number;
  /** Beside this finding it is not there. */
  readonly unless?: string;
}

/** How a value of a pair was measured. */
export type PairedWay = 'lying' | 'standing' | 'rest' | 'exertion' | 'right' | 'left';

/** What has to have been measured in a specimen. */
export interface SpecimenCondition {
  /** What is measured, as the lexicon calls it: `cells`, `protein` … */
  readonly analyte: string;
  /** UCUM unit of the limits. */
  readonly unit?: string;
  readonly from?: number;
  readonly below?: number;
  /** A number without a unit from the one to the other is in `unit`. */
  readonly bare?: readonly [number, number];
  /** The analyte whose share the limits are for: neutrophils of the cells. */
  readonly share?: string;
  /** A result in words. */
  readonly level?: 'positive' | 'negative';
}

/** How what is measured in a specimen decides a yes-or-no finding; the first test that applies counts. */
export interface SpecimenTest {
  readonly specimen: string;
  readonly presence?: 'present' | 'absent';
  /** All of them hold. */
  readonly when: readonly SpecimenCondition[];
  /** None of them holds. */
  readonly unless?: readonly SpecimenCondition[];
  /** Where it is told in part only. */
  readonly certainty?: number;
  readonly ageYears?: readonly [number, number];
}

/** An amount that a text tells is the finding where `from <= amount < below`. */
export interface ToldAmount {
  readonly amount: string;
  readonly from?: number;
  readonly below?: number;
}

/** A complaint (or a kind of it) that is told with one of these attributes is the finding. */
export interface QualifiedComplaint {
  readonly complaint: string | readonly string[];
  /** Categorical complaints: the states that count. */
  readonly states?: readonly string[];
  /** What brings it on or makes it worse, what relieves it, where it spreads to. */
  readonly worse?: string | readonly string[];
  readonly relief?: string | readonly string[];
  readonly radiation?: string | readonly string[];
  readonly onset?: 'sudden';
  /** How long it has been there, both ends included. */
  readonly days?: readonly [number, number];
  /** How long one attack lasts, both ends included. */
  readonly attackMinutes?: readonly [number, number];
  /** States of the illness's duration. */
  readonly lasting?: readonly string[];
  /** Findings with which it is not. */
  readonly unless?: readonly string[];
}

/** What a finding can stand for in general. */
export type FindingRole = 'allergy' | 'illness-of-others';

/** Codes of other terminologies that stand for a finding. */
export interface FindingCodes {
  readonly hpo?: string | readonly string[];
  readonly loinc?: string | readonly string[];
  readonly icd10?: string | readonly string[];
}

/**
 * What this library needs of a finding. The knowledge bundle satisfies it structurally;
 * field names are those of `knowledge/findings/*.yaml`.
 */
export interface VocabularyFinding {
  readonly id: string;
  readonly name: Bilingual<string>;
  readonly kind: FindingKind;
  readonly stage: FindingStage;
  readonly domain: 'binary' | 'categorical';
  /** Categorical findings only. */
  readonly states?: readonly string[];
  readonly parent?: string;
  /** Whether "absent" denies every descendant as well. Default true. */
  readonly impliesAbsence?: boolean;
  readonly synonyms?: Partial<Bilingual<readonly string[]>>;
  /** Wordings narrower than a yes-or-no finding: denied they say nothing of it. */
  readonly affirmOnly?: Partial<Bilingual<readonly string[]>> | undefined;
  /** Words that name a state of a categorical finding outright ("tachycardia", 发热). */
  readonly stateSynonyms?: Readonly<Record<string, Partial<Bilingual<readonly string[]>>>>;
  readonly codes?: FindingCodes;
  /** Codes that name a state of a categorical finding ("Fever"). */
  readonly stateCodes?: Readonly<Record<string, FindingCodes>>;
  /** UCUM. Its presence makes a categorical finding a quantity. */
  readonly unit?: string;
  /** g/mol, for conversions between mass and amount of substance. */
  readonly molecularWeight?: number;
  /** Values outside are impossible, in `unit`. */
  readonly plausible?: { readonly low: number; readonly high: number };
  readonly intervals?: readonly QuantityInterval[];
  /** Where the intervals come from; an estimate if left out. */
  readonly intervalSource?: Sourced;
  readonly variation?: QuantityVariation;
  readonly changeCriteria?: readonly ChangeCriterion[];
  readonly otherMeasures?: readonly OtherMeasure[];
  readonly linearUnits?: readonly LinearUnit[];
  /** The units in which laboratories report it beside its own, or with its own where that has limits; left out where they are not known. */
  readonly reportedIn?: readonly ReportUnit[];
  /** Yes-or-no findings only. */
  readonly decidedBy?: readonly DecidingTest[];
  /** Yes-or-no findings only; any of the pairs decides. */
  readonly decidedByPair?: readonly DecidingPair[];
  /** The count of which this one is told as a share in per cent. */
  readonly shareOf?: string;
  /** Yes-or-no findings only. */
  readonly specimenTests?: readonly SpecimenTest[];
  /** Quantities of a specimen that is not blood: what they are called beside its name. */
  readonly measuredIn?: { readonly specimen: string; readonly analyte: string };
  /** P(present) or P(state) by setting, in patients who present with something else. */
  readonly baseline?: Readonly<Record<VocabularySetting, number | Readonly<Record<string, number>>>>;
  /** The finding that a past occurrence stands for. */
  readonly whenHistorical?: string;
  /** The finding that an occurrence in a blood relative stands for. */
  readonly whenFamily?: string;
  readonly toldBy?: readonly ToldAmount[];
  readonly qualifies?: readonly QualifiedComplaint[];
  /** Whom alone it can be said of; who is not known may have it. */
  readonly onlyIf?: Somebody;
  /** Whom alone the diseases can befall that it speaks for: what is read by words alone is not said of others. */
  readonly befalls?: Somebody;
  /** Names and stems (`-pril`, `cef-`) of medicines that are taken; `notMedicines` only sound like them. */
  readonly medicines?: readonly string[];
  readonly notMedicines?: readonly string[];
  /** Of whom it tells by nature. */
  readonly of?: 'family' | 'others';
  readonly role?: FindingRole;
  /** Seen in somebody near, it may be where the illness came from. */
  readonly catching?: true;
  /** A history that describes the present complaint. */
  readonly describesComplaint?: true;
  /** What is past of it says nothing of the patient now. */
  readonly ofNow?: true;
  /** Longer ago than so many days, it is not what the finding means. */
  readonly withinDays?: number;
  /** A medicine that is taken. */
  readonly isMedicine?: true;
  /** An ion of one charge: 1 meq = 1 mmol. */
  readonly monovalent?: true;
  /** A known illness: named, it is there. */
  readonly goesOn?: true;
}

/** People of a sex, of an age in years (`from ≤ age < to`), or of both. */
export interface Somebody {
  readonly sex?: 'female' | 'male';
  readonly ageYears?: readonly [from: number, to: number];
}

/** One consequence of a normality phrase. */
export interface PanelMember {
  readonly finding: string;
  readonly presence?: 'present' | 'absent';
  readonly state?: string;
}

/** A normality phrase ("chest clear", 心肺腹未见异常) and what it says. */
export interface VocabularyPanel {
  readonly id: string;
  readonly phrases: Partial<Bilingual<readonly string[]>>;
  readonly sets: readonly PanelMember[];
  /** 0.5..1; 0.8 unless the panel says otherwise. */
  readonly certainty?: number;
}

/** A disease's names, so that naming a diagnosis is understood but never taken as evidence for itself. */
export interface VocabularyDisease {
  readonly id: string;
  readonly name: Bilingual<string>;
  readonly synonyms?: Partial<Bilingual<readonly string[]>>;
  readonly codes?: { readonly icd10?: readonly string[] };
  /** Findings that a past or familial occurrence of the disease stands for. */
  readonly asFinding?: {
    readonly historical?: string;
    readonly family?: string;
    readonly contact?: string;
    readonly known?: string;
  };
  /** An attack of a known illness: that there is none now says nothing of the illness. */
  readonly isAttack?: true;
}

/** A setting that has numbers of its own. */
export type VocabularySetting = 'emergency' | 'primary-care';

/** A disease as a cause of results: how often it comes and how often it gives each of them. */
export interface ResultCause {
  readonly diseaseId: string;
  /** Share of the setting's patients whose main explanation it is. */
  readonly prior: Readonly<Record<VocabularySetting, number>>;
  /** Multipliers of the prior for those whom all conditions fit. */
  readonly modifiers: readonly {
    readonly if: { readonly ageYears?: readonly [number, number]; readonly sex?: 'female' | 'male' };
    readonly times: number;
  }[];
  /** Whom alone it can befall. */
  readonly restrict?: { readonly sex?: 'female' | 'male'; readonly pregnant?: boolean };
  /** P(state) or P(present) in this disease, by finding. */
  readonly theta: ReadonlyMap<string, number | Readonly<Record<string, number>>>;
}

/** A finding, or a state of one, and the diseases that show it. */
export interface Manifestation {
  readonly findingId: string;
  readonly state?: string;
  /** By number of the disease: how much more often its patients have it than patients at large, as a logarithm. */
  readonly nats: ReadonlyMap<number, number>;
}

/** What this library needs of the knowledge bundle. */
export interface Vocabulary {
  readonly findings: readonly VocabularyFinding[];
  readonly panels: readonly VocabularyPanel[];
  readonly diseases?: readonly VocabularyDisease[];
  /** Diseases as causes of laboratory results. */
  readonly resultCauses?: readonly ResultCause[];
  /** What shows in which diseases; without any, nothing is held against what else is read. */
  readonly manifestations?: readonly Manifestation[];
  /** What is said of patients at large, in both languages: how often a word is said whatever is meant. */
  readonly texts?: readonly string[];
}

import type { components } from '../../../../openapi/client/schema';

/** The shapes of the public contract that the console uses, under the names that it gives them. */
type Schemas = components['schemas'];

export type Age = Schemas['Age'];
export type Assignment = Schemas['Assignment'];
export type AssignmentResult = Schemas['AssignmentResult'];
export type AssignmentResults = Schemas['AssignmentResults'];
export type Attempt = Schemas['Attempt'];
export type Room = Schemas['Room'];
export type LearnerNames = Schemas['LearnerNames'];
export type AttemptReview = Schemas['AttemptReview'];
export type AttemptHead = Schemas['AttemptHead'];
export type AttemptScore = Schemas['AttemptScore'];
export type AttemptStep = Schemas['AttemptStepInput']['step'];
export type Case = Schemas['Case'];
export type CaseBody = Schemas['CaseBody'];
export type CaseCheck = Schemas['CaseCheck'];
export type CaseForecast = Schemas['CaseForecast'];
export type CaseInput = Schemas['CaseInput'];
export type Comparison = Schemas['Comparison'];
export type Correction = Schemas['Correction'];
export type CorrectionInput = Schemas['CorrectionInput'];
export type Class = Schemas['Class'];
export type CreateAssignment = Schemas['CreateAssignmentInput'];
export type ComputedScore = Schemas['ComputedScore'];
export type Counterfactual = Schemas['Counterfactual'];
export type CreateRun = Schemas['CreateRunInput'];
export type DifferentialEntry = Schemas['DifferentialEntry'];
export type Evidence = Schemas['Evidence'];
export type Feedback = Schemas['Feedback'];
export type Grade = Schemas['Grade'];
export type Finding = Schemas['Finding'];
export type Guidance = Schemas['Guidance'];
export type EhrCheck = Schemas['EhrCheck'];
export type EhrClient = Schemas['EhrClient'];
export type EhrClientInput = Schemas['EhrClientInput'];
export type EhrSmartInput = Schemas['EhrSmartInput'];
export type EhrConnection = Schemas['EhrConnection'];
export type EhrImport = Schemas['EhrImport'];
export type EhrImportInput = Schemas['EhrImportInput'];
export type EhrPreview = Schemas['EhrPreview'];
export type BegunEhrImport = Schemas['BegunEhrImport'];
export type AcceptEhrImportInput = Schemas['AcceptEhrImportInput'];
export type LtiRegistration = Schemas['LtiRegistration'];
export type LtiRegistrationInput = Schemas['LtiRegistrationInput'];
export type LtiCheck = Schemas['LtiCheck'];
/** What came of asking a foreign system something. */
export type CheckOutcome = LtiCheck['steps'][number]['outcome'];
export type LtiConfiguration = Schemas['LtiConfiguration'];
export type LtiRegistrationLink = Schemas['LtiRegistrationLink'];
export type NewLtiRegistrationLink = Schemas['NewLtiRegistrationLink'];
export type LtiDeployment = Schemas['LtiDeployment'];
export type LtiLaunchProblem = Schemas['LtiLaunchProblem'];
export type LtiLaunchProblemList = Schemas['LtiLaunchProblemList'];
export type LrsConnection = Schemas['LrsConnection'];
export type LrsConnectionInput = Schemas['LrsConnectionInput'];
export type LrsCheck = Schemas['LrsCheck'];
export type RecordStatement = Schemas['RecordStatement'];
export type RecordStatementList = Schemas['RecordStatementList'];
export type StatementState = RecordStatement['state'];
export type GuidelineDocument = Schemas['GuidelineDocument'];
export type GuidelineImport = Schemas['GuidelineImport'];
export type GuidelinePassage = Schemas['GuidelinePassage'];
export type PassagePage = Schemas['PassagePage'];
export type PassageReference = Schemas['PassageReference'];
export type PassageAnswer = Omit<Schemas['GuidelineSearchAnswer'], 'nextCursor'>;
export type ChangeCriterion = Schemas['ChangeCriterion'];
export type ImportedCase = Schemas['ImportedCase'];
export type ImportGuideline = Schemas['ImportGuidelineInput'];
export type ImportFormat = 'fhir' | 'phenopacket' | 'csv';
export type QuestionLosses = Schemas['QuestionLosses'];
export type ImportedCases = Schemas['ImportedCases'];
export type KnowledgeInfo = Schemas['KnowledgeInfo'];
export type Meta = Schemas['Meta'];
export type Lab = Schemas['Lab'];
export type Measurement = Schemas['Measurement'];
export type LaboratoryChange = Schemas['LaboratoryChange'];
export type LaboratoryReport = Schemas['Laboratory'];
export type LaboratorySource = Schemas['LaboratorySource'];
export type LibraryCard = Schemas['LibraryCard'];
export type LibraryList = Schemas['LibraryList'];
export type LaboratoryValue = Schemas['LaboratoryValue'];
export type Masked = Schemas['Masked'];
export type MustNotMissEntry = Schemas['MustNotMissEntry'];
export type NextQuestion = Schemas['NextQuestion'];
export type NextTest = Schemas['NextTest'];
export type Patient = Schemas['UnderstoodPatient'];
export type Problem = Schemas['Problem'];
export type LanguageModelSettings = Schemas['LanguageModelSettings'];
export type Narration = Schemas['Narration'];
export type Reading = Schemas['ReadingSection'];
export type ReadingDrop = Schemas['ReadingDrop'];
export type Run = Schemas['Run'];
export type RunOptions = Schemas['RunOptions'];
export type Session = Schemas['Session'];
export type LaunchSession = Schemas['LaunchSession'];
export type LaunchPlace = Schemas['LaunchPlace'];
export type LtiChoice = Schemas['LtiChoiceInput'];
export type LtiChoiceAnswer = Schemas['LtiChoiceAnswer'];
export type SetAside = Schemas['SetAside'];
export type SourceAttributes = Schemas['SourceAttributes'];
export type Stages = Schemas['Stages'];
export type ToldSentence = Schemas['ToldSentence'];
export type PatientConversation = Schemas['PatientConversation'];
export type PatientQuestion = Schemas['PatientQuestion'];
export type QuestionDrafts = Schemas['QuestionDrafts'];
export type DraftedQuestion = Schemas['DraftedQuestion'];
export type TutorQuestion = Schemas['TutorQuestion'];
export type TutorThread = Schemas['TutorThread'];
export type TutorThreadSummary = Schemas['TutorThreadSummary'];
export type TeachingCase = Schemas['TeachingCase'];
export type ListedTeachingCase = Schemas['TeachingCaseList']['items'][number];
export type Understood = Schemas['Understood'];
export type Unmatched = Schemas['Unmatched'];
/** A finding of the vocabulary, as the type-ahead offers it. */
export type VocabularyFinding = Schemas['FindingSummary'];

/** What else a page chooses by name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}
export type WhatIfInput = Schemas['WhatIfInput'];
export type WhatIfAnswer = Schemas['WhatIfAnswer'];

export type Language = Case['language'];
export type Sex = Patient['sex'];
export type Setting = NonNullable<Case['setting']>;
export type CaseMix = Run['caseMix'];
export type Presence = NonNullable<Finding['presence']>;
export type Assertion = NonNullable<Finding['assertion']>;
export type Span = Schemas['NarrativeSpan'];
export type Outcome = NextQuestion['outcomes'][number];
export type NamedProbability = Outcome['topAfter'][number];

/** A finding as the console sends it: by our own id. */
export type FindingInput = Pick<Finding, 'findingId' | 'presence' | 'value' | 'certainty' | 'assertion'>;
/** A laboratory value as the console sends it: a number with its unit. */
export interface LabInput {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

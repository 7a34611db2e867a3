import { z } from 'zod';
import { CodedMustNotMiss } from '../answer/coded-answer';
import {
  codeText,
  Instant,
  Language,
  maskedText,
  ownName,
  page,
  PageQuery,
  passingText,
  Probability,
  Slug,
  Uuid,
} from '../primitives';
import { ConsentInputs } from './consent';
import { TutorMode } from './tutor';
import { ReleasedFeedback } from './drafts';
import {
  bilingual,
  ChoiceVerdict,
  CodedStageForecast,
  LocalisedText,
  PlantedError,
  PlantedErrorKind,
  StageKind,
} from './teaching-case';

/** Most rounds of a room, rooms of a tenant that are not ended, and bytes of one answer. */
export const MAX_ROUNDS = 40;
export const MAX_OPEN_ROOMS = 50;
export const MAX_SUBMISSION_BYTES = 2_048;
/** Most participants of a room, and so most simulated students of a rehearsal. */
export const MAX_PARTICIPANTS = 2_000;

export const RoomCode = codeText(/^[0-9]{6}$/).meta({ example: '482713' });
/** In an address: the code, until an open room has it anew, or the id of the room. */
export const RoomAddress = z.object({ code: z.union([RoomCode, Uuid]) });
export const RoomProgress = z.enum(['lobby', 'running', 'ended']);
export const RoomEntry = z.enum(['open', 'account']);
export const RoomLayer = z.enum(['class', 'engine', 'stage-key', 'diagnosis']);
export const RoundProgress = z.enum(['prepared', 'open', 'closed', 'revealed']);
// What a round asks.

const lines = <T extends z.ZodType>(text: T) => z.array(z.strictObject({ id: Slug, text }));
const tasks = <T extends z.ZodType>(text: T) =>
  z.discriminatedUnion('task', [
    z.strictObject({ task: z.enum(['differential', 'representation']) }),
    z.strictObject({
      task: z.enum(['next-test', 'next-question', 'vote']),
      /** `ask`: what is asked, where the task does not say it. */
      spec: z.strictObject({
        ask: text.optional(),
        options: lines(text).min(2).max(12),
        several: z.boolean().default(false),
      }),
    }),
    z.strictObject({
      task: z.literal('find-error'),
      spec: z.strictObject({ lines: lines(text).min(1).max(40) }),
    }),
  ]);

/** A question as the teacher asks it. A text may be left out where an id of the vocabulary says it. */
export const RoundTask = tasks(bilingual(300).optional());
export const PlannedRound = z.strictObject({
  stageNo: z.number().int().min(1),
  task: RoundTask,
  seconds: z.number().int().min(1).nullable().default(null),
  /** Answered by teams, after everybody has answered the question before it with the same task alone. */
  answerBy: z.literal('team').optional(),
  /** Of `find-error`: what is right. No student sees it before the key of the round is shown. */
  planted: PlantedError.optional(),
});

export const CreateRoomInput = z
  .strictObject({
    caseId: Uuid,
    caseVersion: z.number().int().min(1).max(100_000).optional(),
    classId: Uuid.optional().meta({ description: 'whose room it is: a class of whose staff one is' }),
    rounds: z.array(PlannedRound).max(MAX_ROUNDS),
    settings: z.strictObject({
      language: Language,
      entry: RoomEntry.default('open'),
      textOnPhones: z.boolean().default(true),
      /** As many as a team should have; `teamsBy`: drawn by number, or chosen by the phones. */
      teamSize: z.number().int().min(2).max(12).optional(),
      teamsBy: z.enum(['number', 'choice']).optional(),
      /** What who leads the room can have answered about the engine's lists, and shown on the wall. */
      tutor: TutorMode.exclude(['off']).optional(),
    }),
    /** The room fills itself with simulated students: a lecture can be practised. */
    rehearsal: z.strictObject({ students: z.number().int().min(1).max(MAX_PARTICIPANTS) }).optional(),
  })
  .meta({
    id: 'CreateRoomInput',
    example: {
      caseId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
      rounds: [{ stageNo: 1, task: { task: 'differential' }, seconds: 120 }],
      settings: { language: 'en' },
    },
  });

/** A question to the tutor that stands on the wall with its answer. */
const ShownAnswer = z.strictObject({ threadId: Uuid, questionId: Uuid });
const RoundOnly = z.strictObject({ roundId: Uuid });
const seconds = z.number().int().min(1);
/** What a teacher does in a room, one body for each operation. */
export const RoomActInputs = {
  open: RoundOnly.extend({ seconds: seconds.nullable().optional() }),
  close: RoundOnly,
  extend: RoundOnly.extend({ seconds: seconds.nullable(), number: z.number().int().min(1).optional() }),
  reset: RoundOnly,
  reveal: RoundOnly.extend({
    layers: z.array(RoomLayer).min(1).max(4),
    hide: z.boolean().optional(),
    confirm: z.boolean().optional(),
  }),
  'count-late': RoundOnly.extend({ counts: z.boolean() }),
  stage: z.strictObject({ stageNo: z.number().int().min(1) }),
  lock: z.strictObject({ locked: z.boolean() }),
  words: z.strictObject({ text: maskedText(80, 1), diseaseId: Slug.nullable() }),
  'hide-comment': z.strictObject({ hidden: z.boolean() }),
  /** An answer of the tutor on the wall; null takes it away. */
  'show-answer': z.strictObject({ shown: ShownAnswer.nullable() }),
  end: z.strictObject({}),
} as const;

/** Which of its members is to write for a team; and the team that a phone chooses. */
export const PenInput = z
  .strictObject({ number: z.number().int().min(1) })
  .meta({ id: 'PenInput', example: { number: 7 } });
export const TeamInput = z
  .strictObject({ team: z.number().int().min(1) })
  .meta({ id: 'TeamInput', example: { team: 3 } });

// What students send.

export const JoinRoomInput = z
  .strictObject({
    joinKey: codeText(/^[\w-]{22,64}$/).meta({
      description: '128 random bits, made by the phone, base64url',
    }),
    language: Language,
    name: ownName(40).optional(),
    resumeCode: passingText(20).optional(),
    /** Of somebody who is signed in; only then is there a profile to keep anything in. */
    consents: ConsentInputs.optional(),
  })
  .meta({ id: 'JoinRoomInput', example: { joinKey: 'bDk0T2pXQm1Ld1hqUnZ6Zw', language: 'en' } });

/** `as`: of a browser in which a teacher has joined as well, which of the two looks. */
export const RoomEventsQuery = z.object({
  lang: Language.optional(),
  as: z.enum(['participant', 'teacher']).optional(),
});

const points = z.number().int().min(1).max(99);
/** Points of 100 on diagnoses, picked or in own words, and the rest on Other. */
export const StatedDifferential = z.strictObject({
  kind: z.literal('differential'),
  entries: z
    .array(
      z.union([
        z.strictObject({ diseaseId: Slug, points }),
        z.strictObject({ text: maskedText(80, 1), points }),
      ]),
    )
    .max(5),
  other: points,
});
export const RoomAnswer = z.discriminatedUnion('kind', [
  StatedDifferential,
  z.strictObject({ kind: z.literal('choice'), optionIds: z.array(Slug).max(12) }),
  z.strictObject({
    kind: z.literal('error'),
    lineId: Slug,
    errorKind: PlantedErrorKind,
    why: maskedText(300, 1).optional(),
  }),
  z.strictObject({ kind: z.literal('text'), text: maskedText(600, 1) }),
]);
const attempt = z.number().int().min(1).max(1_000_000);
export const SubmissionInput = z
  .strictObject({ roundId: Uuid, attempt, revision: attempt, committedAt: Instant, answer: RoomAnswer })
  .meta({
    id: 'SubmissionInput',
    example: {
      roundId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
      attempt: 1,
      revision: 1,
      committedAt: '2026-11-20T09:00:00.000Z',
      answer: {
        kind: 'differential',
        entries: [
          { diseaseId: 'pulmonary-embolism', points: 55 },
          { diseaseId: 'community-acquired-pneumonia', points: 20 },
          { text: 'collapsed lung', points: 10 },
        ],
        other: 15,
      },
    },
  });
export const SubmissionReceipt = z
  .object({
    roundId: Uuid,
    attempt,
    revision: attempt,
    receivedAt: Instant,
    status: z.enum(['kept', 'unchanged', 'late']),
  })
  .meta({ id: 'SubmissionReceipt' });

// What is told.

const count = z.number().int().min(0);
const number = z.number().int();
/** In rehearsals alone: simulated students answer, and nothing of it is a result of a class. */
const rehearsal = z.literal(true).optional();
/** `pen`: the number of the member who writes for all. */
export const RoomTeam = z
  .object({ no: number, members: z.array(number), pen: number.nullable() })
  .meta({ id: 'RoomTeam' });
/** By how much teams beat the mean of their members: more than 0 where they did. Nats, and Brier. */
const gain = { logScore: z.number(), brier: z.number() };
export const TeamGain = z.object({ members: count, ...gain });
/** Of all teams of which somebody had answered alone; `ahead`: how many beat the mean of their members. */
export const TeamsGain = z.object({ teams: count, ahead: count, ...gain });
const Histogram = z.array(count);
const instant = Instant.nullable();

/** How a list did against the key; nats and Brier are null where no list was stated. */
export const RoomScore = z.object({
  scoreVersion: z.number().int(),
  logScore: z.number().nullable(),
  brier: z.number().nullable(),
  right: z.boolean().nullable(),
  keyPoints: z.number().nullable(),
});
export const CalibrationPoint = z.object({
  from: z.number(),
  to: z.number(),
  pairs: count,
  stated: Probability,
  observed: Probability,
});

/**
 * The parts of a room as they travel (texts as written, ids) and as they are told (one language, with names). `named`:
 * what stands beside an id; `text`: what somebody wrote.
 */
const shapes = <N extends z.core.$ZodLooseShape, T extends z.ZodType, O extends z.ZodType>(
  named: N,
  text: T,
  optionText: O,
) => {
  const disease = z.object({ diseaseId: Slug, ...named });
  const pooled = disease.extend({ probability: Probability });
  const ClassResult = z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('differential'),
      answered: count,
      /** Mean points, the largest first; `named`: how many named it, `first`: in the first place. */
      linear: z.array(pooled.extend({ named: count, first: count, histogram: Histogram })),
      further: z.object({ count, probability: Probability }),
      other: z.object({ probability: Probability, histogram: Histogram }),
      logarithmic: z.object({ diseases: z.array(pooled), rest: Probability }),
    }),
    z.object({
      kind: z.literal('choice'),
      answered: count,
      options: z.array(z.object({ optionId: Slug, count })),
    }),
    z.object({
      kind: z.literal('error'),
      answered: count,
      places: z.array(z.object({ lineId: Slug, errorKind: PlantedErrorKind, count })),
    }),
    z.object({ kind: z.literal('text'), answered: count }),
  ]);
  /** What the engine says after a stage; nothing in it tells the key. */
  const Engine = z.object({
    differential: z.array(pooled.extend({ rank: z.number().int(), mustNotMiss: z.boolean() })),
    other: Probability,
    mustNotMiss: z.array(disease.extend(CodedMustNotMiss.pick({ probability: true }).shape)),
    nextTests: z.array(
      z.object({
        ...CodedStageForecast.shape.nextTests.element.pick({ testId: true, expectedInformationGain: true })
          .shape,
        ...named,
      }),
    ),
  });
  /** What is right in one round: the teacher's verdicts on tests, or the planted error. */
  const RoundKey = z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      options: z.array(z.object({ optionId: Slug, verdict: ChoiceVerdict, why: text.nullable() })),
    }),
    z.object({ kind: z.literal('error'), lineId: Slug, errorKind: PlantedErrorKind }),
  ]);
  const TeacherList = z.array(disease.extend({ percent: z.number().int() }));
  const Diagnosis = z.object({ diagnosis: disease, acceptable: z.array(disease) });
  const Round = z.object({
    id: Uuid,
    stageNo: z.number().int(),
    position: z.number().int(),
    task: tasks(optionText),
    attempt,
    state: RoundProgress,
    closesAt: instant,
    scored: z.boolean(),
    answerBy: z.literal('team').optional(),
  });
  const answered = z.object({ count, of: count });
  const Stage = z.object({ no: count, of: count, kind: StageKind, title: text.nullable() });
  const Result = z.object({
    class: ClassResult.nullable(),
    engine: Engine.nullable(),
    stageKey: TeacherList.nullable(),
    /** With the layer `stage-key` of a vote or of a planted error, and with the diagnosis. */
    roundKey: RoundKey.nullable(),
    diagnosis: Diagnosis.nullable(),
    teamGain: TeamsGain.nullable().optional(),
  });
  /** The frame that all phones and the projector share. */
  const State = z.object({
    code: RoomCode,
    roomId: Uuid,
    seq: count,
    state: RoomProgress,
    language: Language,
    entry: RoomEntry,
    rehearsal,
    serverNow: Instant,
    participants: count,
    stage: Stage.nullable(),
    round: Round.nullable(),
    answered,
    layers: z.array(RoomLayer),
    result: Result.nullable(),
    withheld: z.literal('round-open').optional(),
    /** `pens`, while a question for teams is open: who writes, by the number of the team. */
    teams: z
      .object({
        size: count,
        by: z.enum(['number', 'choice']),
        formed: z.boolean(),
        count,
        pens: z.array(number.nullable()).optional(),
      })
      .optional(),
    /** With the diagnosis; `seq` rises whenever what can be read in the comments has changed. */
    comments: z.object({ seq: count }).optional(),
    /** `seq` rises whenever feedback was released to a participant; whose it is, each learns from `GET …/me`. */
    feedback: z.object({ seq: count }).optional(),
    /** Parts that should be shown and are not there. */
    degraded: z.array(z.literal('engine')).optional(),
  });
  /** The same with what only a teacher sees: which rounds there are and how far each has come. */
  const TeacherState = State.extend({
    control: z.object({
      title: text,
      caseId: Uuid,
      caseVersion: z.number().int(),
      classId: Uuid.optional(),
      textOnPhones: z.boolean(),
      locked: z.boolean(),
      removed: z.array(count),
      rounds: z.array(
        Round.extend({
          seconds: count.nullable(),
          closedAt: instant,
          layers: z.array(RoomLayer),
          lateCounts: z.boolean(),
          answered: count,
          late: count,
          /** Whether there is a key of this round alone, to be shown as its layer `stage-key`. */
          hasKey: z.boolean(),
        }),
      ),
      /** Stages of which the engine's list is there. */
      engineStages: z.array(count),
      keyHash: z.string(),
      keyCommittedAt: instant,
      /** Left out where the room has no tutor. */
      tutor: z.object({ mode: TutorMode.exclude(['off']), shown: ShownAnswer.nullable() }).optional(),
    }),
  });
  /** A stage that is reached, with what is revealed of it; to teachers all of it. */
  const StageContent = z.object({
    seq: count,
    ...Stage.shape,
    text: text.nullable(),
    findings: z.array(z.object({ findingId: Slug, outcome: Slug, ...named })).nullable(),
    engine: Engine.nullable(),
    stageKey: TeacherList.nullable(),
    rounds: z.array(
      Round.extend({ answered: count, class: ClassResult.nullable(), key: RoundKey.nullable() }),
    ),
    /** With the diagnosis. */
    afterwards: Diagnosis.extend({
      alternatives: z.array(disease.extend({ why: text })),
      teachingPoints: z.array(text),
    }).nullable(),
  });
  return { ClassResult, RoundKey, State, TeacherState, StageContent, Round };
};

const Written = z.object({ en: z.string().optional(), zh: z.string().optional() });
const coded = shapes({}, Written, Written.optional());
const told = shapes({ name: z.string() }, LocalisedText, LocalisedText);

export const CodedClassResult = coded.ClassResult;
export const CodedRoundKey = coded.RoundKey;
export const CodedRoomState = coded.State;
export const CodedTeacherRoomState = coded.TeacherState;
export const CodedRoomStage = coded.StageContent;

/** Without a token. */
export const PublicRoom = CodedRoomState.pick({
  code: true,
  state: true,
  language: true,
  entry: true,
  rehearsal: true,
})
  .extend({
    signedIn: z
      .literal(true)
      .optional()
      .meta({ description: 'the request came with an account, in which results can be kept' }),
  })
  .meta({ id: 'PublicRoom' });
export const RoomState = told.State.meta({ id: 'RoomState' });
export const TeacherRoomState = told.TeacherState.extend({
  joinUrl: z.string().optional().meta({ description: 'where phones come in; told on asking, not in events' }),
}).meta({ id: 'TeacherRoomState' });
export const RoomStage = told.StageContent.meta({ id: 'RoomStage' });

export const RoomQuery = z.object({ lang: Language.optional() });
/** `token`: for the `Authorization` of what the participant sends. `resumeCode`: brings the number to another phone. */
export const JoinedRoom = z
  .object({ number: z.number().int().min(1), token: z.string(), resumeCode: z.string(), room: RoomState })
  .meta({ id: 'JoinedRoom' });
/** Diseases that can be named, from A to Z: id, name, synonyms. */
export const RoomVocabulary = z.array(z.array(z.string()).min(2)).meta({ id: 'RoomVocabulary' });
export const RoomListQuery = PageQuery.extend({
  lang: Language.optional(),
  state: RoomProgress.optional(),
  classId: Uuid.optional(),
});
const RoomHead = z.object({
  id: Uuid,
  code: RoomCode,
  state: RoomProgress,
  language: Language,
  entry: RoomEntry,
  rehearsal,
  caseId: Uuid,
  caseVersion: z.number().int(),
  classId: Uuid.optional(),
  participants: count,
  rounds: count,
  createdAt: Instant,
  endedAt: instant,
});
export const CodedRoom = RoomHead.extend({ title: Written });
export const Room = RoomHead.extend({ title: LocalisedText, joinUrl: z.string() }).meta({ id: 'Room' });
export const RoomList = page(Room).meta({ id: 'RoomList' });

/** What is kept of one answer, for the one who gave it. */
export const OwnAnswer = z.object({
  attempt,
  revision: attempt,
  committedAt: Instant,
  receivedAt: Instant,
  late: z.boolean(),
  answer: RoomAnswer,
});
/** A question about the way of thinking, with the numbers behind it (points of 100). */
const stage = { stageNo: z.number().int() };
export const CodedPrompt = z.union([
  z.object({ code: z.literal('danger-missed'), diseaseIds: z.array(Slug) }),
  z.object({
    code: z.literal('premature-closure'),
    ...stage,
    diseaseId: Slug,
    stated: z.number(),
    moved: z.number(),
  }),
  z.object({ code: z.literal('premature-closure'), ...stage, dropped: z.array(Slug) }),
  z.object({
    code: z.literal('anchoring'),
    ...stage,
    diseaseId: Slug,
    before: z.number(),
    stated: z.number(),
    moved: z.number(),
  }),
  z.object({
    code: z.literal('base-rate-neglect'),
    ...stage,
    diseaseIds: z.tuple([Slug, Slug]),
    stated: z.number(),
    byFindings: z.number(),
    withSetting: z.number(),
  }),
  z.object({
    code: z.literal('test-choice'),
    ...stage,
    optionId: Slug,
    bits: z.number(),
    better: z.object({ optionId: Slug, bits: z.number() }),
  }),
  z.object({ code: z.literal('overconfidence'), pairs: count, stated: z.number(), observed: z.number() }),
]);
const mine = <P extends z.ZodType>(prompt: P) =>
  z.object({
    number: z.number().int(),
    seq: count,
    rounds: z.array(
      z.object({
        roundId: Uuid,
        stageNo: z.number().int(),
        attempt,
        /** One's own deadline. */
        closesAt: instant,
        own: OwnAnswer.nullable(),
        score: RoomScore.nullable(),
        /** Of a question for teams. */
        teamGain: TeamGain.nullable().optional(),
        /** As the teacher released it. */
        feedback: ReleasedFeedback.optional(),
      }),
    ),
    team: RoomTeam.nullable().optional(),
    prompts: z.array(prompt).nullable(),
  });
export const CodedMine = mine(CodedPrompt);
export const Mine = mine(z.object({ code: z.string(), text: z.string() })).meta({ id: 'Mine' });

/** What a teacher reads after a round is closed. */
const results = <C extends z.ZodType>(classResult: C) =>
  z.object({
    seq: count,
    rehearsal,
    participants: count,
    rounds: z.array(
      z.object({
        id: Uuid,
        stageNo: z.number().int(),
        position: z.number().int(),
        task: z.string(),
        attempt,
        state: RoundProgress,
        answered: count,
        late: count,
        class: classResult.nullable(),
        /** Means over those who answered; null where nothing is scored. */
        scores: z
          .object({ logScore: z.number().nullable(), brier: z.number().nullable(), right: count, of: count })
          .nullable(),
        /** Of a question for teams: how each did, beside the mean of its members. */
        teams: z
          .array(
            z.object({
              no: number,
              members: z.array(number),
              score: RoomScore.nullable(),
              gain: TeamGain.nullable(),
            }),
          )
          .optional(),
        /** Words that match no disease, for the teacher to map. */
        unmatched: z.array(z.object({ text: z.string(), count })),
      }),
    ),
    calibration: z.array(CalibrationPoint),
    /** Of a class of at least five, after the diagnosis. */
    prompts: z.array(z.object({ code: z.string(), share: Probability })).nullable(),
  });
export const CodedRoomResults = results(CodedClassResult);
export const RoomResults = results(told.ClassResult).meta({ id: 'RoomResults' });

const Seated = z.object({
  number: z.number().int(),
  /** As the participant chose it; for the teacher alone. */
  name: z.string().nullable(),
  team: z.number().int().nullable(),
  removed: z.boolean(),
  /** A simulated student of a rehearsal. */
  simulated: z.literal(true).optional(),
  /** Whether the open question is answered; null while none is open. */
  answeredOpen: z.boolean().nullable(),
});
/** One participant's answers, for the table and the CSV file. */
export const RoomResultRow = Seated.extend({
  answers: z.array(
    OwnAnswer.extend({ roundId: Uuid, stageNo: z.number().int(), task: z.string() })
      .extend(RoomScore.partial().shape)
      .extend({
        /** Written for the team, by whoever holds its pen. */
        ofTeam: z.boolean().optional(),
      }),
  ),
});

/** Somebody in the room, as its teacher sees them: how they did in each closed question, not what they wrote. */
export const RoomParticipant = Seated.extend({
  rounds: z.array(
    z.object({
      roundId: Uuid,
      late: z.boolean(),
      right: z.boolean().nullable(),
      logScore: z.number().nullable(),
      brier: z.number().nullable(),
    }),
  ),
}).meta({ id: 'RoomParticipant' });
export const RoomParticipantList = page(RoomParticipant).meta({ id: 'RoomParticipantList' });

/** What somebody says after the diagnosis. */
export const CommentInput = z.strictObject({ text: maskedText(1_000, 1) }).meta({
  id: 'CommentInput',
  example: { text: 'The D-dimer misled us: it was raised before the fracture, too.' },
});
/** `author`: the number of a participant, null for the teacher; `hidden` is true for the teacher alone. */
export const Comment = z
  .object({
    number: z.number().int().min(1),
    author: z.number().int().nullable(),
    own: z.boolean(),
    text: z.string(),
    at: Instant,
    hidden: z.boolean(),
  })
  .meta({ id: 'Comment' });
/** The newest first. */
export const CommentList = page(Comment).meta({ id: 'CommentList' });

export type RoomTeam = z.infer<typeof RoomTeam>;
export type TeamGain = z.infer<typeof TeamGain>;
export type TeamsGain = z.infer<typeof TeamsGain>;
export type CommentInput = z.infer<typeof CommentInput>;
export type Comment = z.infer<typeof Comment>;
export type CommentList = z.infer<typeof CommentList>;
export type CreateRoomInput = z.infer<typeof CreateRoomInput>;
export type JoinRoomInput = z.infer<typeof JoinRoomInput>;
export type SubmissionInput = z.infer<typeof SubmissionInput>;
export type SubmissionReceipt = z.infer<typeof SubmissionReceipt>;
export type PlannedRound = z.infer<typeof PlannedRound>;
export type StatedDifferential = z.infer<typeof StatedDifferential>;
export type RoomAnswer = z.infer<typeof RoomAnswer>;
export type RoomLayer = z.infer<typeof RoomLayer>;
export type RoomProgress = z.infer<typeof RoomProgress>;
export type RoomScore = z.infer<typeof RoomScore>;
export type CodedRoundKey = z.infer<typeof CodedRoundKey>;
export type CodedClassResult = z.infer<typeof CodedClassResult>;
export type CodedRoomState = z.infer<typeof CodedRoomState>;
export type CodedTeacherRoomState = z.infer<typeof CodedTeacherRoomState>;
export type CodedRoomStage = z.infer<typeof CodedRoomStage>;
export type CodedRoom = z.infer<typeof CodedRoom>;
export type CodedPrompt = z.infer<typeof CodedPrompt>;
export type CodedMine = z.infer<typeof CodedMine>;
export type CodedRoomResults = z.infer<typeof CodedRoomResults>;
export type OwnAnswer = z.infer<typeof OwnAnswer>;
export type RoomParticipant = z.infer<typeof RoomParticipant>;
export type RoomParticipantList = z.infer<typeof RoomParticipantList>;
export type RoomResultRow = z.infer<typeof RoomResultRow>;
export type PublicRoom = z.infer<typeof PublicRoom>;
export type RoomState = z.infer<typeof RoomState>;
export type TeacherRoomState = z.infer<typeof TeacherRoomState>;
export type RoomStage = z.infer<typeof RoomStage>;
export type Room = z.infer<typeof Room>;
export type RoomList = z.infer<typeof RoomList>;
export type JoinedRoom = z.infer<typeof JoinedRoom>;
export type RoomVocabulary = z.infer<typeof RoomVocabulary>;
export type Mine = z.infer<typeof Mine>;
export type RoomResults = z.infer<typeof RoomResults>;

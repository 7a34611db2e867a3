import { z } from 'zod';
import { GRADE_TAG } from '../deep-linking/links-answer';

/** Media types of the gradebook's services (AGS 2.0, sections 3.2–3.4). */
export const GRADE_TYPE = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
} as const;

/** A part of a line item's address; its query, which Moodle's has, stays behind it. */
function under(lineItemUrl: string, part: 'scores' | 'results'): URL {
  const url = new URL(lineItemUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${part}`;
  return url;
}

/** Where a score is sent to. */
export const scoresUrl = (lineItemUrl: string): string => under(lineItemUrl, 'scores').href;

/** Where a person's result is read. */
export function resultUrl(lineItemUrl: string, subject: string): string {
  const url = under(lineItemUrl, 'results');
  url.searchParams.set('user_id', subject);
  return url.href;
}

/** Where the line item of a resource is looked for. */
export function searchUrl(lineItemsUrl: string, of: { resourceLinkId: string; resourceId: string }): string {
  const url = new URL(lineItemsUrl);
  url.searchParams.set('resource_link_id', of.resourceLinkId);
  url.searchParams.set('resource_id', of.resourceId);
  return url.href;
}

/** A column of the gradebook that is asked for. */
export const newLineItem = (of: {
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceId: string;
  readonly resourceLinkId: string;
}): object => ({ ...of, tag: GRADE_TAG });

/** A column as the platform has it. */
export const LineItem = z.object({ id: z.string().max(2_000), scoreMaximum: z.number().positive() });
export const LineItems = z.array(LineItem).max(1_000);
/** A result as the platform has it; whoever has no grade has none. */
export const Results = z
  .array(
    z.object({
      userId: z.string(),
      resultScore: z.number().nullish(),
      resultMaximum: z.number().positive().nullish(),
    }),
  )
  .max(1_000);

/** A score as it is sent (AGS 2.0, section 3.4). */
export interface SentScore {
  /** `sub` of the person at the platform. */
  readonly subject: string;
  /** From 0 to 1; null: none yet. */
  readonly score: number | null;
  readonly maximum: number;
  readonly activityProgress: 'Initialized' | 'Started' | 'InProgress' | 'Submitted' | 'Completed';
  readonly gradingProgress: 'FullyGraded' | 'Pending' | 'PendingManual' | 'Failed' | 'NotReady';
  /** Fixed with the version of the score, so that each attempt sends the same bytes. */
  readonly at: Date;
}

/** The body of a score: the same bytes for the same score. */
export const scoreBody = ({ subject, score, maximum, activityProgress, gradingProgress, at }: SentScore) =>
  JSON.stringify({
    userId: subject,
    ...(score === null ? {} : { scoreGiven: pointsOf(score, maximum), scoreMaximum: maximum }),
    activityProgress,
    gradingProgress,
    timestamp: at.toISOString(),
  });

/** Platforms round: a result within this part of its maximum is the score that was sent. */
const ROUNDED = 0.001;

/** Whether a platform holds this score of this person. A maximum that is not said is 1 (AGS 2.0, section 3.3.4). */
export const holdsScore = (
  results: z.output<typeof Results>,
  { subject, score }: Pick<SentScore, 'subject' | 'score'>,
): boolean =>
  results.some(
    ({ userId, resultScore, resultMaximum }) =>
      userId === subject &&
      typeof resultScore === 'number' &&
      score !== null &&
      Math.abs(resultScore / (resultMaximum ?? 1) - score) <= ROUNDED,
  );

/** Points in hundredths, so that no floating tail is shown in a gradebook. */
export const pointsOf = (score: number, maximum: number): number => Math.round(score * maximum * 100) / 100;

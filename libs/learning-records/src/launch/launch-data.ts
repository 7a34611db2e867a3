import { z } from 'zod';
import { CMI5 } from '../model/names';
import { Cmi5Refused } from '../model/refusal';

/** When a unit counts as done (cmi5 §13.1.4). */
export const MOVE_ON = [
  'Completed',
  'Passed',
  'CompletedAndPassed',
  'CompletedOrPassed',
  'NotApplicable',
] as const;
/** `Normal`: work that counts. `Browse` and `Review`: looking, of which nothing is recorded but begin and end (cmi5 §10.2.2). */
export const LAUNCH_MODES = ['Normal', 'Browse', 'Review'] as const;

const Activity = z.looseObject({ id: z.string() });
/** One activity may stand without its list (xAPI 1.0.3, part 2, §2.4.6.2). */
const Activities = z.union([z.array(Activity), Activity.transform((one) => [one])]);

const ContextTemplate = z.looseObject({
  contextActivities: z.record(z.string(), Activities).default({}),
  extensions: z.looseObject({ [CMI5.sessionId]: z.string().min(1).max(500) }),
});
export type ContextTemplate = z.output<typeof ContextTemplate>;

/** `LMS.LaunchData` (cmi5 §10.2), as far as it is used. */
const Document = z.object({
  contextTemplate: ContextTemplate,
  launchMode: z.enum(LAUNCH_MODES),
  masteryScore: z.number().min(0).max(1).nullish(),
  moveOn: z.enum(MOVE_ON),
  returnURL: z.string().max(4_000).nullish(),
});

export type MoveOn = (typeof MOVE_ON)[number];
export type LaunchMode = (typeof LAUNCH_MODES)[number];
export interface LaunchData {
  readonly contextTemplate: ContextTemplate;
  readonly launchMode: LaunchMode;
  /** From 0 to 1; null: nothing is passed or failed here. */
  readonly masteryScore: number | null;
  readonly moveOn: MoveOn;
  /** Where the browser goes after the session; null: the window is closed. */
  readonly returnUrl: string | null;
}

/**
 * What the learning management system wants of this session.
 *
 * @param publisherId what our package calls the unit: it stands in the grouping of the template (cmi5 §9.6.2.3), which no
 *   learner can write, so that nobody takes another assignment under this one's name
 * @param mayReturnTo whether a URL may be followed; one that may not is left out
 * @throws Cmi5Refused `cmi5-not-understood` with the path of the member; `cmi5-other-package`
 */
export function readLaunchData(
  json: unknown,
  publisherId: string,
  mayReturnTo: (url: string) => boolean,
): LaunchData {
  const read = Document.safeParse(json);
  if (!read.success) throw new Cmi5Refused('cmi5-not-understood', read.error.issues[0]?.path.join('.') ?? '');
  const { contextTemplate, launchMode, masteryScore, moveOn, returnURL } = read.data;
  const grouping = contextTemplate.contextActivities['grouping'] ?? [];
  if (!grouping.some(({ id }) => id === publisherId)) throw new Cmi5Refused('cmi5-other-package');
  return {
    contextTemplate,
    launchMode,
    masteryScore: masteryScore ?? null,
    moveOn,
    returnUrl: typeof returnURL === 'string' && mayReturnTo(returnURL) ? returnURL : null,
  };
}

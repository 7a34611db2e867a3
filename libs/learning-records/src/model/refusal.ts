/** What a person is told when a launch fails: each has a sentence and what to do (docs/learning-records.md). */
export const CMI5_LAUNCH_CODES = [
  'cmi5-incomplete',
  'cmi5-not-registered',
  'cmi5-used',
  'cmi5-unreachable',
  'cmi5-not-understood',
  'cmi5-other-package',
  'cmi5-resource-gone',
  'cmi5-not-open',
] as const;
export type Cmi5LaunchCode = (typeof CMI5_LAUNCH_CODES)[number];

/** A launch that is not accepted. The message holds code and field: what a launch says may be somebody's name. */
export class Cmi5Refused extends Error {
  override readonly name = 'Cmi5Refused';

  constructor(
    readonly code: Cmi5LaunchCode,
    /** Name of the parameter or member that is missing or not of its form: never its value. */
    readonly field?: string,
  ) {
    super(field === undefined ? code : `${code}: ${field}`);
  }
}

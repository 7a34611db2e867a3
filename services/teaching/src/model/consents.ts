import { ConsentPurpose, type Consent, type ConsentInput } from '@openrounds/contracts';
import { type Decision } from '../ports/learner-store';

/** Where nothing was decided, only whoever has an account gets a profile: there a name is known to begin with. */
const isGrantedByDefault = (purpose: ConsentPurpose, account: boolean): boolean =>
  purpose === 'keep' && account;

/** What holds for each purpose. */
export const consentsOf = (decisions: readonly Decision[], account: boolean): Consent[] =>
  ConsentPurpose.options.map((purpose) => {
    const decided = decisions.find((each) => each.purpose === purpose);
    if (decided === undefined)
      return { purpose, granted: isGrantedByDefault(purpose, account), at: null, textVersion: null };
    const { granted, at, textVersion } = decided;
    return { purpose, granted, at: at.toISOString(), textVersion };
  });

/**
 * The decisions to add: none that says what holds already, and each later than all before it, whatever the clock says.
 *
 * @param newest the newest decision about each purpose
 */
export function decisionsToAdd(
  newest: readonly Decision[],
  given: readonly ConsentInput[],
  now: Date,
): Decision[] {
  const isNews = ({ purpose, granted, textVersion }: ConsentInput): boolean =>
    !newest.some(
      (each) => each.purpose === purpose && each.granted === granted && each.textVersion === textVersion,
    );
  const first = Math.max(now.getTime(), ...newest.map(({ at }) => at.getTime() + 1));
  return given.filter(isNews).map((each, place) => ({ ...each, at: new Date(first + place) }));
}

/** Whether results go into the profile of somebody who is signed in: as is said now, else as holds, else by default. */
export const keepsResults = (
  given: readonly ConsentInput[],
  decisions: readonly Decision[],
  account: boolean,
): boolean =>
  (
    given.find(({ purpose }) => purpose === 'keep') ??
    consentsOf(decisions, account).find(({ purpose }) => purpose === 'keep')
  )?.granted ?? false;

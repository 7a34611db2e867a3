/** Where a launch of a learning platform leads a student of a room. */
const LAUNCH_PATH = '/launch/room';

/** The ticket of the address, which it leaves at once; null where nobody was launched. */
export function takeTicket(): string | null {
  if (location.pathname !== LAUNCH_PATH || location.hash === '') return null;
  const ticket = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  return ticket;
}

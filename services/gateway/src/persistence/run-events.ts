/**
 * Adds the events $2 to those that the run $1 has, in the order given, at the time $3. The run's row must be locked: nothing
 * else orders them.
 */
export const ADD_EVENTS = `
  INSERT INTO run_events (run_id, sequence, type, at)
  SELECT $1, (SELECT coalesce(max(sequence), 0) FROM run_events WHERE run_id = $1) + added.place, added.type, $3
    FROM unnest($2::text[]) WITH ORDINALITY AS added (type, place)`;

/**
 * Removes the events of runs that ended before a time. Goes by the time of the event that ended a run, which is indexed:
 * of the runs themselves there are as many as were ever made, of events only those of the last hour.
 */
export const FORGET_EVENTS = `
  DELETE FROM run_events WHERE run_id IN
    (SELECT run_id FROM run_events WHERE at < $1 AND type IN ('completed', 'failed'))`;

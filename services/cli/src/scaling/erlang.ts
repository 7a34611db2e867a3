/**
 * Closed formulas against which the simulation is held. Erlang's loss formula B and delay formula C are of A. K. Erlang, 1917;
 * B is worked out by its recursion over servers, which does not overflow.
 */

/** The share of calls that find all servers busy and go away. @param load arrival rate × mean service time */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = (load * blocked) / (count + load * blocked);
  return blocked;
}

/** The share of jobs that have to wait, with so many servers and one queue (M/M/c); all of them from `load = servers` on. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return (servers * blocked) / (servers - load * (1 - blocked));
}

/** Mean time in the queue of an M/M/c, in the unit of the service time; without an end from `load = servers` on. */
export const meanWait = (servers: number, load: number, serviceTime: number): number =>
  load >= servers ? Infinity : (erlangC(servers, load) * serviceTime) / (servers - load);

/** How many servers keep the mean wait of an M/M/c below a limit. */
export function serversFor(load: number, serviceTime: number, longestWait: number): number {
  let servers = Math.floor(load) + 1;
  while (meanWait(servers, load, serviceTime) > longestWait) servers += 1;
  return servers;
}

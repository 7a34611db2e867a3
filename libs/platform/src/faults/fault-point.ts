/**
 * A named place where a test kills the process, as a power cut would: between a handler's commit and the
 * enqueuing of what follows. In service it does nothing. `FAULT_POINT` names the point; `FAULT_ONCE_FILE` a
 * file that is made when it struck, so that the restarted process passes.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readEnvironment } from '../config/environment';

const Faults = z.object({ FAULT_POINT: z.string().optional(), FAULT_ONCE_FILE: z.string().optional() });
let faults: z.output<typeof Faults> | undefined;

export function faultPoint(name: string): void {
  faults ??= readEnvironment(Faults);
  if (faults.FAULT_POINT !== name || faults.FAULT_ONCE_FILE === undefined) return;
  if (existsSync(faults.FAULT_ONCE_FILE)) return;
  writeFileSync(faults.FAULT_ONCE_FILE, name);
  process.kill(process.pid, 'SIGKILL');
}

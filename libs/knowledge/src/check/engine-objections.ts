import { InvalidKnowledgeError, type KnowledgeIssue } from '@openrounds/ddx-engine';
import { type KnowledgeFolder } from '../load/load-knowledge';
import { problemAt } from '../load/located';
import { type Problem } from '../load/problem';
import { type EngineAccess } from './engine-access';
import { SETTINGS } from './probabilities';

/** What the engine itself has against the knowledge; while it objects no ranking can be tried. */
export function engineObjections(engine: EngineAccess, folder: KnowledgeFolder): Problem[] {
  try {
    for (const setting of SETTINGS) engine.compiledFor(setting);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidKnowledgeError)) throw error;
    return error.issues.map((issue) => objection(issue, folder));
  }
}

function objection({ id, code, detail }: KnowledgeIssue, folder: KnowledgeFolder): Problem {
  const message = `the engine refuses it: ${code} (${detail})`;
  const entries = [folder.findings, folder.diseases, folder.tests, folder.redFlags].flat();
  const entry = entries.find((one) => one.id === id);
  if (entry) return problemAt(entry, 'engine', 'error', message);
  return { rule: 'engine', severity: 'error', file: '', line: 1, id, message };
}

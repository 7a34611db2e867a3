import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type Problem } from './problem';

export type Path = readonly (string | number)[];

/** A parsed YAML file that still knows on which line everything stood. */
export interface YamlFile {
  /** Relative to the knowledge folder, with `/`. */
  readonly file: string;
  readonly value: unknown;
  /** The line of the node at `path`, or of the nearest node above it. */
  lineOf(path: Path): number;
  /** The complete source lines of the node at `path`, trailing comment included. */
  sourceOf(path: Path): string;
}

export interface YamlReading {
  readonly yaml?: YamlFile;
  readonly problems: Problem[];
}

/** Reads one YAML file; every syntax error becomes a problem with its line. */
export function readYamlFile(absolutePath: string, file: string): YamlReading {
  const source = readFileSync(absolutePath, 'utf8');
  const reading = valueOf(source);
  if (!reading.ok) return { problems: faultsOf(source, file, reading.message) };
  const lined = linesOf(source);
  return {
    problems: [],
    yaml: {
      file,
      value: reading.value,
      lineOf: (path) => lined().lineOf(path),
      sourceOf: (path) => lined().sourceOf(path),
    },
  };
}

type Reading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** The value alone, which is all that most readings are for: a tenth of the time of a tree with places. Dates stay texts. */
function valueOf(source: string): Reading {
  try {
    return { ok: true, value: load(source, { schema: CORE_SCHEMA }) ?? null };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { ok: false, message: error.message };
  }
}

interface Tree {
  readonly document: Document;
  lineAt(offset: number): number;
}

/** The same text as a tree whose nodes know their places. */
function treeOf(source: string): Tree {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false, merge: true });
  return { document, lineAt: (offset) => Math.max(1, lineCounter.linePos(offset).line) };
}

/** What is wrong, in the words and with the lines of the tree where it sees it too. */
function faultsOf(source: string, file: string, otherwise: string): Problem[] {
  const { document, lineAt } = treeOf(source);
  const fault = (line: number, message: string): Problem => ({
    rule: 'yaml',
    severity: 'error',
    file,
    line,
    id: '',
    message,
  });
  if (document.errors.length === 0) return [fault(1, otherwise)];
  return document.errors.map(({ pos, message }) => fault(lineAt(pos[0]), message));
}

/** Where things stand, found out when somebody asks. */
function linesOf(source: string): () => Pick<YamlFile, 'lineOf' | 'sourceOf'> {
  let lined: Pick<YamlFile, 'lineOf' | 'sourceOf'> | undefined;
  return () => {
    if (lined !== undefined) return lined;
    const { document, lineAt } = treeOf(source);
    const lines = source.split('\n');
    lined = {
      lineOf: (path) => lineAt(rangeOf(document, path)[0]),
      sourceOf: (path) => {
        const [start, end] = rangeOf(document, path);
        return lines.slice(lineAt(start) - 1, lineAt(Math.max(start, end - 1))).join('\n');
      },
    };
    return lined;
  };
}

/** Start and end offset of the deepest node that exists along `path`. */
function rangeOf(document: Document, path: Path): readonly [number, number] {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return [node.range[0], node.range[2]];
  }
  const root = document.contents?.range;
  return root ? [root[0], root[2]] : [0, 0];
}

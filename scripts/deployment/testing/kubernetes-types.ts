import ts from 'typescript';
import { inRepository } from './repository';
import { type FoundManifest } from './kustomize';

/** `apps/v1` → `apps/v1`, `networking.k8s.io/v1` → `networking/v1`, `v1` → `core/v1`: where the type stands. */
const moduleOf = (apiVersion: string): string => {
  const [group = '', version] = apiVersion.split('/');
  return version === undefined ? `core/${group}` : `${group.replace(/\.k8s\.io$/, '')}/${version}`;
};

const sourceOf = ({ manifest }: FoundManifest): string =>
  `import type { ${manifest.kind} } from 'kubernetes-types/${moduleOf(manifest.apiVersion)}';\n` +
  `export const manifest: ${manifest.kind} = ${JSON.stringify(manifest)};\n`;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  lib: ['lib.es5.d.ts'],
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.Preserve,
};

/**
 * Checks manifests against the types that are generated from Kubernetes' own OpenAPI schema, strictly: a field that
 * is missing, unknown or of the wrong type is a problem, as with `kubeconform -strict`.
 *
 * @returns the problems of each manifest, in the order given
 */
export function problemsOf(manifests: readonly FoundManifest[]): string[][] {
  const sources = new Map(
    manifests.map((each, index) => [inRepository(`manifest-${String(index)}.ts`), sourceOf(each)]),
  );
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists.call(host, path);
  host.readFile = (path) => sources.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, version, ...rest) => {
    const source = sources.get(path);
    return source === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, source, version);
  };
  const program = ts.createProgram([...sources.keys()], OPTIONS, host);
  return [...sources.keys()].map((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
    );
  });
}

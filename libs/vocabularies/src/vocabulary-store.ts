import {
  compileTerminology,
  type CompiledVocabulary,
  compileVocabulary,
  openTerminology,
  openVocabulary,
  type Terminology,
} from '@openrounds/clinical-language';
import { type BundleStore, keeping, vocabularyOf } from '@openrounds/knowledge';
import { vocabularyCompiler } from './compiler';
import { readPart } from './vocabulary-files';

interface Options {
  /** Told of a version that is not stored as this code compiles it: compiling takes seconds, so someone should know. */
  readonly onMissing?: ((knowledge: string) => void) | undefined;
  /** What may have made what is opened. */
  readonly compiler?: string | undefined;
}

/** Of this process, by the bundle's hash: another store of the same version asks for the same. */
const compiledHere = new Map<string, CompiledVocabulary>();

/**
 * Opens the vocabularies that lie beside the bundles. What is not there, is damaged or was made by other code is compiled
 * in this process instead, from the bundle.
 */
export class VocabularyStore {
  private readonly terminologies = new Map<string, Terminology>();
  private readonly vocabularies = new Map<string, CompiledVocabulary>();
  private readonly onMissing: (knowledge: string) => void;
  private readonly compiler: string | undefined;

  constructor(
    private readonly bundles: BundleStore,
    { onMissing = () => undefined, compiler = vocabularyCompiler() }: Options = {},
  ) {
    this.onMissing = onMissing;
    this.compiler = compiler;
  }

  /**
   * What checking coded cases needs of a version.
   *
   * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
   */
  terminology(knowledge: string): Terminology {
    return keeping(this.terminologies, knowledge, () => {
      const stored = this.read(knowledge, 'terminology');
      return stored === undefined ? compileTerminology(this.uncompiled(knowledge)) : openTerminology(stored);
    });
  }

  /**
   * What reading text needs of a version.
   *
   * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
   */
  vocabulary(knowledge: string): CompiledVocabulary {
    return keeping(this.vocabularies, knowledge, () => {
      const terminology = this.read(knowledge, 'terminology');
      const dictionary = this.read(knowledge, 'dictionary');
      if (terminology !== undefined && dictionary !== undefined)
        return openVocabulary({ terminology, dictionary });
      const uncompiled = this.uncompiled(knowledge);
      return keeping(compiledHere, knowledge, () => compileVocabulary(uncompiled));
    });
  }

  private read(knowledge: string, part: 'terminology' | 'dictionary'): Uint8Array | undefined {
    const { compiler } = this;
    return compiler === undefined ? undefined : readPart(this.bundles.dir, { knowledge, compiler }, part);
  }

  private uncompiled(knowledge: string): ReturnType<typeof vocabularyOf> {
    const vocabulary = vocabularyOf(this.bundles.get(knowledge));
    this.onMissing(knowledge);
    return vocabulary;
  }
}

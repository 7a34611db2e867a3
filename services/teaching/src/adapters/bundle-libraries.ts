import { Injectable } from '@nestjs/common';
import { byId, TeachingStore, type TeachingPart } from '@openrounds/knowledge';
import { builtInBody } from '../model/built-in-body';
import { cardOf } from '../model/case-card';
import { builtInIdOf, contentHashOf } from '../model/case-hash';
import { type BuiltInCase, type CaseLibraries, type CaseLibrary } from '../ports/case-library';

/** Reads the built-in cases and the vocabulary of bundles; what is made of one lives as long as its part does. */
@Injectable()
export class BundleLibraries implements CaseLibraries {
  private readonly libraries = new WeakMap<TeachingPart, CaseLibrary>();

  constructor(private readonly versions: TeachingStore) {}

  current(): Promise<CaseLibrary> {
    return Promise.resolve().then(() => this.libraryOf(this.versions.current()));
  }

  of(knowledgeHash: string): Promise<CaseLibrary> {
    return Promise.resolve().then(() => this.libraryOf(this.versions.get(knowledgeHash)));
  }

  private libraryOf(part: TeachingPart): CaseLibrary {
    const library = this.libraries.get(part) ?? readLibrary(part);
    this.libraries.set(part, library);
    return library;
  }
}

const readLibrary = ({
  cases,
  findings,
  diseases,
  testIds,
  problemIds,
  difficulties = {},
}: TeachingPart): CaseLibrary => ({
  vocabulary: {
    findings: byId(findings),
    diseases: byId(diseases),
    testIds: new Set(testIds),
    problemIds: new Set(problemIds),
  },
  builtIn: byId(
    cases.map((given): BuiltInCase => {
      const body = builtInBody(given);
      return {
        id: builtInIdOf(given.id),
        slug: given.id,
        body,
        contentHash: contentHashOf(body),
        card: cardOf(body),
        difficulty: difficulties[given.id] ?? null,
      };
    }),
  ),
});

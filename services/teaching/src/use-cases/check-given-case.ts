import { Inject, Injectable } from '@nestjs/common';
import { type CaseBody, type CodedCaseCheck, type Versions } from '@openrounds/contracts';
import { checkCase } from '../model/check-case';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';

/** Checks a case while its author writes it: all that can be said without asking the engine. */
@Injectable()
export class CheckGivenCase {
  constructor(@Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries) {}

  /** @throws BundleError when the knowledge version is not there */
  async execute(body: CaseBody, versions: Versions): Promise<CodedCaseCheck[]> {
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    return checkCase(body, vocabulary);
  }
}

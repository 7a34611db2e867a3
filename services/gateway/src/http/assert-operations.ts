import 'reflect-metadata';
import { type Type } from '@nestjs/common';
import { OPERATIONS } from '@openrounds/contracts';
import { OPERATION } from './operate';

/** The operations that a controller's methods are bound to by `@Operate`. */
const operationsOf = ({ prototype }: Type): string[] =>
  Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const { value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
    const id: unknown = typeof value === 'function' ? Reflect.getMetadata(OPERATION, value) : undefined;
    return typeof id === 'string' ? [id] : [];
  });

/**
 * Checks at boot that every operation of the contract has exactly one handler.
 *
 * @throws Error naming every operation without a handler, or with two
 */
export function assertOperationsHandled(
  controllers: readonly Type[],
  operations: readonly string[] = Object.keys(OPERATIONS),
): void {
  const handled = controllers.flatMap(operationsOf);
  const problems = [
    ...operations.filter((id) => !handled.includes(id)).map((id) => `${id} has no handler`),
    ...[...new Set(handled.filter((id, index) => handled.indexOf(id) !== index))].map(
      (id) => `${id} has two handlers`,
    ),
  ];
  if (problems.length > 0) throw new Error(`The API is not complete: ${problems.join('; ')}`);
}

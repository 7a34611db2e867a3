/** A question of a role, an answer that may come, and what is made of it. */
export interface RoleExample<I, O> {
  readonly name: string;
  readonly input: I;
  readonly raw: unknown;
  readonly value: O;
}

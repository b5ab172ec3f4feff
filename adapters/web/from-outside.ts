/** A request that anybody can send went wrong by its sender's doing. Logged without a stack, and counted. */
export class FromOutside extends Error {
  override readonly name: string = 'FromOutside';
}

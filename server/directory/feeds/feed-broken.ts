/** A feed that cannot be read to its end; what there was of it must not take the place of the old. */
export class FeedBroken extends Error {
  override readonly name = 'FeedBroken';
}

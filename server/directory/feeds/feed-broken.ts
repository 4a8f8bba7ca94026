/** The feed could not be read to its end, so what was read must not replace the old activities. */
export class FeedBroken extends Error {
  override readonly name = 'FeedBroken';
}

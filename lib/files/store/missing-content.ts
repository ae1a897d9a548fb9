/** A row names a content that does not lie in the store: a fault of the installation, never of a person. */
export class MissingContent extends Error {
  override name = "MissingContent";

  constructor(key: string) {
    super(`The store holds nothing under ${key}.`);
  }
}

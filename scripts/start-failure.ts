/** What a person at the terminal can do something about. `message` is one line: what is wrong and what to do. */
export class StartFailure extends Error {
  override name = "StartFailure";
}

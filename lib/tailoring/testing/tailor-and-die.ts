import { contentStore } from "@/lib/files/store/content-store";
import { makeVersion } from "@/lib/tailoring/tailored/make-version";

/*
 * A process of a test: makes versions of tailored resumes, one after the other, and is killed when the store has been asked to keep so
 * many contents and has done so. With 0 it is not killed from here.
 */
const [organisationId, count, ...versions] = process.argv.slice(2) as [string, string, ...string[]];
const store = contentStore();
const put = store.put.bind(store);
let asked = 0;
store.put = async (key, path) => {
  asked += 1;
  await put(key, path);
  if (asked === Number(count)) await die();
};
for (const versionId of versions) await makeVersion(organisationId, versionId);

function die(): Promise<never> {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
}

import { peakMegabytes } from "@/lib/platform/testing/peak-memory";
import { resumeFiles } from "./resume-files";
import { tailorOnce } from "./tailor-once";

/** A process of its own: `tailor-many <count>` tailors so many resumes and prints the most memory it has had, in MB, after a fifth and at the end. */
const count = Number(process.argv[2]);
const { files } = await resumeFiles();
let early = 0;
for (let done = 0; done < count; done++) {
  const { bytes, name } = files[done % files.length]!;
  await tailorOnce(bytes, name);
  if (done === count / 5) early = peakMegabytes();
}
console.log(JSON.stringify({ early, end: peakMegabytes() }));

import "server-only";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { nameForm } from "./name-form";
import {
  AddTechnologyInput,
  EditTechnologyInput,
  mostTechnologies,
  PasteTechnologiesInput,
  TechnologyId,
} from "./schemas";
import {
  columnsOf,
  insertTechnologies,
  readAnew,
  settledAmong,
  technologiesToChange,
  technologyRow,
  updateTechnology,
} from "./store";
import { takeInLines } from "./take-in";
import { asTechnology } from "./technology-lines";

const full = () =>
  new Refusal("limit", `There is room for ${mostTechnologies} technologies of your own. Take some away first.`, "name");

interface Added {
  id: string;
  /** As it is called from now on: one that the product has keeps its name there. */
  name: string;
  /** Points of the library and skills of requirements that count under it from now on. */
  points: number;
  skills: number;
}

/** A technology that the product does not know, or further names of one that it does. */
export const addTechnology = command({
  name: "tailoring.addTechnology",
  permission: "tailoring:write",
  input: AddTechnologyInput,
  example: () => ({ name: "Tidegate", aliases: ["Tide Gate ERP"], since: "2016" }),
  undo: (_input, { id }: Added) => ({ operation: "tailoring.removeTechnology", input: { id } }),
  async run(context, fields): Promise<Added> {
    const others = await technologiesToChange(context);
    if (others.length >= mostTechnologies) throw full();
    const [made] = await insertTechnologies(context, [settledAmong(asTechnology(fields), others)]);
    return { id: made!.id, name: made!.name, ...(await readAnew(context)) };
  },
});

/** Changes names and year. The name that it had goes on as a further one, because points and requirements call it so. */
export const editTechnology = command({
  name: "tailoring.editTechnology",
  permission: "tailoring:write",
  input: EditTechnologyInput,
  example: ({ ownTechnologyId }) => ({
    ...{
      id: ownTechnologyId,
      expectedVersion: 1,
      name: "Ledgerline",
      aliases: ["LL Core", "Ledger Line"],
      since: "2012",
    },
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const all = await technologiesToChange(context);
    const before = all.find((row) => row.id === id) ?? (await technologyRow(context, id));
    assertVersion(
      { ...before, since: before.since === null ? "" : String(before.since) },
      expectedVersion,
      "this technology",
    );
    const asked = asTechnology(fields);
    const former = nameForm(before.name) === nameForm(asked.name) ? [] : [before.name];
    const now = settledAmong(
      { ...asked, aliases: [...asked.aliases, ...former] },
      all.filter((row) => row.id !== id),
    );
    await updateTechnology(context, before, columnsOf(now));
    return { id, ...(await readAnew(context)) };
  },
});

/** A technology that is looked for no more. What names it keeps its words. */
export const removeTechnology = command({
  name: "tailoring.removeTechnology",
  permission: "tailoring:write",
  input: TechnologyId,
  example: ({ ownTechnologyId }) => ({ id: ownTechnologyId }),
  undo: ({ id }) => ({ operation: "tailoring.restoreTechnology", input: { id } }),
  async run(context, { id }) {
    await technologiesToChange(context);
    await updateTechnology(context, await technologyRow(context, id), { deletedAt: context.now });
    return { id, ...(await readAnew(context)) };
  },
});

/** Brings back what was taken away, unless its names are another's by now. */
export const restoreTechnology = command({
  name: "tailoring.restoreTechnology",
  permission: "tailoring:write",
  input: TechnologyId,
  example: ({ ownTechnologyId }) => ({ id: ownTechnologyId }),
  async run(context, { id }) {
    const all = await technologiesToChange(context);
    const before = await technologyRow(context, id, true);
    if (before.deletedAt === null) return { id, points: 0, skills: 0 };
    if (all.length >= mostTechnologies) throw full();
    await updateTechnology(context, before, { ...columnsOf(settledAmong(before, all)), deletedAt: null });
    return { id, ...(await readAnew(context)) };
  },
});

/** Takes in many, a line each. What is right joins the list or adds to what is there; what could not be read is told by its line. */
export const pasteTechnologies = command({
  name: "tailoring.pasteTechnologies",
  permission: "tailoring:write",
  input: PasteTechnologiesInput,
  example: () => ({ text: "Tidegate: Tide Gate ERP (2016)\nKubernetes: K8s platform" }),
  async run(context, { text }) {
    const { changed, known, problems } = takeInLines(text, await technologiesToChange(context));
    if (changed.length === 0 && known === 0 && problems.length === 0)
      throw new Refusal("invalid", "There is no technology in it yet. Write one a line.", "text");
    await insertTechnologies(
      context,
      changed.flatMap(({ before, now }) => (before ? [] : [now])),
    );
    let extended = 0;
    for (const { before, now } of changed) {
      if (!before) continue;
      await updateTechnology(context, before, columnsOf(now));
      extended++;
    }
    const counted = changed.length > 0 ? await readAnew(context) : { points: 0, skills: 0 };
    return { added: changed.length - extended, extended, known, problems, ...counted };
  },
});

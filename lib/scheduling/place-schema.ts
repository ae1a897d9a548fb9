import { z } from "zod";

/** Where a session is held: how, and the link, number or address of it. */
export const PlaceFields = z
  .strictObject({
    placeKind: z.enum(["video", "phone", "place"]),
    place: z.string().trim().max(300, "The place is longer than 300 characters."),
  })
  .refine(({ placeKind, place }) => placeKind !== "place" || place !== "", { message: "Say where.", path: ["place"] });

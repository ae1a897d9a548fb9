import type { FieldErrors } from "react-hook-form";

/** All messages of a form, with the path of their field ("contacts.0.email"), in the order of the fields. */
export function problemsOf(errors: FieldErrors, path = ""): { field: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== "object") return [];
    const field = path ? `${path}.${key}` : key;
    const { message } = error as { message?: unknown };
    if (typeof message === "string") return message ? [{ field, message }] : [];
    return problemsOf(error as FieldErrors, field);
  });
}

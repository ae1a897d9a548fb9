import { notFound } from "next/navigation";

/** An address that no page has, said inside the frame. */
export default function MissingPage() {
  notFound();
}

"use client";

import { useEffect } from "react";
import { rememberList } from "./list-memory";

/** On a list: its records know from then on who stands before and after them. */
export function RememberList({ path, search }: { path: string; search: string }) {
  useEffect(() => rememberList(path, search), [path, search]);
  return null;
}

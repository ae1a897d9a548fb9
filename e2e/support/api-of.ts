import { expect } from "@playwright/test";
import type { Asker } from "./desks";

/** The API of the demo firm as somebody asks it: commands that must be done, queries that must be answered. */
export function apiOf({ ask }: Asker) {
  const path = (operation: string) => `/api/v1/alder-quay/${operation}`;
  return {
    async send(operation: string, input: object): Promise<{ id: string }> {
      const response = await ask(path(operation), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      const text = await response.text();
      expect(response.status, `${operation}: ${text}`).toBe(200);
      return (JSON.parse(text) as { data: { id: string } }).data;
    },
    async read<Data>(operation: string): Promise<Data> {
      const response = await ask(path(operation));
      const text = await response.text();
      expect(response.status, `${operation}: ${text}`).toBe(200);
      return (JSON.parse(text) as { data: Data }).data;
    },
  };
}

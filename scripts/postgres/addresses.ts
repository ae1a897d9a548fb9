import type { ClusterRecord } from "./place";

/** Addresses of a cluster; without the name of a database they lead to the installation's own. */
export type ClusterAddresses = {
  /** As the superuser, who only makes roles and databases. */
  superUrl: (database?: string) => string;
  /** As the owner of the tables (no superuser): migrations. */
  ownerUrl: (database?: string) => string;
  /** As the application's role, which owns nothing and cannot pass row-level security. */
  appUrl: (database?: string) => string;
};

export const databaseName = "landfall";

/** The addresses under which a cluster answers while it runs. */
export function addressesOf({ passwords, port }: ClusterRecord): ClusterAddresses {
  const url = (role: string, password: string) => (database?: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database ?? databaseName}`;
  return {
    superUrl: url("postgres", passwords.postgres),
    ownerUrl: url("landfall_owner", passwords.owner),
    appUrl: url("landfall_app", passwords.app),
  };
}

import { inject } from "vitest";
import { withClient } from "../postgres/with-client";
import type { ClusterAddresses } from "./global-setup";
import { templateDatabase } from "./template";

/** The Postgres of this test run. Each function gives the address of one database of it. */
export type TestCluster = {
  superUrl: (database: string) => string;
  ownerUrl: (database: string) => string;
  appUrl: (database: string) => string;
};

let asked: Promise<TestCluster> | undefined;

/** The Postgres of this test run, started when the first test asks (about a second, once). */
export function testCluster(): Promise<TestCluster> {
  asked ??= ask();
  return asked;
}

/**
 * Makes the database `name` as a clone of the migrated, empty template, in about 50 ms.
 * @returns its addresses for the owner and for the application's role
 */
export async function cloneDatabase(name: string): Promise<{ ownerUrl: string; appUrl: string; superUrl: string }> {
  const cluster = await testCluster();
  await withClient(cluster.ownerUrl("postgres"), (client) =>
    client.query(`create database ${client.escapeIdentifier(name)} template ${templateDatabase}`),
  );
  return { ownerUrl: cluster.ownerUrl(name), appUrl: cluster.appUrl(name), superUrl: cluster.superUrl(name) };
}

/** Drops a cloned database, also when something is still connected to it: an autovacuum worker only a superuser may end. */
export async function dropDatabase(name: string): Promise<void> {
  const cluster = await testCluster();
  await withClient(cluster.superUrl("postgres"), (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

/** Refuses an address that does not lead to this machine: no test may ever touch a database that matters. */
export function refuseRemoteDatabase(address: string): string {
  const { hostname } = new URL(address);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
    throw new Error(`Tests use a database on this machine only, not one on ${hostname}.`);
  }
  return address;
}

async function ask(): Promise<TestCluster> {
  const response = await fetch(inject("testPostgres"));
  const said = await response.text();
  if (!response.ok) throw new Error(`The Postgres for the tests did not start: ${said}`);
  const addresses = JSON.parse(said) as ClusterAddresses;
  const address = (pattern: string) => (database: string) =>
    refuseRemoteDatabase(pattern.replace(/DATABASE$/, encodeURIComponent(database)));
  return {
    superUrl: address(addresses.superUrl),
    ownerUrl: address(addresses.ownerUrl),
    appUrl: address(addresses.appUrl),
  };
}

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page has come to life: its scripts run, and what is drawn from now on is drawn here. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const looks = {
  running: { icon: "loader", tone: "act" },
  stopped: { icon: "circle-stop" },
  done: { icon: "circle-check", tone: "ok" },
  failed: { icon: "circle-alert", tone: "bad" },
} as const;

/** Icon and colour of a batch's status. */
export const batchLook = (status: string) => looks[status as keyof typeof looks] ?? looks.stopped;

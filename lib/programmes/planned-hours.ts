/** What is counted of a task. */
interface PlannedTask {
  owner: "executive" | "consultant";
  phasePosition: number;
  /** To a quarter; 0 where nobody planned any. */
  plannedHours: number;
  doneAt: Date | null;
}

/** Hours as planned, and how many of them belong to tasks that are done: nobody measures how long a task took. */
export interface Hours {
  planned: number;
  done: number;
}

export interface PlannedHours {
  all: Hours;
  owners: Record<PlannedTask["owner"], Hours>;
  /** By position; phases without planned hours are left out. */
  phases: ReadonlyArray<{ position: number } & Hours>;
}

/** The planned hours of a programme: in all, by whose they are, and phase by phase. Adding either up gives the same. */
export function plannedHoursOf(tasks: readonly PlannedTask[]): PlannedHours {
  const positions = [...new Set(tasks.map(({ phasePosition }) => phasePosition))].sort((one, other) => one - other);
  return {
    all: sum(tasks),
    owners: {
      executive: sum(tasks.filter(({ owner }) => owner === "executive")),
      consultant: sum(tasks.filter(({ owner }) => owner === "consultant")),
    },
    phases: positions
      .map((position) => ({ position, ...sum(tasks.filter(({ phasePosition }) => phasePosition === position)) }))
      .filter(({ planned }) => planned > 0),
  };
}

const sum = (tasks: readonly PlannedTask[]): Hours => ({
  planned: tasks.reduce((hours, task) => hours + task.plannedHours, 0),
  done: tasks.reduce((hours, task) => hours + (task.doneAt ? task.plannedHours : 0), 0),
});

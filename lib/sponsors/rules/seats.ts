/** What became of a seat: kept for somebody who is invited, used and billed, or given back. */
export type SeatUse = "reserved" | "used" | "given back";

/**
 * The seat of a programme: kept from the invitation on, used for good from the activation on, given back where the programme
 * ended before it was activated.
 */
export function seatUse(programme: { activated: boolean; state: string }): SeatUse {
  if (programme.activated) return "used";
  return ["completed", "expired", "withdrawn"].includes(programme.state) ? "given back" : "reserved";
}

export interface Seats {
  bought: number;
  reserved: number;
  used: number;
  /** Reserved and used. */
  taken: number;
  left: number;
}

/** How the seats of a contract stand. `left` is never below zero. */
export function countSeats(bought: number, reserved: number, used: number): Seats {
  return { bought, reserved, used, taken: reserved + used, left: Math.max(bought - reserved - used, 0) };
}

interface Contract {
  reference: string;
  fromOn: string;
  toOn: string;
}

/** Why nobody can be invited with a contract on a day; null when somebody can. */
export function whyNoSeat(contract: Contract, seats: Seats, today: string): string | null {
  if (today < contract.fromOn) return `The contract ${contract.reference} begins on ${contract.fromOn}.`;
  if (today > contract.toOn) return `The contract ${contract.reference} ended on ${contract.toOn}.`;
  if (seats.left > 0) return null;
  const many = seats.bought === 1 ? "The one seat" : `All ${seats.bought} seats`;
  return `${many} of the contract ${contract.reference} ${seats.bought === 1 ? "is" : "are"} taken: ${seats.used} activated, ${seats.reserved} invited.`;
}

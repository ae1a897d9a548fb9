// Outside Next.js (scripts and tests run by tsx and vitest) the marker package would throw; there
// is no browser bundle to guard there, so it stands for nothing.
export {};

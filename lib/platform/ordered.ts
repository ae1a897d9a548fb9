/** How many of some ordered values, the smallest first, are not above one; by halves, so that it takes no longer for many. */
export function countUpTo<Value extends number | string>(ordered: readonly Value[], most: Value): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

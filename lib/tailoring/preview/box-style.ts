/** Where a box lies, in points from where it is anchored. */
export interface BoxPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How a drawing hangs on the page: in a line like a letter, or beside the text, counted from the page or from where it is anchored. */
export interface BoxAnchor {
  inline: boolean;
  /** Its own size, for one in a line. */
  size: Pick<BoxPlace, "width" | "height">;
  fromPageLeft: boolean;
  fromPageTop: boolean;
}

/** Marks a drawing in a line, with its size: what draws it gives it that room. */
export const inlineSize = "--lf-inline";

/**
 * The style of a box in a copy for the preview, where nothing but text boxes is drawn of a drawing: its place, and the colour behind it,
 * without which white words could not be seen. `fill` is a colour of CSS.
 */
export function boxStyle(place: BoxPlace, anchor: BoxAnchor, fill: string | null): string {
  const [x, y] = anchor.inline
    ? ["left", "top"]
    : [anchor.fromPageLeft ? "left" : "margin-left", anchor.fromPageTop ? "top" : "margin-top"];
  return [
    "position:absolute",
    `${x}:${points(place.left)}`,
    `${y}:${points(place.top)}`,
    `width:${points(place.width)}`,
    `height:${points(place.height)}`,
    ...(fill ? [`background:${fill}`] : []),
    ...(anchor.inline ? [`${inlineSize}:${points(anchor.size.width)} ${points(anchor.size.height)}`] : []),
  ].join(";");
}

const points = (value: number): string => `${Math.round(value * 10) / 10}pt`;

/** Whether a shape lies behind nearly all of a box. */
export function liesBehind(shape: BoxPlace, box: BoxPlace): boolean {
  const width = Math.min(shape.left + shape.width, box.left + box.width) - Math.max(shape.left, box.left);
  const height = Math.min(shape.top + shape.height, box.top + box.height) - Math.max(shape.top, box.top);
  // A line is drawn as a flat shape: it is behind nothing.
  return width > 0 && height > 0 && width * height >= 0.6 * box.width * box.height;
}

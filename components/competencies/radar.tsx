import { cn } from "@/components/ui/cn";

export interface RadarSeries {
  name: string;
  look: "first" | "second" | "third" | "target";
  /** One value an axis, from 0 to `top`; null leaves the corner out. */
  values: ReadonlyArray<number | null>;
}

const lines = {
  first: "stroke-chart-1 stroke-[2.5]",
  second: "stroke-chart-2 stroke-2 [stroke-dasharray:7_4]",
  third: "stroke-chart-3 stroke-2 [stroke-dasharray:2_4]",
  target: "stroke-foreground stroke-1",
} as const;

const dots = { first: "fill-chart-1", second: "fill-chart-2", third: "fill-chart-3", target: "" } as const;

const middle = { x: 230, y: 180 };
const reach = 128;

/**
 * Several views of the same few things, around a centre that is zero. Lines differ in pattern as well as colour; the words are in the
 * key below and in the table of the frame around it.
 */
export function Radar({
  axes,
  series,
  top = 5,
}: {
  axes: readonly string[];
  series: readonly RadarSeries[];
  top?: number;
}) {
  const at = (axis: number, value: number) => {
    const angle = (axis / axes.length) * 2 * Math.PI - Math.PI / 2;
    const far = (value / top) * reach;
    return { x: middle.x + Math.cos(angle) * far, y: middle.y + Math.sin(angle) * far };
  };
  const ring = (value: number) => axes.map((_, axis) => pair(at(axis, value))).join(" ");
  return (
    <div className="grid justify-items-center">
      <svg viewBox="0 0 460 360" className="h-auto w-full max-w-[560px]" aria-hidden>
        {Array.from({ length: top }, (_, index) => (
          <polygon key={index} points={ring(index + 1)} className="fill-none stroke-border" />
        ))}
        {axes.map((name, axis) => {
          const end = at(axis, top);
          const label = at(axis, top * 1.13);
          const side = Math.abs(label.x - middle.x) < 8 ? "middle" : label.x > middle.x ? "start" : "end";
          return (
            <g key={name}>
              <line x1={middle.x} y1={middle.y} x2={end.x} y2={end.y} className="stroke-border" />
              <text
                x={label.x}
                y={label.y + 5}
                textAnchor={side}
                className="fill-foreground text-[15px] font-medium phone:text-[17px]"
              >
                {name}
              </text>
            </g>
          );
        })}
        {Array.from({ length: top }, (_, index) => (
          <text
            key={index}
            x={middle.x + 5}
            y={at(0, index + 1).y + 13}
            className="fill-muted-foreground text-xs tabular-nums"
          >
            {index + 1}
          </text>
        ))}
        {series.map(({ name, look, values }) => {
          const corners = values.flatMap((value, axis) => (value === null ? [] : [at(axis, value)]));
          return (
            <g key={name}>
              {corners.length > 2 ? (
                <polygon
                  points={corners.map(pair).join(" ")}
                  className={cn("fill-none", lines[look])}
                  strokeLinejoin="round"
                />
              ) : null}
              {look === "target"
                ? null
                : corners.map((corner, index) => (
                    <circle key={index} cx={corner.x} cy={corner.y} r={3.5} className={dots[look]} />
                  ))}
            </g>
          );
        })}
      </svg>
      <ul className="flex flex-wrap justify-center gap-x-5 gap-y-1 pb-2 text-sm">
        {series.map(({ name, look }) => (
          <li key={name} className="flex items-center gap-2">
            <svg width="28" height="8" aria-hidden>
              <line x1="0" y1="4" x2="28" y2="4" className={lines[look]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

const pair = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)},${y.toFixed(1)}`;

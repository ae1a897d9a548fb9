import { cloneElement, isValidElement, use } from "react";
import type { CSSProperties, ReactElement, ReactNode, Ref } from "react";

type Props = Record<string, unknown> & { children?: ReactNode; ref?: Ref<unknown> };

/**
 * Gives its props to its one child: handlers of both run (the child's first), classes and styles add up, else the child's win.
 * Our own and not Radix', whose package would bring all its parts into the first load of every page with a button.
 */
export function Slot({ children, ...given }: Props) {
  const child = useSettled(children);
  if (!isValidElement<Props>(child)) return null;
  return cloneElement(child as ReactElement<Props>, mergeProps(given, child.props));
}

/** What the child is rendered with. */
export function mergeProps(given: Props, own: Props): Props {
  const merged: Props = { ...given, ...own };
  for (const key of Object.keys(given)) {
    const [outer, inner] = [given[key], own[key]];
    if (inner === undefined) merged[key] = outer;
    else if (/^on[A-Z]/.test(key) && typeof outer === "function" && typeof inner === "function") {
      merged[key] = (...values: unknown[]) => {
        inner(...values);
        outer(...values);
      };
    } else if (key === "style") merged[key] = { ...(outer as CSSProperties), ...(inner as CSSProperties) };
    else if (key === "className") merged[key] = [outer, inner].filter(Boolean).join(" ");
    else if (key === "ref") merged[key] = both(outer as Ref<unknown>, inner as Ref<unknown>);
  }
  return merged;
}

function both(first: Ref<unknown>, second: Ref<unknown>): Ref<unknown> {
  return (node) => {
    const leave = [first, second].map((ref) => {
      if (typeof ref === "function") return ref(node) ?? (() => void ref(null));
      if (ref) ref.current = node;
      return () => {
        if (ref) ref.current = null;
      };
    });
    return () => leave.forEach((end) => end());
  };
}

/** A child that comes from a server component may still be on its way: React's lazy node around the element. */
function useSettled(children: ReactNode): ReactNode {
  if (typeof children !== "object" || children === null) return children;
  const node = children as { $$typeof?: symbol; _payload?: unknown };
  if (node.$$typeof !== Symbol.for("react.lazy")) return children;
  const payload = node._payload;
  return typeof payload === "object" && payload !== null && "then" in payload
    ? use(payload as Promise<ReactNode>)
    : null;
}

/*
 * The part of CEL (Common Expression Language) that functions here may use in `if`, `key` and `idempotency`: values under `event`
 * and `async`, literals, `==` and `!=`, joined by `&&`. Everything else is refused by name, so that nothing runs differently here
 * than on Inngest without anybody noticing.
 */

/** A value under `event` (what started the run) or `async` (what arrived later), or a literal. */
export type Operand =
  | { readonly kind: "path"; readonly root: "event" | "async"; readonly path: readonly string[] }
  | Literal;
type Literal = { readonly kind: "literal"; readonly value: Value };
type Value = string | number | boolean | null;

interface Comparison {
  readonly left: Operand;
  readonly right: Operand;
  readonly equal: boolean;
}

/** A condition in which every comparison has to hold. */
export type Condition = readonly Comparison[];

/** What a condition is asked about. */
export interface Scope {
  readonly event: unknown;
  readonly async?: unknown;
}

/** An expression that is outside of what is supported; the message says which part. */
export class UnsupportedExpression extends Error {
  override name = "UnsupportedExpression";
}

/** Reads an expression that is true or false. Refuses (UnsupportedExpression) what is not comparisons joined by `&&`. */
export function parseCondition(source: string): Condition {
  const tokens = tokensOf(source);
  const comparisons: Comparison[] = [];
  let at = 0;
  do {
    const left = operandOf(tokens[at], source);
    const operator = tokens[at + 1];
    if (operator !== "==" && operator !== "!=") throw unsupported(operator ?? "the end", source);
    comparisons.push({ left, right: operandOf(tokens[at + 2], source), equal: operator === "==" });
    at += 3;
  } while (tokens[at++] === "&&");
  if (at <= tokens.length) throw unsupported(tokens[at - 1] ?? "", source);
  return comparisons;
}

/** Reads an expression that stands for one value, such as `event.data.organisationId`. Refuses everything but a path. */
export function parseKey(source: string): Operand {
  const tokens = tokensOf(source);
  const operand = operandOf(tokens[0], source);
  if (tokens.length > 1 || operand.kind !== "path" || operand.root !== "event")
    throw unsupported(tokens[1] ?? source, source);
  return operand;
}

/** Whether a condition holds. A value that is not there is equal to nothing but `null`. */
export function holds(condition: Condition, scope: Scope): boolean {
  return condition.every(({ left, right, equal }) => same(valueOf(left, scope), valueOf(right, scope)) === equal);
}

/** The value of an operand as canonical text, to be compared and stored. */
export function keyOf(operand: Operand, scope: Scope): string {
  return JSON.stringify(valueOf(operand, scope));
}

/**
 * One equality of the condition, as `path=value` of the event that has to arrive; null where there is none. An index on it leaves
 * few rows whose whole condition has to be looked at.
 */
export function matchKey(condition: Condition, event: unknown): string | null {
  for (const { left, right, equal } of condition) {
    if (!equal) continue;
    for (const [awaited, known] of [
      [left, right],
      [right, left],
    ] as const) {
      if (awaited.kind !== "path" || awaited.root !== "async") continue;
      if (known.kind === "path" && known.root === "async") continue;
      const value = valueOf(known, { event });
      if (typeof value !== "object") return `${awaited.path.join(".")}=${JSON.stringify(value)}`;
    }
  }
  return null;
}

/** Every `path=value` of an event that a `matchKey` could name. */
export function matchKeysOf(event: unknown, path = ""): string[] {
  if (Array.isArray(event)) return [];
  if (typeof event === "object" && event !== null) {
    return Object.entries(event).flatMap(([key, value]) => matchKeysOf(value, path ? `${path}.${key}` : key));
  }
  return [`${path}=${JSON.stringify(event)}`];
}

const token = /\s*(==|!=|&&|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w]*(?:\.[A-Za-z_][\w]*)*)/y;

function tokensOf(source: string): string[] {
  const text = source.trim();
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const found = token.exec(text)?.[1];
    if (found === undefined) throw unsupported(text.slice(from).trim().slice(0, 12), source);
    tokens.push(found);
  }
  return tokens;
}

function operandOf(text: string | undefined, source: string): Operand {
  if (text === undefined) throw unsupported("the end", source);
  if (text === "null" || text === "true" || text === "false")
    return { kind: "literal", value: JSON.parse(text) as Value };
  if (/^-?\d/.test(text)) return { kind: "literal", value: Number(text) };
  if (/^["']/.test(text)) return { kind: "literal", value: text.slice(1, -1).replaceAll(/\\(.)/g, "$1") };
  const [root, ...path] = text.split(".");
  if ((root !== "event" && root !== "async") || path.length === 0) throw unsupported(text, source);
  return { kind: "path", root, path };
}

function valueOf(operand: Operand, scope: Scope): unknown {
  if (operand.kind === "literal") return operand.value;
  let value = scope[operand.root];
  for (const key of operand.path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return value ?? null;
}

function same(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === "object" && JSON.stringify(left) === JSON.stringify(right));
}

function unsupported(part: string, source: string): UnsupportedExpression {
  return new UnsupportedExpression(`“${part}” in “${source}” is not supported`);
}

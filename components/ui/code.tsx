/** A name under which something is stored, in no language. */
export function Code({ children }: { children: string }) {
  return (
    <code translate="no" className="font-mono text-xs break-words text-muted-foreground">
      {children}
    </code>
  );
}

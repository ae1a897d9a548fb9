"use client";

/** The last page, when not even the layout could be made: no messages, no styles of ours. Hence its own few words. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{ font: "16px/1.5 system-ui, sans-serif", maxWidth: "36rem", margin: "15vh auto", padding: "0 1rem" }}
      >
        <title>Landfall</title>
        <h1 style={{ font: "500 1.75rem/1.2 Georgia, serif" }}>This page did not load</h1>
        <p>Something went wrong on our side. What you saved before is kept.</p>
        <button type="button" onClick={reset} style={{ font: "inherit", padding: "0.5rem 1rem" }}>
          Try again
        </button>
        {error.digest ? <p style={{ color: "#665", fontSize: "0.8rem" }}>Request {error.digest}</p> : null}
      </body>
    </html>
  );
}

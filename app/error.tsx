"use client";

import { PageFailed } from "@/components/states/page-failed";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <PageFailed error={error} retry={reset} />
    </main>
  );
}

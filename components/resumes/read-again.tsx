"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const every = 1500;

/** Reads the page anew until what it waits for is there. */
export function ReadAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), every);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
